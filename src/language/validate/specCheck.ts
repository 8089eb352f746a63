/** How ajv checks specs, at run time and in the code that is generated for the built-in language. */
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
