/** Parameters under `spectralNorm` and `equalizedLearningRate`. */
import { InternalError } from '../../diagnostics/errors.js';
import type { Distribution } from '../../random/distribution.js';
import { LayerShapeError } from '../../entries/layerShapeError.js';
import {
  type ParameterSpec,
  kernelAxes,
  outputsOf,
  singularVector,
} from '../../entries/parameter.js';
import type { NormalLayer } from '../normalSpec.js';

/**
 * The layer's own parameters and those that its weight options add.
 * With `equalizedLearningRate` kernels start from the standard normal distribution (Karras et al. 2018,
 * arXiv:1710.10196, section 4.1), divided by the multiplier (Karras et al. 2019, arXiv:1812.04948, appendix C), and all
 * other parameters from their own first value, divided by it.
 * @throws LayerShapeError where an option needs a kernel and there is none, or one to divide by that is zero.
 */
export function withWeightOptions(
  layer: NormalLayer,
  parameters: readonly ParameterSpec[],
): readonly ParameterSpec[] {
  const isKernel = (parameter: ParameterSpec): boolean => kernelAxes(parameter) !== undefined;
  for (const option of ['spectralNorm', 'equalizedLearningRate'] as const) {
    if (layer[option] === false || parameters.some(isKernel)) continue;
    throw new LayerShapeError(
      `${option} acts on kernels, and this ${layer.type} layer has none`,
      `Remove ${option} here; it belongs to layers with weights, such as dense and conv2d.`,
      option,
    );
  }
  const own = equalized(parameters, layer.equalizedLearningRate);
  if (!layer.spectralNorm) return own;
  const zero = own.find((each) => isKernel(each) && isZero(each.initial));
  if (zero) {
    throw new LayerShapeError(
      `spectralNorm divides ${zero.name} by its largest singular value, and it is zero at first`,
      'Start it from another initializer, or remove spectralNorm here.',
      'spectralNorm',
    );
  }
  return [...own, ...own.filter(isKernel).map(vectorOf)];
}

/** Divides initial values by the multiplier, with which the forward pass multiplies the parameters. */
function equalized(
  parameters: readonly ParameterSpec[],
  option: boolean | number,
): readonly ParameterSpec[] {
  if (option === false) return parameters;
  const multiplier = option === true ? 1 : option;
  return parameters.map((parameter) => {
    if (!parameter.trainable) return parameter;
    const initial: Distribution =
      kernelAxes(parameter) === undefined
        ? divided(parameter.initial, multiplier)
        : { kind: 'normal', mean: 0, stddev: 1 / multiplier };
    return { ...parameter, initial };
  });
}

function divided(initial: Distribution, divisor: number): Distribution {
  switch (initial.kind) {
    case 'constant':
      return { kind: 'constant', value: initial.value / divisor };
    case 'uniform':
      return { kind: 'uniform', low: initial.low / divisor, high: initial.high / divisor };
    case 'normal':
    case 'truncatedNormal': {
      const { kind, mean, stddev } = initial;
      return { kind, mean: mean / divisor, stddev: stddev / divisor };
    }
    case 'orthogonal':
    case 'identity':
      return { kind: initial.kind, gain: initial.gain / divisor };
    case 'bernoulli':
    case 'oneHot':
      throw new InternalError(`${initial.kind} is no first value of a parameter`);
  }
}

/** State of the power iteration: an estimate of the left singular vector, started at random. */
function vectorOf(kernel: ParameterSpec): ParameterSpec {
  return {
    name: singularVector(kernel.name),
    shape: [outputsOf(kernel)],
    initial: { kind: 'normal', mean: 0, stddev: 1 },
    trainable: false,
  };
}

/** True for a distribution of which every draw is 0. */
function isZero(initial: Distribution): boolean {
  switch (initial.kind) {
    case 'constant':
      return initial.value === 0;
    case 'uniform':
      return initial.low === 0 && initial.high === 0;
    case 'normal':
    case 'truncatedNormal':
      return initial.mean === 0 && initial.stddev === 0;
    case 'orthogonal':
    case 'identity':
      return initial.gain === 0;
    case 'bernoulli':
    case 'oneHot':
      return false;
  }
}
