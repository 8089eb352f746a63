/** Small presets as smooth functions of their numbers, whose states are compared within rounding. */
import type { Gan, TensorMap } from '../../../src/index.js';
import { smallPreset } from './smallPreset.js';

/** A layer with its options. */
type Tagged = Readonly<Record<string, unknown>> & { readonly type: string };

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
 * @param changes Settings as for `--set`.
 */
export function smoothPreset(name: string, files: string, changes: readonly string[] = []): Gan {
  const { spec } = smallPreset(name, files);
  const set = (['generator', 'discriminator'] as const)
    .filter((network) => spec.optimizers[network].type === 'adam')
    .map((network) => `optimizers.${network}.epsilon=1e-4`);
  return smallPreset(name, files, { set: [...set, ...changes], layer: withoutJump });
}

/** Tensors left out: in the gradient of the last bias real and generated samples cancel up to rounding errors. */
function isCompared(tensor: string, { resolved }: Gan): boolean {
  return !tensor.endsWith(`${resolved.networks.discriminator.output}/bias`);
}

/** The relative difference of every tensor that is compared. */
export function differences(
  gan: Gan,
  state: TensorMap,
  reference: TensorMap,
): readonly (readonly [string, number])[] {
  return [...reference]
    .filter(([tensor]) => isCompared(tensor, gan))
    .map(([tensor, { data }]) => [tensor, relativeDifference(state.get(tensor)?.data ?? [], data)]);
}
