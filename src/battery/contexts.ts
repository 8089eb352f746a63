/** What hooks get from their context while a battery records them: every tensor is an input of the probe. */
import { gradients } from '../autodiff/gradients.js';
import type {
  LayerContext,
  PenaltyContext,
  ScheduledDistribution,
  Tagged,
  TermContext,
} from '../registry/entries.js';
import { entryOf } from '../registry/entryOf.js';
import type { Registry } from '../registry/registry.js';
import type { Shape } from '../ir/tensorType.js';
import { tf, type Scalar, type Tensor } from '../tf.js';
import { HookError } from './finding.js';
import type { Recorder } from '../trace/record.js';

/** A tensor of the rank that a hook owes. @throws HookError for anything else. */
export function scalarOf(value: unknown): Scalar {
  const tensor = tensorOf(value);
  if (tensor.rank === 0) return tensor as Scalar;
  throw new HookError(
    `it gives a tensor of shape [${tensor.shape.join(', ')}], not a scalar`,
    'Take a mean over the batch: tf.mean(…).',
  );
}

/** A float32 tensor. @throws HookError for anything else. */
export function tensorOf(value: unknown): Tensor {
  if (isTensor(value) && value.dtype === 'float32') return value;
  const found = isTensor(value) ? `a tensor of ${value.dtype}` : typeof value;
  throw new HookError(`it gives ${found}, not a float32 tensor`, 'Return a float32 tensor.');
}

function isTensor(value: unknown): value is Tensor {
  return value instanceof tf.Tensor;
}

/** The context of a loss. @param updates Takes the next value of each number of its state. */
export function termContext(
  recorder: Recorder,
  state: readonly string[],
  updates = new Map<string, Tensor>(),
): TermContext {
  const inputs = state.map((name): [string, Scalar] => [
    name,
    scalarOf(recorder.input(`state/${name}`, { dtype: 'float32', shape: [] }, 'feed')),
  ]);
  return {
    state: Object.fromEntries(inputs),
    update: (name, value) => {
      if (!state.includes(name)) throw new Error(`the state "${name}" was not declared`);
      updates.set(name, value);
    },
    stopGradient: (x) => recorder.stopGradient(x),
    constant: constant(recorder),
  };
}

/** The context of a penalty, around a discriminator given as a function. */
export function penaltyContext(
  recorder: Recorder,
  real: Tensor,
  fake: Tensor,
  discriminator: (samples: Tensor) => Tensor,
): PenaltyContext {
  return {
    ...termContext(recorder, []),
    real,
    fake,
    discriminator,
    gradient: (y, x) => tensorOf(gradients(recorder, tf.sum(y), [x])[0]),
    random: random(recorder),
  };
}

/** The context of a layer. @param updates Takes the next value of each running statistic. */
export function layerContext(
  recorder: Recorder,
  registry: Registry,
  training: boolean,
  updates: Map<string, Tensor>,
): LayerContext {
  return {
    training,
    random: random(recorder),
    constant: constant(recorder),
    update: (parameter, value) => {
      updates.set(parameter, value);
    },
    activate: (x, activation) => {
      const config = activation as Tagged;
      return entryOf(registry, 'activation', config.type).apply(x, config);
    },
  };
}

function constant(recorder: Recorder): TermContext['constant'] {
  return (values, shape) =>
    recorder.constant({ dtype: 'float32', shape, data: Float32Array.from(values) });
}

/** Each name is one input, however often it is asked for. */
function random(
  recorder: Recorder,
): (name: string, shape: Shape, distribution: ScheduledDistribution) => Tensor {
  const known = new Map<string, Tensor>();
  return (name, shape, { kind }) => {
    const dtype = kind === 'bernoulli' ? 'bool' : 'float32';
    const tensor = known.get(name) ?? recorder.input(`random/${name}`, { dtype, shape }, 'feed');
    known.set(name, tensor);
    return tensor;
  };
}
