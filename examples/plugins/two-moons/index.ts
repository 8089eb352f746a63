/**
 * Two moons: half circles of radius 1 that reach into each other, the classic data set of two classes in the plane.
 * Even indices lie on the upper moon, odd ones on the lower; with t in [0, π),
 *
 *   upper: (cos t, sin t) − (½, ¼)        lower: (1 − cos t, ½ − sin t) − (½, ¼)
 *
 * t goes through [0, π) by the golden ratio, so that any number of points covers the moons evenly and nothing is drawn.
 *
 * @source The shapes are those of `make_moons` in scikit-learn, moved to have their middle at 0
 */
import { defineDataset } from 'ganspec';

/** Options of the data set. */
export interface TwoMoonsDataset {
  type: 'example/twoMoons';
  count?: number;
}

const goldenRatio = (Math.sqrt(5) - 1) / 2;

/** Samples `[2]`; the class of a sample is 0 on the upper moon and 1 on the lower. */
export const twoMoons = defineDataset<TwoMoonsDataset>({
  type: 'example/twoMoons',
  schema: {
    $id: 'example/two-moons.schema.json',
    title: 'TwoMoonsDataset',
    type: 'object',
    description: 'Points on two half circles in the plane that reach into each other.',
    required: ['type'],
    additionalProperties: false,
    properties: {
      type: { const: 'example/twoMoons' },
      count: { type: 'integer', minimum: 2, default: 10000, description: 'Number of points.' },
    },
    examples: [{ type: 'example/twoMoons' }],
  },
  describe,
  open: (config) => ({
    ...describe(config),
    read: (indices, out) => {
      Array.from(indices).forEach((index, place) => {
        out.set(pointAt(index), 2 * place);
      });
    },
    readLabels: (indices, out) => {
      out.set(Array.from(indices, (index) => index % 2));
    },
  }),
});

function describe({ count }: { readonly count: number }) {
  return { shape: [2], range: null, count, classes: 2 };
}

function pointAt(index: number): readonly [x: number, y: number] {
  const t = Math.PI * ((Math.floor(index / 2) * goldenRatio) % 1);
  const [x, y] = [Math.cos(t), Math.sin(t)];
  return index % 2 === 0 ? [x - 0.5, y - 0.25] : [0.5 - x, 0.25 - y];
}
