/** A layer's weights for its forward pass: normalized and scaled by the layer's options. */
import { sizeOf } from '../ir/tensorType.js';
import { kernelMatrix } from '../ops/kernelMatrix.js';
import { type ParameterSpec, kernelAxes, outputsOf, singularVector } from '../entries/parameter.js';
import type { ResolvedLayer } from '../language/resolvedGan.js';
import { tf, type Tensor } from '../tf.js';
import type { GraphScope } from './graphScope.js';

/** Access to a layer's weights. */
export interface WeightAccess {
  /** Full name of a parameter. */
  readonly stateName: (parameter: string) => string;
  /** True where this pass updates the singular vectors of spectral normalization. */
  readonly updateVectors: boolean;
}

/** Weights of the layer's own parameters by name, without those that weight options have added. */
export function layerWeights(
  scope: GraphScope,
  layer: ResolvedLayer,
  access: WeightAccess,
): Readonly<Record<string, Tensor>> {
  const { spectralNorm, equalizedLearningRate } = layer.config;
  const added = new Set(
    spectralNorm ? layer.parameters.map(({ name }) => singularVector(name)) : [],
  );
  const own = layer.parameters.filter(({ name }) => !added.has(name));
  return Object.fromEntries(
    own.map((parameter) => {
      const plain = scope.state(access.stateName(parameter.name));
      const scaled = equalized(plain, parameter, equalizedLearningRate);
      const isNormalized = spectralNorm && kernelAxes(parameter) !== undefined;
      return [
        parameter.name,
        isNormalized ? normalized(scope, scaled, parameter, access) : scaled,
      ] as const;
    }),
  );
}

/**
 * w · m / √fan-in for kernels and b · m for all else, m being the multiplier.
 * @source Karras et al. 2018, arXiv:1710.10196, section 4.1; multiplier: Karras et al. 2019, arXiv:1812.04948, appendix C
 */
function equalized(value: Tensor, parameter: ParameterSpec, option: boolean | number): Tensor {
  if (option === false || !parameter.trainable) return value;
  const multiplier = option === true ? 1 : option;
  if (kernelAxes(parameter) === undefined) {
    return multiplier === 1 ? value : tf.mul(value, multiplier);
  }
  const fanIn = sizeOf(parameter.shape) / outputsOf(parameter);
  return tf.mul(value, multiplier / Math.sqrt(fanIn));
}

/**
 * W / σ with σ = vᵀ W u, after one step of the power iteration v = Wu / ‖Wu‖, u = Wᵀv / ‖Wᵀv‖, through which no gradient
 * flows. W `[fan-in, outputs]` is the kernel as a matrix, so that u is the paper's left singular vector. All passes of a
 * graph share one estimate. It is kept only by the run that updates the network, so that all batches whose gradients are
 * added up for one update see the same weights.
 * @source Miyato et al. 2018, arXiv:1802.05957, eq. (8) and Algorithm 1
 */
function normalized(
  scope: GraphScope,
  kernel: Tensor,
  parameter: ParameterSpec,
  { stateName, updateVectors }: WeightAccess,
): Tensor {
  return scope.once(`spectralNorm/${stateName(parameter.name)}`, () => {
    const matrix = kernelMatrix(kernel, kernelAxes(parameter) ?? []);
    const fixed = scope.recorder.stopGradient(matrix);
    const vector = stateName(singularVector(parameter.name));
    const start = tf.reshape(scope.state(vector), [-1, 1]);
    const inner = unit(tf.matMul(fixed, start));
    const outer = unit(tf.matMul(fixed, inner, true, false));
    if (updateVectors) scope.setState(vector, tf.reshape(outer, [-1]));
    const sigma = tf.sum(tf.mul(outer, tf.matMul(matrix, inner, true, false)));
    return tf.div(kernel, sigma);
  });
}

function unit(vector: Tensor): Tensor {
  return tf.mul(vector, tf.rsqrt(tf.add(tf.sum(tf.square(vector)), 1e-12)));
}
