import { defineMetric, type SampleRows } from '../entries/metric.js';
import { schemas, type IntraClassFrechetMetric } from '../generated/metrics.js';
import { tooWide } from './shared/featureChoice.js';
import { frechet } from './shared/frechet.js';

/**
 * Mean over the classes of the Fréchet distance between real samples of a class and those that the generator makes of it;
 * classes with fewer than two samples on a side are left out. A generator that ignores its class is far from all of them.
 * Each class has but a share of the samples, and the distance gets larger with fewer.
 * @source Miyato & Koyama 2018, arXiv:1802.05637, section 4
 */
export const intraClassFrechet = defineMetric<IntraClassFrechetMetric>({
  type: 'intraClassFrechet',
  schema: schemas.intraClassFrechet,
  better: 'lower',
  byClass: true,
  features: ({ features }) => features,
  unfit: (data, _config, features) =>
    data.classes === null ? 'they have no classes' : tooWide(data, features),
  measure({ real, generated, data: { classes } }) {
    const distances = Array.from({ length: classes ?? 0 }, (_, label) => {
      const sides = [ofClass(real, label), ofClass(generated, label)] as const;
      return sides.every(({ count }) => count > 1) ? frechet(...sides).value : undefined;
    });
    const found = distances.filter((distance) => distance !== undefined);
    return {
      value: found.reduce((sum, each) => sum + each, 0) / Math.max(1, found.length),
      details: { measured: found.length, classes: distances.map((distance) => distance ?? -1) },
    };
  },
});

/** The rows of one class. */
function ofClass({ count, width, numbers, labels }: SampleRows, label: number): SampleRows {
  const chosen = Array.from({ length: count }, (_, row) => row).filter(
    (row) => labels?.[row] === label,
  );
  const own = new Float32Array(chosen.length * width);
  chosen.forEach((row, at) => {
    own.set(numbers.subarray(row * width, (row + 1) * width), at * width);
  });
  return { count: chosen.length, width, numbers: own };
}
