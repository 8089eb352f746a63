/** The schema validator ajv, loaded at its first use: most specs are checked by a function that it compiled before. */
import { createRequire } from 'node:module';
import type { Ajv, Options } from 'ajv';

/** Draft-07 with tagged unions; unknown keywords are errors. */
const dialect = { discriminator: true, strict: true, strictRequired: false } as const;

/** A validator for the bundled schemas. */
export function newAjv(options: Options = {}): Ajv {
  const library = createRequire(import.meta.url)('ajv') as { Ajv: typeof Ajv };
  return new library.Ajv({ ...dialect, ...options });
}
