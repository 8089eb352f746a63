/** Checks of losses. */
import { tf } from '../../tf.js';
import { derivativeFailure } from '../derivatives.js';
import type { Failure, Check } from '../check.js';
import { hookResult } from '../hookResult.js';
import {
  feedsOf,
  firstState,
  lossGraph,
  lossHooks,
  lossOf,
  gradientByFake,
  stateAfter,
  stateGraph,
  valueAt,
  type LossExample,
  type LossHook,
  type Numbers,
} from '../lossProbe.js';
import { notFinite, runOn } from '../runOn.js';
import { scheduledFailure, takesTensors } from '../scheduled.js';

/** A change of the scores [real, fake] under which a loss must fall. */
type Move = readonly [before: readonly [Numbers, Numbers], after: readonly [Numbers, Numbers]];

function mustFall(
  hook: LossHook,
  move: string,
  fix: string,
  [before, after]: Move,
): Check<LossExample> {
  return {
    hook,
    claim: `falls when ${move}`,
    fix,
    run: (loss) => {
      // The more real a sample seems, the smaller is its reconstruction error.
      const scores = ([real, fake]: readonly [Numbers, Numbers]): readonly [Numbers, Numbers] =>
        loss.entry.scores === 'logits'
          ? [real, fake]
          : [real.map((x) => 0.4 - x), fake.map((x) => 0.4 - x)];
      // A state number may be a weight that starts at zero and grows while the discriminator is wrong.
      const state = stateAfter(loss, scores([[-1], [0.4]]));
      const from = valueAt(loss, hook, scores(before), state);
      const to = valueAt(loss, hook, scores(after), state);
      const odd = [from, to].find((value) => !Number.isFinite(value));
      if (odd !== undefined) return `it is no finite number: ${odd}`;
      return to < from ? undefined : `it goes from ${from} to ${to}`;
    },
  };
}

async function finiteAtExtremes(loss: LossExample, hook: LossHook): Promise<Failure> {
  const graph = lossGraph(loss, hook, 2);
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

function derivative(hook: LossHook, order: 'first' | 'second'): Check<LossExample> {
  return {
    hook,
    claim: `has the ${order} derivative by each score that finite differences show`,
    fix: 'Compute with smooth tensor functions; what stopGradient holds back counts as fixed.',
    run: (loss) =>
      derivativeFailure(order, scores, (recorder, [real, fake]) => {
        if (!real || !fake) throw new TypeError('two scores were declared');
        return lossOf(loss, hook, recorder)(tf.mul(real, 3), tf.mul(fake, 3));
      }),
  };
}

function general(hook: LossHook): readonly Check<LossExample>[] {
  return [
    {
      hook,
      claim:
        'is a finite scalar with finite gradients at scores of ±100, or errors of 0 and 100, in float32',
      fix: 'Give a mean over the batch, and write exponentials and logarithms with tf.softplus or tf.logSigmoid, which do not overflow.',
      run: (loss) => finiteAtExtremes(loss, hook),
    },
    {
      hook,
      ...takesTensors,
      run: (loss) => scheduledFailure(loss, scores, (one) => lossGraph(one, hook, 5)),
    },
    derivative(hook, 'first'),
    derivative(hook, 'second'),
    {
      hook,
      claim: 'is the same for a batch and for that batch twice over',
      fix: 'Take means over the batch, not sums.',
      run: (loss) => {
        const once = valueAt(loss, hook, [
          [0.5, -1],
          [2, 0],
        ]);
        const twice = valueAt(loss, hook, [
          [0.5, -1, 0.5, -1],
          [2, 0, 2, 0],
        ]);
        if (!Number.isFinite(once)) return `it is no finite number: ${once}`;
        const close = Math.abs(twice - once) <= 1e-9 * Math.max(1, Math.abs(once));
        return close ? undefined : `it is ${once}, and ${twice} for the batch twice over`;
      },
    },
  ];
}

const upIsReal =
  'Higher scores mean more real, and of reconstructions lower ones do: turn the signs round where a paper has it otherwise.';

export const lossChecks: readonly Check<LossExample>[] = [
  ...['signed', 'distance', 'state'].map((hook) => hookResult<LossExample>(hook)),
  ...lossHooks.flatMap(general),
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
    claim:
      'has a derivative by each fake score that does not depend on the others, where it is separable',
    fix: 'Set `separable: false`: then topK, which leaves scores out, is refused.',
    run: (loss) => {
      if (!loss.entry.separable) return undefined;
      const [alone, beside] = [-1, 2].map((other) =>
        gradientByFake(loss, [
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
    claim: 'declares finite numbers, whose next values are finite scalars',
    fix: 'Declare each number in `state` with its first value, and give `update` a scalar.',
    run: nextState,
  },
];

async function nextState(loss: LossExample): Promise<Failure> {
  const state = firstState(loss);
  const wrong = Object.entries(state).find(([, value]) => !Number.isFinite(value));
  if (wrong) return `"${wrong[0]}" starts as ${wrong[1]}`;
  const graph = stateGraph(loss, 3);
  return notFinite(await runOn('tfjs', graph, feedsOf(graph, state, [100, 0, -1], [-100, 1, 2])));
}
