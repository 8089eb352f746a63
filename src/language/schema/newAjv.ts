/** The schema validator, loaded at its first use: specs without plugins are checked by code that was generated from it. */
import { createRequire } from 'node:module';
import type { Ajv, Options } from 'ajv';

/** The dialect: draft-07, tagged unions by their tag, nothing that ajv does not know. */
const dialect = { discriminator: true, strict: true, strictRequired: false } as const;

/** A validator for the bundled schemas. */
export function newAjv(options: Options = {}): Ajv {
  const library = createRequire(import.meta.url)('ajv') as { Ajv: typeof Ajv };
  return new library.Ajv({ ...dialect, ...options });
}
