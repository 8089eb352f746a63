import type { MetricInput } from '../../entries/metric.js';
import { eachDistances, squaredRadii } from './neighbours.js';

/** Shares of real and generated samples that lie among those of the other side; a ball reaches from a sample to its k-th nearest one of its own side. */
export interface Neighbourhoods {
  /** Share of generated samples that lie in the ball of a real one. */
  readonly precision: number;
  /** Share of real samples that lie in the ball of a generated one. */
  readonly recall: number;
  /** Balls of real samples that a generated one lies in, on average, divided by k. */
  readonly density: number;
  /** Share of real samples whose ball holds a generated one. */
  readonly coverage: number;
}

/** The last result, since four metrics ask for the same. */
let last: { readonly key: readonly unknown[]; readonly result: Neighbourhoods } | undefined;

/** The shares of one pair of samples. @param k Number of neighbours that a ball reaches to. */
export function neighbourhoods({ real, generated }: MetricInput, k: number): Neighbourhoods {
  const key = [real.numbers, generated.numbers, k];
  if (!last?.key.every((part, i) => part === key[i])) {
    last = { key, result: compare({ real, generated }, k) };
  }
  return last.result;
}

function compare(
  { real, generated }: Pick<MetricInput, 'real' | 'generated'>,
  k: number,
): Neighbourhoods {
  const ofReal = squaredRadii(real, k);
  const ofGenerated = squaredRadii(generated, k);
  const isInReal = new Uint8Array(generated.count);
  let [balls, reached, covered] = [0, 0, 0];
  eachDistances(real, generated, (row, squares) => {
    const radius = ofReal[row] ?? 0;
    let [inside, isReached] = [0, false];
    for (let j = 0; j < squares.length; j++) {
      const square = squares[j] ?? 0;
      if (square < radius) {
        inside++;
        isInReal[j] = 1;
      }
      isReached ||= square < (ofGenerated[j] ?? 0);
    }
    balls += inside;
    if (inside > 0) covered++;
    if (isReached) reached++;
  });
  return {
    precision: isInReal.reduce((sum, each) => sum + each, 0) / generated.count,
    recall: reached / real.count,
    density: balls / (k * generated.count),
    coverage: covered / real.count,
  };
}
