import type { Measurement } from '../../entries/metric.js';

/** The mean of independent values, with its standard error where there are several. */
export function meanWithError(values: readonly number[]): Measurement {
  const { length } = values;
  const value = values.reduce((sum, each) => sum + each, 0) / length;
  if (length < 2) return { value };
  const squares = values.reduce((sum, each) => sum + (each - value) ** 2, 0);
  return { value, standardError: Math.sqrt(squares / (length - 1) / length) };
}
