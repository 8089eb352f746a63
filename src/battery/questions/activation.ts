/** Questions about activations. */
import { tf } from '../../tf.js';
import { tensorOf } from '../contexts.js';
import { derivativeObjection } from '../derivatives.js';
import type { Example } from '../example.js';
import type { Question } from '../finding.js';
import { recorded } from '../recorded.js';
import { notFinite, runOn } from '../runOn.js';
import { weighted } from '../weighted.js';

type Activation = Example<'activation'>;

const points = [-100, -3, -1, -0.25, 0, 0.25, 1, 3, 100];

async function valuesAt({ entry, config }: Activation, x: readonly number[]) {
  const graph = recorded((recorder) => {
    const shape = [x.length];
    const y = tensorOf(
      entry.apply(recorder.input('x', { dtype: 'float32', shape }, 'feed'), config),
    );
    if (y.shape.join() === shape.join()) return [{ name: 'it', kind: 'result', tensor: y }];
    throw new TypeError(`[${shape.join()}] becomes [${y.shape.join(', ')}]`);
  });
  return runOn('tfjs', graph, new Map([['x', x]]));
}

function derivative(order: 'first' | 'second'): Question<Activation> {
  return {
    hook: 'apply',
    question: `has the ${order} derivative that finite differences show`,
    fix: 'Compute with tensor functions that have derivatives of their own.',
    objection: ({ entry, config }) =>
      derivativeObjection(order, [{ name: 'x', shape: [12] }], (recorder, [x]) =>
        weighted(recorder, tensorOf(entry.apply(x ?? tf.scalar(0), config))),
      ),
  };
}

/** What is asked of every activation. */
export const activationQuestions: readonly Question<Activation>[] = [
  {
    hook: 'apply',
    question: 'gives a finite number for each value from -100 to 100, in float32',
    fix: 'Write exponentials so that they do not overflow, and keep the shape.',
    objection: async (activation) => notFinite(await valuesAt(activation, points)),
  },
  {
    hook: 'apply',
    question: 'acts on each value by itself',
    fix: 'Use functions of single elements, no sums or means.',
    objection: async (activation) => {
      const together = (await valuesAt(activation, points)).get('it')?.data ?? [];
      for (const [place, x] of points.entries()) {
        const alone = (await valuesAt(activation, [x])).get('it')?.data[0] ?? NaN;
        const beside = together[place] ?? NaN;
        if (!(Math.abs(alone - beside) <= 1e-5 * Math.max(1, Math.abs(alone)))) {
          return `${x} becomes ${alone} alone, and ${beside} beside others`;
        }
      }
      return undefined;
    },
  },
  {
    hook: 'range',
    question: 'has its values within the bounds it gives',
    fix: 'Return the least and the greatest value for inputs from low to high.',
    objection: async (activation) => {
      const { entry, config } = activation;
      for (const [from, to] of [
        [-100, 100],
        [-1, 3],
        [0.25, 1],
      ] as const) {
        const [low, high] = entry.range([from, to], config);
        const inside = points.filter((x) => from <= x && x <= to);
        const values = (await valuesAt(activation, inside)).get('it')?.data ?? [];
        const wrong = values.find((y) => !(y >= low - 1e-6 && y <= high + 1e-6));
        if (wrong !== undefined) {
          return `inputs from ${from} to ${to} give ${wrong}, outside of ${low} to ${high}`;
        }
      }
      return undefined;
    },
  },
  derivative('first'),
  derivative('second'),
];
