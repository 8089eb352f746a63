/** Expects recorded derivatives to be what central finite differences show, both computed in float64. */
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
 * Expects the recorded gradients of a scalar to be its slopes, to 1e-5 relative.
 *
 * @param feeds Numbers of the variables and of every other input.
 */
export function expectGradients(
  variables: readonly Variable[],
  f: ScalarFunction,
  feeds: ReadonlyMap<string, Float64Array>,
): void {
  expect(gradientFailures(variables, f, feeds)).toEqual([]);
}
