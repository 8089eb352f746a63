import type { ValidateFunction } from 'ajv';

/** A compiled schema of specs. */
export interface CompiledCheck {
  /** Names of the definitions in the schema. */
  readonly definitionNames: readonly string[];
  readonly validate: ValidateFunction;
}

/**
 * The compiled schema of the built-in language; undefined in the sources, for which ajv compiles it at first use.
 * `npm run build` compiles it into the package, since that takes longer than all else that `validate` does.
 */
export const builtInCheck: CompiledCheck | undefined = undefined;
