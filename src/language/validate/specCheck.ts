/** Options of ajv for checking specs, when it compiles their schema at run time and ahead of time. */
import type { Options } from 'ajv';

/**
 * All errors, with the schemas they come from.
 * Fragments were checked when they were generated or loaded, and optimizing costs more than it saves on one spec.
 */
export const specCheck = {
  allErrors: true,
  verbose: true,
  validateSchema: false,
  code: { optimize: false },
} as const satisfies Options;
