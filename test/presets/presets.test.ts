import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { builtIns } from '../../src/generated/entries.js';
import type { GanSpec } from '../../src/generated/spec.js';
import { bundleSchema } from '../../src/language/schema/bundle.js';
import { publishedSchema } from '../../src/language/schema/publishedSchema.js';
import { Registry } from '../../src/entries/registry.js';

const folder = join(import.meta.dirname, '../../presets');
const files = readdirSync(folder);
const validate = new Ajv({ discriminator: true, strict: true, strictRequired: false }).compile(
  publishedSchema(bundleSchema(new Registry(builtIns))),
);

/** Drops members that are null, as merging does; null removes an inherited key. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inside]) => inside !== null);
  return Object.fromEntries(entries.map(([key, inside]) => [key, withoutNulls(inside)]));
}

describe.each(files)('%s', (file) => {
  const spec = JSON.parse(readFileSync(join(folder, file), 'utf8')) as GanSpec;

  it('is valid under the schema for editors', () => {
    expect([validate(withoutNulls(spec)), validate.errors]).toEqual([true, null]);
    expect(spec.$schema).toBe('../schema/v1.json');
    expect(spec.reference).toBeDefined();
  });

  it('has the name of its file, a description and a note on differences from its paper', () => {
    expect(`${spec.name ?? ''}.json`).toBe(file);
    expect(spec.description).toMatch(/\.$/);
    expect(spec.reference?.note).toMatch(/\.$/);
  });

  it('extends only presets', () => {
    expect([undefined, ...files]).toContain(spec.extends && `${spec.extends}.json`);
  });
});
