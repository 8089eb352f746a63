/** Checks of activations. */
import { tf } from '../../tf.js';
import { tensorOf } from '../contexts.js';
import { derivativeFailure } from '../derivatives.js';
import type { Example } from '../example.js';
import type { Check } from '../check.js';
import { recorded } from '../recorded.js';
import { remembered } from '../remembered.js';
import { notFinite, runOn } from '../runOn.js';
import { graphConfig, scheduledFailure, takesTensors } from '../scheduled.js';
import { weighted } from '../weighted.js';

type Activation = Example<'activation'>;

const variable = { name: 'x', shape: [12] };
const points = [-100, -3, -1, -0.25, 0, 0.25, 1, 3, 100];

const graphOf = remembered((activation: Activation, ...shape: readonly number[]) =>
  recorded((recorder) => {
    const x = recorder.input('x', { dtype: 'float32', shape }, 'feed');
    const y = tensorOf(activation.entry.apply(x, graphConfig(activation, recorder)));
    if (y.shape.join() === x.shape.join()) return [{ name: 'it', kind: 'result', tensor: y }];
    throw new TypeError(`[${x.shape.join()}] becomes [${y.shape.join(', ')}]`);
  }),
);

function valuesAt(activation: Activation, x: readonly number[], shape = [x.length]) {
  return runOn('tfjs', graphOf(activation, ...shape), new Map([['x', x]]));
}

function derivative(order: 'first' | 'second'): Check<Activation> {
  return {
    hook: 'apply',
    claim: `has the ${order} derivative that finite differences show`,
    fix: 'Compute with tensor functions that have derivatives of their own.',
    run: ({ entry, config }) =>
      derivativeFailure(order, [variable], (recorder, [x]) =>
        weighted(recorder, tensorOf(entry.apply(x ?? tf.scalar(0), config))),
      ),
  };
}

export const activationChecks: readonly Check<Activation>[] = [
  {
    hook: 'apply',
    claim: 'gives a finite number for each value from -100 to 100, in float32',
    fix: 'Write exponentials so that they do not overflow, and keep the shape.',
    run: async (activation) => notFinite(await valuesAt(activation, points)),
  },
  {
    hook: 'apply',
    claim: 'acts on each value by itself, or each vector where it is across the last axis',
    fix: 'Use functions of single elements, no sums or means; or say acrossLastAxis, and let each vector be by itself.',
    run: async (activation) => {
      const [size, shape] = activation.entry.acrossLastAxis ? [3, [3, 3]] : [1, [9]];
      const together = (await valuesAt(activation, points, shape)).get('it')?.data ?? [];
      for (let start = 0; start < points.length; start += size) {
        const vector = points.slice(start, start + size);
        const alone = (await valuesAt(activation, vector)).get('it')?.data ?? [];
        for (const [place, x] of vector.entries()) {
          const [own, beside] = [alone[place] ?? NaN, together[start + place] ?? NaN];
          if (!(Math.abs(own - beside) <= 1e-5 * Math.max(1, Math.abs(own)))) {
            return `${x} becomes ${own} alone, and ${beside} beside others`;
          }
        }
      }
      return undefined;
    },
  },
  {
    hook: 'range',
    claim: 'has its values within the bounds it gives',
    fix: 'Return the least and the greatest value for inputs from low to high.',
    run: async (activation) => {
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
  {
    hook: 'apply',
    ...takesTensors,
    run: (activation) => scheduledFailure(activation, [variable], (one) => graphOf(one, 12)),
  },
  derivative('first'),
  derivative('second'),
];
