/** Contexts of hooks for checks: every state and random tensor is an input of the recorded graph. */
import type { ScheduledDistribution } from '../entries/config.js';
import type { LayerContext } from '../entries/layerContext.js';
import type { LossContext } from '../entries/loss.js';
import type { Tagged } from '../entries/tagged.js';
import { declaredState, undeclaredState, type TermContext } from '../entries/termContext.js';
import { entryOf } from '../entries/entryOf.js';
import type { Registry } from '../entries/registry.js';
import type { Shape } from '../ir/tensorType.js';
import { tf, type Scalar, type Tensor } from '../tf.js';
import { constantOf, checkRandom } from '../program/contextArguments.js';
import { HookError } from './check.js';
import type { Recorder } from '../trace/record.js';

/** A value as a float32 scalar. @throws HookError for anything else. */
export function scalarOf(value: unknown): Scalar {
  const tensor = tensorOf(value);
  if (tensor.rank === 0) return tensor as Scalar;
  throw new HookError(
    `it gives a tensor of shape [${tensor.shape.join(', ')}], not a scalar`,
    'Take a mean over the batch: tf.mean(…).',
  );
}

/** A value as a float32 tensor. @throws HookError for anything else. */
export function tensorOf(value: unknown): Tensor {
  if (isTensor(value) && value.dtype === 'float32') return value;
  const found = isTensor(value) ? `a tensor of ${value.dtype}` : typeof value;
  throw new HookError(`it gives ${found}, not a float32 tensor`, 'Return a float32 tensor.');
}

function isTensor(value: unknown): value is Tensor {
  return value instanceof tf.Tensor;
}

/** Calls of `update` and `report` by a loss or a penalty. */
export class TermNotes {
  readonly updates = new Map<string, Tensor>();
  readonly reports = new Map<string, Tensor>();
}

/** The context of a loss. @param state Names of its numbers. */
export function lossContext(
  recorder: Recorder,
  state: readonly string[],
  notes = new TermNotes(),
): LossContext {
  return { ...termContext(recorder, state, notes), random: random(recorder) };
}

function termContext(
  recorder: Recorder,
  state: readonly string[],
  { updates, reports }: TermNotes,
): TermContext {
  const inputs = state.map((name): [string, Scalar] => [
    name,
    scalarOf(recorder.input(`state/${name}`, { dtype: 'float32', shape: [] }, 'feed')),
  ]);
  return {
    state: declaredState(Object.fromEntries(inputs)),
    update: (name, value) => {
      if (!state.includes(name)) throw undeclaredState(name);
      updates.set(name, value);
    },
    report: (name, value) => {
      reports.set(name, scalarOf(value));
    },
    stopGradient: (x) => recorder.stopGradient(x),
    constant: constant(recorder),
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
    stopGradient: (x) => recorder.stopGradient(x),
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
  return (values, shape) => constantOf(recorder, values, shape);
}

/** Declares random tensors; calls with the same name share one input. */
function random(
  recorder: Recorder,
): (name: string, shape: Shape, distribution: ScheduledDistribution) => Tensor {
  const known = new Map<string, Tensor>();
  return (name, shape, distribution) => {
    checkRandom(recorder, name, shape, distribution);
    const dtype = distribution.kind === 'bernoulli' ? 'bool' : 'float32';
    const tensor = known.get(name) ?? recorder.input(`random/${name}`, { dtype, shape }, 'feed');
    known.set(name, tensor);
    return tensor;
  };
}
