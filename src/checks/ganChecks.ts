/** Checks of an entry in a small GAN, the same for every kind. */
import { readSafetensors, writeSafetensors } from '../checkpoint/safetensors.js';
import type { EngineName } from '../engines/list.js';
import type { Gan } from '../api/gan.js';
import type { TensorMap } from '../ir/tensorType.js';
import type { Failure, Check, Titled } from './check.js';
import { remembered } from './remembered.js';

/** An example in use. */
export interface AtWork extends Titled {
  /** The GAN that uses it; undefined where its data are missing. */
  readonly gan: () => Gan | undefined | Promise<Gan | undefined>;
}

/** The GAN of an example, compiled once for all checks. */
const ganOf = remembered(async ({ gan }: AtWork) => gan());

/** The state after each of three steps. */
const statesAfter = remembered(async (gan: Gan, engine: EngineName) => {
  const session = await gan.prepare({ engine, seed: 1 });
  try {
    const states: TensorMap[] = [];
    for (let step = 0; step < 3; step += 1) {
      await session.iterate();
      states.push(await session.readState());
    }
    return states;
  } finally {
    await session.dispose();
  }
});

/** ‖a − b‖₂ of one tensor, as a multiple of the tolerance between two engines, 1e-3·‖b‖₂ + 1e-6·√n. */
function difference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let apart = 0;
  let size = 0;
  for (let i = 0; i < b.length; i += 1) {
    const reference = b[i] ?? NaN;
    apart += ((a[i] ?? NaN) - reference) ** 2;
    size += reference ** 2;
  }
  // A bias whose gradient is zero, as before a batch norm, consists of rounding errors.
  return Math.sqrt(apart) / (1e-3 * Math.sqrt(size) + 1e-6 * Math.sqrt(b.length));
}

async function enginesFailure(atWork: AtWork): Promise<Failure> {
  const gan = await ganOf(atWork);
  if (!gan) return undefined;
  const reference = (await statesAfter(gan, 'tfjs')).at(-1) ?? [];
  const found = (await statesAfter(gan, 'onnx')).at(-1);
  for (const [name, { data }] of reference) {
    if (!data.every(Number.isFinite)) return `${name} is no longer finite after three steps`;
    const other = found?.get(name)?.data ?? [];
    if (!(difference(other, data) <= 1)) {
      return `${name} starts with ${head(data)} on tfjs and with ${head(other)} on onnx`;
    }
  }
  return undefined;
}

function head(numbers: ArrayLike<number>): string {
  return Array.from(numbers).slice(0, 3).join(', ');
}

async function roundTripFailure(atWork: AtWork): Promise<Failure> {
  const gan = await ganOf(atWork);
  if (!gan) return undefined;
  const [saved, next] = await statesAfter(gan, 'onnx');
  if (!saved || !next) throw new TypeError('a GAN has a state after each step');
  const restored = await gan.prepare({ engine: 'onnx', seed: 1 });
  try {
    await restored.writeState(readSafetensors(writeSafetensors(saved), 'state.safetensors'));
    await restored.iterate();
    const found = await restored.readState();
    for (const [name, { data }] of next) {
      if (found.get(name)?.data.join() !== data.join()) return `${name} differs one step later`;
    }
    return undefined;
  } finally {
    await restored.dispose();
  }
}

export const ganChecks: readonly Check<AtWork>[] = [
  {
    hook: 'in a GAN',
    claim: 'trains three steps to the same state on onnx and tfjs, to 1e-3 relative',
    fix: 'Keep numbers finite and away from the limits of float32.',
    run: enginesFailure,
  },
  {
    hook: 'in a GAN',
    claim: 'goes on after its state was saved and read as it would have without',
    fix: 'Keep what is remembered in declared state, never in variables of the module.',
    run: roundTripFailure,
  },
];
