import { defineMetric, type SampleRows } from '../entries/metric.js';
import { schemas, type MemorizationMetric } from '../generated/metrics.js';
import { tooWide } from './shared/featureChoice.js';
import { eachDistances, squaredRadii } from './shared/neighbours.js';
import { shareWithError } from './shared/share.js';

/**
 * Share of generated samples that lie nearer to their nearest real one than that one's nearest real neighbour does: 1 minus
 * the authenticity of the paper. Copies have 1, fresh samples of the same distribution about ½. Copies of real samples
 * beyond those compared are not seen.
 * @source Alaa et al. 2022, arXiv:2102.08921, section 3.2
 */
export const memorization = defineMetric<MemorizationMetric>({
  type: 'memorization',
  schema: schemas.memorization,
  better: 'lower',
  features: ({ features }) => features,
  unfit: (data, _config, features) => tooWide(data, features),
  measure: ({ real, generated }) =>
    shareWithError(nearCopies(real, generated) / generated.count, generated.count),
});

function nearCopies(real: SampleRows, generated: SampleRows): number {
  const radii = squaredRadii(real, 1);
  let copies = 0;
  eachDistances(generated, real, (_row, squares) => {
    let nearest = 0;
    for (let j = 1; j < squares.length; j++) {
      if ((squares[j] ?? 0) < (squares[nearest] ?? 0)) nearest = j;
    }
    if ((squares[nearest] ?? 0) < (radii[nearest] ?? 0)) copies++;
  });
  return copies;
}
