/** Questions about losses. */
import { tf } from '../../tf.js';
import { derivativeObjection } from '../derivatives.js';
import type { Objection, Question } from '../finding.js';
import {
  feedsOf,
  firstState,
  graphOf,
  lossOf,
  networks,
  slopeByFake,
  stateAfter,
  stateGraph,
  valueAt,
  type Loss,
  type Network,
  type Numbers,
} from '../lossProbe.js';
import { notFinite, runOn } from '../runOn.js';
import { scheduledObjection, takesTensors } from '../scheduled.js';

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
      // The better a sample is taken to be, the less its reconstruction differs.
      const scores = ([real, fake]: readonly [Numbers, Numbers]): readonly [Numbers, Numbers] =>
        loss.entry.scores === 'logits'
          ? [real, fake]
          : [real.map((x) => 0.4 - x), fake.map((x) => 0.4 - x)];
      // A number that is kept may be a weight that starts at zero and grows while the discriminator is wrong.
      const state = stateAfter(loss, scores([[-1], [0.4]]));
      const from = valueAt(loss, network, scores(before), state);
      const to = valueAt(loss, network, scores(after), state);
      return to < from ? undefined : `it goes from ${from} to ${to}`;
    },
  };
}

async function finiteAtExtremes(loss: Loss, network: Network): Promise<Objection> {
  const graph = graphOf(loss, network, 2);
  const extremes = loss.entry.scores === 'logits' ? [-100, 100] : [0, 100];
  for (const real of extremes) {
    for (const fake of extremes) {
      const feeds = feedsOf(graph, firstState(loss), [real, real], [fake, fake]);
      const found = notFinite(await runOn('tfjs', graph, feeds));
      if (found !== undefined) return `at real scores ${real} and fake scores ${fake} ${found}`;
    }
  }
  return undefined;
}

const scores = ['real', 'fake'].map((name) => ({ name, shape: [5, 1] }));

function derivative(network: Network, order: 'first' | 'second'): Question<Loss> {
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
      question:
        'is a finite scalar with finite gradients at scores of ±100, or errors of 0 and 100, in float32',
      fix: 'Give a mean over the batch, and write exponentials and logarithms with tf.softplus or tf.logSigmoid, which do not overflow.',
      objection: (loss) => finiteAtExtremes(loss, network),
    },
    {
      hook: network,
      ...takesTensors,
      objection: (loss) => scheduledObjection(loss, scores, (one) => graphOf(one, network, 5)),
    },
    derivative(network, 'first'),
    derivative(network, 'second'),
    {
      hook: network,
      question: 'is the same for a batch and for that batch twice over',
      fix: 'Take means over the batch, not sums.',
      objection: (loss) => {
        const once = valueAt(loss, network, [
          [0.5, -1],
          [2, 0],
        ]);
        const twice = valueAt(loss, network, [
          [0.5, -1, 0.5, -1],
          [2, 0, 2, 0],
        ]);
        const close = Math.abs(twice - once) <= 1e-9 * Math.max(1, Math.abs(once));
        return close ? undefined : `it is ${once}, and ${twice} for the batch twice over`;
      },
    },
  ];
}

const upIsReal =
  'Higher scores mean more real, and of reconstructions lower ones do: turn the signs round where a paper has it otherwise.';

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
    hook: 'generatorLoss',
    question: 'has a slope by each fake score that goes by no other one, where it is separable',
    fix: 'Set `separable: false`: then topK, which leaves scores out, is refused.',
    objection: (loss) => {
      if (!loss.entry.separable) return undefined;
      const [alone, beside] = [-1, 2].map((other) =>
        slopeByFake(loss, [
          [0.5, 0.1],
          [0.3, other],
        ]),
      );
      if (alone === undefined || beside === undefined) return undefined;
      return Math.abs(alone - beside) <= 1e-9 * Math.max(1, Math.abs(alone))
        ? undefined
        : `at a score of 0.3 it is ${alone} beside -1, and ${beside} beside 2`;
    },
  },
  {
    hook: 'state',
    question: 'declares finite numbers, whose next values are finite scalars',
    fix: 'Declare each number in `state` with its first value, and give `update` a scalar.',
    objection: nextState,
  },
];

async function nextState(loss: Loss): Promise<Objection> {
  const state = firstState(loss);
  const wrong = Object.entries(state).find(([, value]) => !Number.isFinite(value));
  if (wrong) return `"${wrong[0]}" starts as ${wrong[1]}`;
  const graph = stateGraph(loss, 3);
  return notFinite(await runOn('tfjs', graph, feedsOf(graph, state, [100, 0, -1], [-100, 1, 2])));
}
