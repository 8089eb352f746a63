/** Questions about losses. */
import { gradients } from '../../autodiff/gradients.js';
import { interpret } from '../../oracle/interpret.js';
import { tf, type Tensor } from '../../tf.js';
import type { KernelGraph } from '../../ir/kernelGraph.js';
import type { Recorder } from '../../trace/record.js';
import { scalarOf, termContext } from '../contexts.js';
import { derivativeObjection } from '../derivatives.js';
import type { Example } from '../example.js';
import type { Objection, Question } from '../finding.js';
import { recorded } from '../recorded.js';
import { notFinite, runOn } from '../runOn.js';

const networks = ['discriminatorLoss', 'generatorLoss'] as const;
type Network = (typeof networks)[number];
type Loss = Example<'loss'>;

/** A loss as function of `[batch, 1]` scores. */
function lossOf({ entry, config }: Loss, network: Network, recorder: Recorder) {
  const context = termContext(recorder, Object.keys(entry.state(config)));
  return (real: Tensor, fake: Tensor) => scalarOf(entry[network]({ real, fake }, config, context));
}

function column(recorder: Recorder, name: string, batch: number) {
  return recorder.input(name, { dtype: 'float32', shape: [batch, 1] }, 'feed');
}

/** The graph of a loss and its gradients by both scores. */
function graphOf(loss: Loss, network: Network, batch: number): KernelGraph {
  return recorded((recorder) => {
    const real = column(recorder, 'real', batch);
    const fake = column(recorder, 'fake', batch);
    const value = lossOf(loss, network, recorder)(real, fake);
    const [byReal, byFake] = gradients(recorder, value, [real, fake]);
    return [
      { name: network, kind: 'result', tensor: value },
      ...(byReal
        ? [{ name: 'its gradient by real', kind: 'result' as const, tensor: byReal }]
        : []),
      ...(byFake
        ? [{ name: 'its gradient by fake', kind: 'result' as const, tensor: byFake }]
        : []),
    ];
  });
}

type Numbers = readonly number[];

function feedsOf({ entry, config }: Loss, real: Numbers, fake: Numbers) {
  const state = Object.entries(entry.state(config)).map(
    ([name, value]) => [`state/${name}`, Float64Array.of(value)] as const,
  );
  return new Map([
    ...state,
    ['real', Float64Array.from(real)] as const,
    ['fake', Float64Array.from(fake)] as const,
  ]);
}

function valueAt(loss: Loss, network: Network, real: Numbers, fake: Numbers): number {
  const graph = graphOf(loss, network, real.length);
  return interpret(graph, feedsOf(loss, real, fake)).get(network)?.[0] ?? NaN;
}

/** Scores [real, fake] before and after; the loss must fall from one to the other. */
type Move = readonly [before: readonly [Numbers, Numbers], after: readonly [Numbers, Numbers]];

function mustFall(
  network: Network,
  move: string,
  fix: string,
  [before, after]: Move,
): Question<Loss> {
  return {
    hook: network,
    question: `falls when ${move}`,
    fix,
    objection: (loss) => {
      const from = valueAt(loss, network, ...before);
      const to = valueAt(loss, network, ...after);
      return to < from ? undefined : `it goes from ${from} to ${to}`;
    },
  };
}

async function finiteAtExtremes(loss: Loss, network: Network): Promise<Objection> {
  const graph = graphOf(loss, network, 2);
  for (const real of [-100, 100]) {
    for (const fake of [-100, 100]) {
      const feeds = feedsOf(loss, [real, real], [fake, fake]);
      const found = notFinite(await runOn('tfjs', graph, feeds));
      if (found !== undefined) return `at real scores ${real} and fake scores ${fake} ${found}`;
    }
  }
  return undefined;
}

function derivative(network: Network, order: 'first' | 'second'): Question<Loss> {
  const scores = ['real', 'fake'].map((name) => ({ name, shape: [5, 1] }));
  return {
    hook: network,
    question: `has the ${order} derivative by each score that finite differences show`,
    fix: 'Compute with smooth tensor functions; what stopGradient holds back counts as fixed.',
    objection: (loss) =>
      derivativeObjection(order, scores, (recorder, [real, fake]) => {
        if (!real || !fake) throw new TypeError('two scores were declared');
        return lossOf(loss, network, recorder)(tf.mul(real, 3), tf.mul(fake, 3));
      }),
  };
}

function general(network: Network): readonly Question<Loss>[] {
  return [
    {
      hook: network,
      question: 'is a finite scalar with finite gradients at scores of ±100, in float32',
      fix: 'Give a mean over the batch, and write exponentials and logarithms with tf.softplus or tf.logSigmoid, which do not overflow.',
      objection: (loss) => finiteAtExtremes(loss, network),
    },
    derivative(network, 'first'),
    derivative(network, 'second'),
    {
      hook: network,
      question: 'is the same for a batch and for that batch twice over',
      fix: 'Take means over the batch, not sums.',
      objection: (loss) => {
        const once = valueAt(loss, network, [0.5, -1], [2, 0]);
        const twice = valueAt(loss, network, [0.5, -1, 0.5, -1], [2, 0, 2, 0]);
        const close = Math.abs(twice - once) <= 1e-9 * Math.max(1, Math.abs(once));
        return close ? undefined : `it is ${once}, and ${twice} for the batch twice over`;
      },
    },
  ];
}

const upIsReal =
  'Higher scores mean more real: turn the signs round where a paper has it otherwise.';

/** What is asked of every loss. */
export const lossQuestions: readonly Question<Loss>[] = [
  ...networks.flatMap(general),
  mustFall('discriminatorLoss', 'real scores rise from 0.1, 0.2 to 0.2, 0.3', upIsReal, [
    [
      [0.1, 0.2],
      [0.3, 0.1],
    ],
    [
      [0.2, 0.3],
      [0.3, 0.1],
    ],
  ]),
  mustFall('discriminatorLoss', 'fake scores fall from 0.3, 0.2 to 0.2, 0.1', upIsReal, [
    [
      [0.1, 0.2],
      [0.3, 0.2],
    ],
    [
      [0.1, 0.2],
      [0.2, 0.1],
    ],
  ]),
  mustFall('generatorLoss', 'fake scores rise from -0.3, -0.2 to -0.2, -0.1', upIsReal, [
    [
      [0, 0],
      [-0.3, -0.2],
    ],
    [
      [0, 0],
      [-0.2, -0.1],
    ],
  ]),
  {
    hook: 'state',
    question: 'declares finite numbers, whose next values are finite scalars',
    fix: 'Declare each number in `state` with its first value, and give `update` a scalar.',
    objection: nextState,
  },
];

async function nextState(loss: Loss): Promise<Objection> {
  const { entry, config } = loss;
  const state = entry.state(config);
  const wrong = Object.entries(state).find(([, value]) => !Number.isFinite(value));
  if (wrong) return `"${wrong[0]}" starts as ${wrong[1]}`;
  const graph = recorded((recorder) => {
    const updates = new Map<string, Tensor>();
    const context = termContext(recorder, Object.keys(state), updates);
    const scores = { real: column(recorder, 'real', 3), fake: column(recorder, 'fake', 3) };
    entry.discriminatorLoss(scores, config, context);
    return [...updates].map(([name, value]) => ({
      name: `the next "${name}"`,
      kind: 'result',
      tensor: scalarOf(value),
    }));
  });
  return notFinite(await runOn('tfjs', graph, feedsOf(loss, [100, 0, -1], [-100, 1, 2])));
}
