import { describe, expect, it } from 'vitest';
import type { Shape } from '../../src/ir/tensorType.js';
import type { Distribution } from '../../src/random/distribution.js';
import type { InitializerEntry } from '../../src/entries/initializer.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import type { Tagged } from '../../src/entries/tagged.js';
import { examplesOf } from './support/examples.js';
import { momentsOf } from './support/entryUse.js';

const shapes: readonly Shape[] = [[64], [128, 96], [3, 3, 16, 24], [3, 3, 2, 64]];

/** Mean and standard deviation that the numbers of a distribution have. */
function promised(distribution: Distribution, shape: Shape): { mean: number; stddev: number } {
  switch (distribution.kind) {
    case 'constant':
      return { mean: distribution.value, stddev: 0 };
    case 'uniform': {
      const { low, high } = distribution;
      return { mean: (low + high) / 2, stddev: (high - low) / Math.sqrt(12) };
    }
    case 'normal':
      return distribution;
    case 'truncatedNormal':
      return { mean: distribution.mean, stddev: 0.87962566 * distribution.stddev };
    case 'bernoulli': {
      const p = distribution.probability;
      return { mean: p, stddev: Math.sqrt(p * (1 - p)) };
    }
    case 'oneHot': {
      const p = 1 / (shape.at(-1) ?? 1);
      return { mean: p, stddev: Math.sqrt(p * (1 - p)) };
    }
    case 'orthogonal': {
      const columns = shape.at(-1) ?? 1;
      const rows = shape.slice(0, -1).reduce((product, size) => product * size, 1);
      // The squares of each of the orthonormal vectors, as long as the longer side, add up to one.
      return { mean: 0, stddev: distribution.gain / Math.sqrt(Math.max(rows, columns)) };
    }
    case 'identity': {
      const [rows = 1, columns = 1] = shape.slice(-2);
      const share = Math.min(rows, columns) / shape.reduce((product, size) => product * size, 1);
      const { gain } = distribution;
      return { mean: gain * share, stddev: gain * Math.sqrt(share * (1 - share)) };
    }
  }
}

/** True where an initializer accepts a shape; all accept those of filters. */
function accepts(entry: InitializerEntry, config: Tagged, shape: Shape): boolean {
  try {
    entry.distribution(shape, config);
    return true;
  } catch (error) {
    if (error instanceof LayerShapeError) return false;
    throw error;
  }
}

describe.each(examplesOf('initializer'))('initializer $title', ({ entry, config }) => {
  it.each(shapes.filter((shape) => accepts(entry, config, shape)))(
    'draws what its distribution promises for a parameter of shape %j',
    (...shape) => {
      const distribution = entry.distribution(shape, config);
      const wanted = promised(distribution, shape);
      const { mean, stddev, count } = momentsOf(distribution, shape);
      const rounding = 1e-6 * Math.abs(wanted.mean);
      expect(Math.abs(mean - wanted.mean)).toBeLessThanOrEqual(
        (4 * wanted.stddev) / Math.sqrt(count) + rounding,
      );
      expect(Math.abs(stddev - wanted.stddev)).toBeLessThanOrEqual(
        (4 * wanted.stddev) / Math.sqrt(count) + rounding,
      );
    },
  );
});
