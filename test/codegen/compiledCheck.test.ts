/** The check of specs that `npm run build` compiles into the package, beside the one that ajv compiles at run time. */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ValidateFunction } from 'ajv';
import { compiledCheckModule } from '../../codegen/compiledCheck.js';
import { Registry } from '../../src/entries/registry.js';
import { builtIns } from '../../src/generated/entries.js';
import { bundleSchema } from '../../src/language/schema/bundle.js';
import { newAjv } from '../../src/language/schema/newAjv.js';
import type { CompiledCheck } from '../../src/language/validate/builtInCheck.js';
import { specCheck } from '../../src/language/validate/specCheck.js';

const bundle = bundleSchema(new Registry(builtIns));
const networks = { generator: { layers: ['flatten'] }, discriminator: { layers: ['flatten'] } };
const specs: readonly object[] = [
  { data: 'ring', ...networks },
  { data: 'ring', ...networks, loss: 'hing' },
  { data: 'ring', ...networks, loss: { type: 'hinge', margin: -1 } },
  { data: 'ring', generator: { layers: [{ type: 'dense' }, { type: 'conv2' }] } },
  { data: 'ring', ...networks, training: { topK: { type: 'linear', from: 'a', too: 1 } } },
];

let folder = '';
let check: CompiledCheck;
let atRunTime: ValidateFunction;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ganspec-check-'));
  // The module takes a few functions of ajv from here.
  symlinkSync(join(import.meta.dirname, '../../node_modules'), join(folder, 'node_modules'));
  const path = join(folder, 'check.mjs');
  writeFileSync(path, compiledCheckModule(bundle));
  ({ builtInCheck: check } = (await import(pathToFileURL(path).href)) as {
    builtInCheck: CompiledCheck;
  });
  atRunTime = newAjv(specCheck).compile(bundle);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the compiled check', () => {
  it('names the definitions of the built-in language', () => {
    expect(check.definitionNames).toContain('HingeLoss');
    expect(check.definitionNames).toEqual(Object.keys(bundle['definitions'] as object).sort());
  });

  it.each(specs)('finds the errors of %j that ajv finds at run time', (spec) => {
    expect(check.validate(spec)).toBe(atRunTime(spec));
    expect(check.validate.errors).toEqual(atRunTime.errors);
  });
});
