/** Compares recorded derivatives with central finite differences, both in float64. */
import { expect } from 'vitest';
import {
  gradientFailures,
  type ScalarFunction,
  type Variable,
} from '../../src/checks/derivatives.js';

export {
  differentiated,
  type ScalarFunction,
  type Variable,
} from '../../src/checks/derivatives.js';

/**
 * Expects the recorded gradients of a scalar to equal its finite differences, to 1e-5 relative.
 *
 * @param feeds Values of the variables and of every other input.
 */
export function expectGradients(
  variables: readonly Variable[],
  f: ScalarFunction,
  feeds: ReadonlyMap<string, Float64Array>,
): void {
  expect(gradientFailures(variables, f, feeds)).toEqual([]);
}
