/** Losses as functions of scores. */
import { gradients } from '../autodiff/gradients.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import { sizeOf } from '../ir/tensorType.js';
import { interpret } from '../oracle/interpret.js';
import type { Tensor } from '../tf.js';
import type { Recorder } from '../trace/record.js';
import { lossContext, scalarOf, TermNotes } from './contexts.js';
import type { Example } from './example.js';
import { recorded } from './recorded.js';
import { graphConfig } from './scheduled.js';

/** The two functions of a loss. */
export const lossHooks = ['discriminatorLoss', 'generatorLoss'] as const;
/** A function of a loss. */
export type LossHook = (typeof lossHooks)[number];
/** A loss with the options of one example. */
export type LossExample = Example<'loss'>;

/** A loss as function of `[batch, 1]` scores. */
export function lossOf(loss: LossExample, hook: LossHook, recorder: Recorder) {
  const { entry, config } = loss;
  const context = lossContext(recorder, Object.keys(entry.state(config)));
  const options = graphConfig(loss, recorder);
  return (real: Tensor, fake: Tensor) => scalarOf(entry[hook]({ real, fake }, options, context));
}

function column(recorder: Recorder, name: string, batch: number) {
  return recorder.input(name, { dtype: 'float32', shape: [batch, 1] }, 'feed');
}

/** The graph of a loss and its gradients with respect to both scores. */
export function lossGraph(loss: LossExample, hook: LossHook, batch: number): KernelGraph {
  return recorded((recorder) => {
    const real = column(recorder, 'real', batch);
    const fake = column(recorder, 'fake', batch);
    const value = lossOf(loss, hook, recorder)(real, fake);
    const [byReal, byFake] = gradients(recorder, value, [real, fake]);
    return [
      { name: hook, kind: 'result', tensor: value },
      ...(byReal
        ? [{ name: 'its gradient by real', kind: 'result' as const, tensor: byReal }]
        : []),
      ...(byFake
        ? [{ name: 'its gradient by fake', kind: 'result' as const, tensor: byFake }]
        : []),
    ];
  });
}

/** Scores of a batch. */
export type Numbers = readonly number[];
/** State of a loss by name. */
export type LossState = Readonly<Record<string, number>>;

/** The state at the start of a run. */
export function firstState({ entry, config }: LossExample): LossState {
  return entry.state(config);
}

/** Feeds for the graph of a loss. Random numbers are the same for all samples: 0.5, and 0 for booleans. */
export function feedsOf(graph: KernelGraph, state: LossState, real: Numbers, fake: Numbers) {
  const drawn = graph.inputs.flatMap(({ name, value }) => {
    const { dtype, shape } = graph.types[value] ?? { dtype: 'float32', shape: [] };
    const numbers = new Float64Array(sizeOf(shape)).fill(dtype === 'bool' ? 0 : 0.5);
    return name.startsWith('random/') ? [[name, numbers] as const] : [];
  });
  const kept = Object.entries(state).map(
    ([name, value]) => [`state/${name}`, Float64Array.of(value)] as const,
  );
  return new Map([
    ...drawn,
    ...kept,
    ['real', Float64Array.from(real)] as const,
    ['fake', Float64Array.from(fake)] as const,
  ]);
}

/** Value of a loss at scores [real, fake], in float64. */
export function valueAt(
  loss: LossExample,
  hook: LossHook,
  [real, fake]: readonly [Numbers, Numbers],
  state = firstState(loss),
): number {
  const graph = lossGraph(loss, hook, real.length);
  return interpret(graph, feedsOf(graph, state, real, fake)).get(hook)?.[0] ?? NaN;
}

/** Derivative of the generator's loss with respect to the first generated score, in float64; undefined without one. */
export function gradientByFake(
  loss: LossExample,
  [real, fake]: readonly [Numbers, Numbers],
): number | undefined {
  const graph = lossGraph(loss, 'generatorLoss', real.length);
  const values = interpret(graph, feedsOf(graph, firstState(loss), real, fake));
  return values.get('its gradient by fake')?.[0];
}

/** The graph of the next value of each state number that the loss updates. */
export function stateGraph({ entry, config }: LossExample, batch: number): KernelGraph {
  return recorded((recorder) => {
    const notes = new TermNotes();
    const context = lossContext(recorder, Object.keys(entry.state(config)), notes);
    const scores = {
      real: column(recorder, 'real', batch),
      fake: column(recorder, 'fake', batch),
    };
    entry.discriminatorLoss(scores, config, context);
    return [...notes.updates].map(([name, value]) => ({
      name: `the next "${name}"`,
      kind: 'result',
      tensor: scalarOf(value),
    }));
  });
}

/** The state after one step at these scores. */
export function stateAfter(
  loss: LossExample,
  [real, fake]: readonly [Numbers, Numbers],
): LossState {
  const graph = stateGraph(loss, real.length);
  const state = firstState(loss);
  const next = interpret(graph, feedsOf(graph, state, real, fake));
  const numbers = Object.entries(state).map(
    ([name, value]) => [name, next.get(`the next "${name}"`)?.[0] ?? value] as const,
  );
  return Object.fromEntries(numbers);
}
