/** A layer's weights as its forward pass takes them: normalized and scaled as the layer's options say. */
import { InternalError } from '../diagnostics/errors.js';
import type { ParameterSpec } from '../registry/entries.js';
import { kernelAxis, singularVector } from '../registry/kernel.js';
import type { ResolvedLayer } from '../spec/resolvedGan.js';
import { tf, type Tensor } from '../tf.js';
import type { GraphScope } from './graphScope.js';

/** Where a layer's weights are found. */
export interface WeightAccess {
  /** Full name of a parameter. */
  readonly stateName: (parameter: string) => string;
  /** Whether this pass moves the singular vectors that are kept beside them. */
  readonly updateVectors: boolean;
}

/** The layer's own parameters by name, those that weight options have added left out. */
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
      const isNormalized = spectralNorm && kernelAxis(parameter) !== undefined;
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
  const axis = kernelAxis(parameter);
  if (axis === undefined) return multiplier === 1 ? value : tf.mul(value, multiplier);
  const size = parameter.shape.reduce((a, b) => a * b, 1);
  return tf.mul(value, multiplier / Math.sqrt(size / (parameter.shape[axis] ?? 1)));
}

/**
 * W / σ with σ = uᵀ W v, after one step of the power iteration v = Wᵀu / ‖Wᵀu‖, u = Wv / ‖Wv‖, through which no
 * gradient flows. W `[outputs, rest]` is the kernel with its output axis first. All passes of a graph share one estimate;
 * passes of the run that updates the network keep it for the next update, so that the gradients of all batches that
 * are added up for one update belong to the same weights.
 * @source Miyato et al. 2018, arXiv:1802.05957, eq. (8) and Algorithm 1
 */
function normalized(
  scope: GraphScope,
  kernel: Tensor,
  parameter: ParameterSpec,
  { stateName, updateVectors }: WeightAccess,
): Tensor {
  return scope.once(`spectralNorm/${stateName(parameter.name)}`, () => {
    const matrix = outputsFirst(kernel, parameter);
    const fixed = scope.recorder.stopGradient(matrix);
    const vector = stateName(singularVector(parameter.name));
    const start = tf.reshape(scope.state(vector), [-1, 1]);
    const right = unit(tf.matMul(fixed, start, true, false));
    const left = unit(tf.matMul(fixed, right));
    if (updateVectors) scope.setState(vector, tf.reshape(left, [-1]));
    const sigma = tf.sum(tf.mul(left, tf.matMul(matrix, right)));
    return tf.div(kernel, sigma);
  });
}

function outputsFirst(kernel: Tensor, parameter: ParameterSpec): Tensor {
  const axis = kernelAxis(parameter);
  if (axis === undefined) throw new InternalError(`${parameter.name} is no kernel`);
  const { shape } = parameter;
  const outputs = shape[axis] ?? 1;
  if (axis === shape.length - 1) return tf.transpose(tf.reshape(kernel, [-1, outputs]), [1, 0]);
  const others = shape.map((_size, each) => each).filter((each) => each !== axis);
  return tf.reshape(tf.transpose(kernel, [axis, ...others]), [outputs, -1]);
}

function unit(vector: Tensor): Tensor {
  return tf.mul(vector, tf.rsqrt(tf.add(tf.sum(tf.square(vector)), 1e-12)));
}
