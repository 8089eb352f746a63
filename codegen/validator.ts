/** Compiles the built-in language's schema into the function that checks specs, so that no command has to. */
import { createRequire } from 'node:module';
import type { Ajv, ValidateFunction } from 'ajv';
import { transformSync } from 'esbuild';
import { newAjv } from '../src/language/schema/newAjv.js';
import type { JsonSchema } from '../src/language/schema/fragment.js';
import { specCheck } from '../src/language/validate/specCheck.js';
import { banner } from './banner.js';

type StandaloneCode = (ajv: Ajv, check: ValidateFunction) => string;

/** The text of `src/generated/specValidator.ts`. @param bundle The bundled schema. */
export function validatorModule(bundle: JsonSchema): readonly [path: string, text: string] {
  const require = createRequire(import.meta.url);
  const { default: standaloneCode } = require('ajv/dist/standalone') as {
    default: StandaloneCode;
  };
  const ajv = newAjv({ ...specCheck, code: { ...specCheck.code, source: true, esm: true } });
  const written = standaloneCode(ajv, ajv.compile(bundle)).replace(/^"use strict";/, '');
  // Nobody reads it, and every command parses it.
  const { code } = transformSync(written, { format: 'esm', minify: true });
  const text = [
    banner('schema/'),
    '// @ts-nocheck',
    "import { createRequire } from 'node:module';",
    '// ajv writes `require` for its few runtime functions in ES modules, too.',
    'const require = createRequire(import.meta.url);',
    '/** Names of the definitions that this function knows. */',
    `export const definitionNames = ${JSON.stringify(Object.keys(bundle['definitions'] ?? {}).sort())};`,
    code,
    '',
  ].join('\n');
  return ['src/generated/specValidator.ts', text];
}
