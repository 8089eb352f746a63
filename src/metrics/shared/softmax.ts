import type { SampleRows } from '../../entries/metric.js';

/** Logarithms of the probabilities of one row of logits: xₖ − log Σ exp xⱼ. */
export function logProbabilities({ width, numbers }: SampleRows, row: number): readonly number[] {
  const logits = Array.from(numbers.subarray(row * width, (row + 1) * width));
  const largest = Math.max(...logits);
  const sum = logits.reduce((total, logit) => total + Math.exp(logit - largest), 0);
  return logits.map((logit) => logit - largest - Math.log(sum));
}
