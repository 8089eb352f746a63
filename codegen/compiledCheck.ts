/** Compiles the schema of the built-in language into the function that checks specs. */
import { createRequire } from 'node:module';
import type { Ajv, ValidateFunction } from 'ajv';
import { newAjv } from '../src/language/schema/newAjv.js';
import type { JsonSchema } from '../src/language/schema/fragment.js';
import { specCheck } from '../src/language/validate/specCheck.js';

type StandaloneCode = (ajv: Ajv, check: ValidateFunction) => string;

/**
 * The text of a JavaScript module that takes the place of `src/language/validate/builtInCheck.ts`.
 * @param bundle The bundled schema.
 */
export function compiledCheckModule(bundle: JsonSchema): string {
  const load = createRequire(import.meta.url);
  const { default: standaloneCode } = load('ajv/dist/standalone') as { default: StandaloneCode };
  const ajv = newAjv({ ...specCheck, code: { ...specCheck.code, source: true, esm: true } });
  const written = standaloneCode(ajv, ajv.compile(bundle)).replace(/^"use strict";/, '');
  const names = Object.keys(bundle['definitions'] ?? {}).sort();
  return [
    "import { createRequire } from 'node:module';",
    // ajv calls `require` for its few runtime functions, also in ES modules.
    'const require = createRequire(import.meta.url);',
    written,
    `export const builtInCheck = { definitionNames: ${JSON.stringify(names)}, validate };`,
    '',
  ].join('\n');
}
