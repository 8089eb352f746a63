/** Three iterations of every preset, made small, from the same numbers on both engines. */
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { listPresets, type Gan, type TensorMap } from '../../src/index.js';
import { smallFiles } from './support/smallFiles.js';
import { smallPreset } from './support/smallPreset.js';

/** A layer with its options. */
type Tagged = Readonly<Record<string, unknown>> & { readonly type: string };

const files = smallFiles();
afterAll(() => {
  rmSync(files, { recursive: true });
});

/** ‖a − b‖₂ / ‖b‖₂ of one tensor. */
function relativeDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let difference = 0;
  let size = 0;
  for (let i = 0; i < b.length; i += 1) {
    const reference = b[i] ?? NaN;
    difference += ((a[i] ?? NaN) - reference) ** 2;
    size += reference ** 2;
  }
  return difference === 0 ? 0 : Math.sqrt(difference / size);
}

/** Replaces activations with discontinuous derivatives, such as rectifiers: rounding would decide the side of an input. */
function withoutJump(layer: unknown): unknown {
  const options = typeof layer === 'string' ? { type: layer } : (layer as Tagged);
  if (!/^(leakyR|r)eLU$/i.test(options.type)) return layer;
  const kept = Object.entries(options).filter(([key]) => key !== 'alpha' && key !== 'gain');
  return { ...Object.fromEntries(kept), type: 'activation', activation: 'swish' };
}

/**
 * A small preset as a smooth function of its numbers. At first Adam moves by the sign of a gradient, however small it is:
 * if the gradient is below the rounding errors of float32, engines may step in either direction. A larger epsilon prevents
 * that.
 */
function smooth(name: string): Gan {
  const { spec } = smallPreset(name, files);
  const set = (['generator', 'discriminator'] as const)
    .filter((network) => spec.optimizers[network].type === 'adam')
    .map((network) => `optimizers.${network}.epsilon=1e-4`);
  return smallPreset(name, files, { set, layer: withoutJump });
}

/** Tensors left out: in the gradient of the last bias real and generated samples cancel up to rounding errors. */
function isCompared(tensor: string, { resolved }: Gan): boolean {
  return !tensor.endsWith(`${resolved.networks.discriminator.output}/bias`);
}

describe('after three iterations with batches of 4', () => {
  it.each(listPresets())(
    'onnx and tfjs agree on every state tensor of $name',
    async ({ name }) => {
      const gan = smooth(name);
      const states: TensorMap[] = [];
      for (const engine of ['tfjs', 'onnx'] as const) {
        const session = await gan.prepare({ engine, seed: 11 });
        for (let step = 0; step < 3; step += 1) await session.iterate();
        states.push(await session.readState());
        await session.dispose();
      }
      const [reference, state] = states;
      if (!reference || !state) throw new Error('two states were read');
      expect([...state.keys()].sort()).toEqual([...reference.keys()].sort());
      const compared = [...reference].filter(([tensor]) => isCompared(tensor, gan));
      const differences = compared.map(
        ([tensor, { data }]) =>
          [tensor, relativeDifference(state.get(tensor)?.data ?? [], data)] as const,
      );
      expect(differences.filter(([, difference]) => !(difference < 1e-3))).toEqual([]);
    },
    300_000,
  );
});
