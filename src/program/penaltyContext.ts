/** The context of a penalty, from the tensors and networks of one step. */
import { gradients } from '../autodiff/gradients.js';
import { InternalError } from '../diagnostics/errors.js';
import type { LossContext } from '../entries/loss.js';
import { kernelAxes, type ParameterSpec } from '../entries/parameter.js';
import type { PenaltyContext } from '../entries/penalty.js';
import type { Shape } from '../ir/tensorType.js';
import type { Distribution } from '../random/distribution.js';
import { tf, type Tensor } from '../tf.js';
import type { Recorder } from '../trace/record.js';
import { checkGradient } from './contextArguments.js';

/** A parameter of a penalty's network, with its tensor in this step. */
export interface PenalizedParameter extends Pick<
  ParameterSpec,
  'shape' | 'trainable' | 'outputAxes'
> {
  /** `<network>/<layer>/<parameter>`. */
  readonly path: string;
  readonly tensor: Tensor;
}

/** Parts of the context that depend on the networks. A getter is read only where the penalty asks for the tensor. */
export interface PenaltyInputs extends Pick<
  PenaltyContext,
  'network' | 'real' | 'fake' | 'scores' | 'latent' | 'discriminator' | 'generator' | 'layer'
> {
  /** Shape `[batch, dim]` and distribution of the latent vectors. */
  readonly latentShape: Shape;
  readonly latentDistribution: Exclude<Distribution, { kind: 'bernoulli' }>;
  /** Trainable parameters of `network`, in layer order. */
  readonly weights: readonly PenalizedParameter[];
  /** ∂ (Σ y) / ∂ x; default: recorded. */
  readonly differentiate?: (y: Tensor, x: Tensor) => Tensor;
}

/**
 * Makes a penalty's context.
 * @param terms State, reports and random numbers of the penalty.
 */
export function penaltyContext(
  recorder: Recorder,
  terms: LossContext,
  inputs: PenaltyInputs,
): PenaltyContext {
  const { network, discriminator, generator, layer, latentShape, latentDistribution } = inputs;
  return {
    ...terms,
    network,
    get real() {
      return inputs.real;
    },
    get fake() {
      return inputs.fake;
    },
    get scores() {
      return inputs.scores;
    },
    get latent() {
      return inputs.latent;
    },
    otherLatent: (name) => terms.random(name, latentShape, latentDistribution),
    discriminator,
    generator,
    layer,
    kernels: inputs.weights.flatMap((weight) => {
      const outputAxes = kernelAxes(weight);
      return outputAxes ? [{ name: weight.path, tensor: weight.tensor, outputAxes }] : [];
    }),
    parameters: inputs.weights.map(({ tensor }) => tensor),
    gradient: (y, x) => {
      if (inputs.differentiate) return inputs.differentiate(y, x);
      checkGradient(recorder, y, x);
      const [gradient] = gradients(recorder, tf.sum(y), [x]);
      if (!gradient) throw new InternalError('a gradient was asked for and none came');
      return gradient;
    },
  };
}
