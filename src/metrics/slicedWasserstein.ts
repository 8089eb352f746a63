import { defineMetric, type SampleRows } from '../entries/metric.js';
import { schemas, type SlicedWassersteinMetric } from '../generated/metrics.js';
import { drawInto } from '../random/draw.js';
import { eachDotProducts } from './shared/dotProducts.js';
import { squaredTransport } from './shared/squaredTransport.js';

/**
 * Sliced Wasserstein distance of order 2: the root of the mean, over random directions u, of
 *
 *   W₂²(u·x, u·y) = ∫₀¹ (F⁻¹(t) − G⁻¹(t))² dt
 *
 * between the projected real and generated samples, F⁻¹ and G⁻¹ their quantiles. In the unit of the samples.
 * @source Bonneel et al. 2015, "Sliced and Radon Wasserstein barycenters of measures", section 2.3; Karras et al. 2018, arXiv:1710.10196, section 5
 */
export const slicedWasserstein = defineMetric<SlicedWassersteinMetric>({
  type: 'slicedWasserstein',
  schema: schemas.slicedWasserstein,
  better: 'lower',
  measure({ real, generated, seed }, { projections }) {
    const directions = unitRows(projections, real.width, seed);
    const ofReal = projected(directions, real);
    const ofGenerated = projected(directions, generated);
    const sum = ofReal.reduce(
      (total, values, k) => total + squaredTransport(values, ofGenerated[k] ?? values),
      0,
    );
    return { value: Math.sqrt(sum / projections) };
  },
});

/** Directions, uniform on the sphere. */
function unitRows(count: number, width: number, seed: number): SampleRows {
  const numbers = new Float32Array(count * width);
  const address = { seed, stream: 'metric/slicedWasserstein', step: 0 };
  drawInto(numbers, { kind: 'normal', mean: 0, stddev: 1 }, [count, width], address);
  for (let i = 0; i < count; i++) {
    const row = numbers.subarray(i * width, (i + 1) * width);
    const norm = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
    row.forEach((value, k) => {
      row[k] = value / norm;
    });
  }
  return { count, width, numbers };
}

/** The sorted projections on each direction. */
function projected(directions: SampleRows, rows: SampleRows): readonly Float64Array[] {
  const all: Float64Array[] = [];
  eachDotProducts(directions, rows, (_row, products) => {
    all.push(products.slice().sort());
  });
  return all;
}
