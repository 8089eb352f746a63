/** Questions about an entry at work in a GAN, the same for every kind. */
import { readSafetensors, writeSafetensors } from '../../checkpoint/safetensors.js';
import type { EngineName } from '../../engines/list.js';
import type { Gan } from '../../api/gan.js';
import type { TensorMap } from '../../ir/tensorType.js';
import type { Objection, Question, Titled } from '../finding.js';
import { remembered } from '../remembered.js';

/** An example with the GAN that uses it; undefined where it cannot be had here. */
export interface AtWork extends Titled {
  readonly gan: () => Gan | undefined | Promise<Gan | undefined>;
}

/** Every question is asked of one and the same GAN. */
const ganOf = remembered(async ({ gan }: AtWork) => gan());

/** The whole state after each of three steps. */
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

/** ‖a − b‖₂ of one tensor, as a multiple of what may be between two engines: 1e-3·‖b‖₂ + 1e-6·√n. */
function difference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let apart = 0;
  let size = 0;
  for (let i = 0; i < b.length; i += 1) {
    const reference = b[i] ?? NaN;
    apart += ((a[i] ?? NaN) - reference) ** 2;
    size += reference ** 2;
  }
  // A bias whose gradient is zero, as before a batch norm, holds nothing but rounding.
  return Math.sqrt(apart) / (1e-3 * Math.sqrt(size) + 1e-6 * Math.sqrt(b.length));
}

async function enginesObjection(atWork: AtWork): Promise<Objection> {
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

async function roundTripObjection(atWork: AtWork): Promise<Objection> {
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

/** What is asked of every entry. */
export const ganQuestions: readonly Question<AtWork>[] = [
  {
    hook: 'in a GAN',
    question: 'trains three steps to the same state on onnx and tfjs, to 1e-3 relative',
    fix: 'Keep numbers finite and away from the limits of float32.',
    objection: enginesObjection,
  },
  {
    hook: 'in a GAN',
    question: 'goes on after its state was saved and read as it would have without',
    fix: 'Keep what is remembered in declared state, never in variables of the module.',
    objection: roundTripObjection,
  },
];
