import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { builtIns } from '../../../src/generated/entries.js';
import { bundleSchema } from '../../../src/language/schema/bundle.js';
import { publishedSchema } from '../../../src/language/schema/publishedSchema.js';
import { Registry } from '../../../src/entries/registry.js';

const root = join(import.meta.dirname, '../../..');
const options = { discriminator: true, strict: true, strictRequired: false } as const;
const bundle = bundleSchema(new Registry(builtIns));
const strict = new Ajv(options).compile(bundle);
const published = new Ajv(options).compile(publishedSchema(bundle));

const spec = (changes: object): object => ({
  data: 'ring',
  generator: { layers: [{ type: 'dense', units: 2 }] },
  discriminator: { layers: [{ type: 'dense', units: 1 }] },
  ...changes,
});

describe('publishedSchema', () => {
  it.each([
    { parameters: { size: 64, half: '=size / 2' } },
    { training: { batchSize: '=size', instanceNoise: '=1 / 10' } },
    { optimizers: { generator: { type: 'adam', learningRate: '=rate' } } },
    { generator: { layers: [{ type: 'reshape', shape: [7, '=size', 1] }] } },
    { generator: { layers: [{ type: 'repeat', times: '=n', layers: ['relu'] }] } },
    { blocks: { up: { parameters: { a: '=b' }, layers: [{ type: 'dense', units: '=a' }] } } },
    { generator: { layers: [{ type: 'block', block: 'up', with: { a: '=b' } }] } },
  ])('takes an expression where the strict schema takes a number: %j', (changes) => {
    expect(published(spec(changes))).toBe(true);
    expect(strict(spec(changes))).toBe(false);
  });

  it.each([
    { training: { batchSize: '64' } },
    { training: { batchSize: 0 } },
    { training: { batchSize: 1.5 } },
    { parameters: { 'a b': 1 } },
    { version: '=1' },
    { training: { ema: { warmUp: '=1' } } },
  ])('refuses all else that the strict schema refuses: %j', (changes) => {
    expect(published(spec(changes))).toBe(false);
  });

  it.each([
    { training: { ema: null, steps: null } },
    { loss: null, penalties: null, parameters: { size: null }, blocks: { up: null } },
    { data: { type: 'grid', modes: null, radius: null }, reference: { url: null } },
    { loss: { type: 'hinge', divergence: null }, labels: { codes: { layers: null } } },
    { optimizers: { generator: { learningRate: { to: '=rate' } }, discriminator: null } },
    { training: { gradientClip: { by: 'value' } } },
  ])('takes nulls and parts from a spec that extends another, and from no other: %j', (changes) => {
    expect(published({ extends: 'base', ...changes })).toBe(true);
    expect(published(spec(changes))).toBe(false);
  });

  it.each([
    { data: null },
    { generator: null },
    { generator: { layers: null } },
    { generator: { layers: [{ type: 'leakyReLU', alpha: null }] } },
    { generator: { layers: [{ units: 2 }] } },
    { loss: { type: null } },
    { loss: { marginn: 1 } },
    { loss: { margin: 0 } },
    { trainings: null },
    { extends: null },
  ])('refuses a spec that extends another where no base could mend it: %j', (changes) => {
    expect(published({ extends: 'base', ...changes })).toBe(false);
  });

  const presets = readdirSync(join(root, 'presets'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({
      file,
      preset: JSON.parse(readFileSync(join(root, 'presets', file), 'utf8')) as object,
    }));

  it.each(presets)('accepts presets/$file as it is written', ({ preset }) => {
    expect(published(preset)).toBe(true);
  });
});
