import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { builtIns } from '../../../src/generated/entries.js';
import { bundleSchema } from '../../../src/language/schema/bundle.js';
import type { Entry } from '../../../src/entries/entry.js';
import { Registry } from '../../../src/entries/registry.js';
import { entryLike } from '../../entries/entryLike.js';

const options = {
  discriminator: true,
  strict: true,
  strictRequired: false,
  logger: false,
} as const;

/** The bundle of some entries, as one definition of it accepts values. */
function accepting(entries: readonly Entry[]): (definition: string) => (value: unknown) => boolean {
  const ajv = new Ajv(options);
  ajv.addSchema(bundleSchema(new Registry(entries)), 'bundle');
  return (definition) => (value) =>
    ajv.validate({ $ref: `bundle#/definitions/${definition}` }, value);
}

const accepts = accepting(builtIns);

const spec = {
  data: 'mnist',
  generator: { layers: ['flatten'] },
  discriminator: { layers: ['flatten'] },
};

describe('bundleSchema', () => {
  it('makes a schema of the built-ins that compiles in strict mode', () => {
    const validate = new Ajv(options).compile(bundleSchema(new Registry(builtIns)));
    expect(validate(spec)).toBe(true);
    expect(validate({ ...spec, generater: {} })).toBe(false);
  });

  it('is plain draft-07 without the keywords of fragments', () => {
    const text = JSON.stringify(bundleSchema(new Registry(builtIns)));
    expect(text).not.toMatch(/"(schedulable|entry)":/);
  });

  it('requires data and both networks unless the spec extends another', () => {
    const validate = new Ajv(options).compile(bundleSchema(new Registry(builtIns)));
    expect(validate({ extends: 'ring' })).toBe(true);
    expect(validate({})).toBe(false);
    const missing = (validate.errors ?? []).map(({ message }) => message);
    expect(missing).toContain("must have required property 'data'");
  });

  it.each(builtIns.map((entry) => ({ entry, title: entry.schema.title })))(
    'accepts every example of $title and refuses a key it does not have',
    ({ entry, title }) => {
      const valid = accepts(title);
      expect(entry.schema.examples.map(valid)).toEqual(entry.schema.examples.map(() => true));
      const [first] = entry.schema.examples;
      expect(valid({ ...(first as object), noSuchOption: 1 })).toBe(false);
    },
  );

  it('lets a bare name stand only for an entry that needs no option', () => {
    const layer = accepts('Layer');
    expect(layer('flatten')).toBe(true);
    expect(layer('dense')).toBe(false);
    expect(accepts('Schedule')('constant')).toBe(false);
  });

  it('takes a schedule wherever a fragment says schedulable, and nowhere else', () => {
    const adam = accepts('AdamOptimizer');
    const schedule = { type: 'linear', from: 1, to: 0, steps: 10 };
    expect(adam({ type: 'adam', learningRate: schedule })).toBe(true);
    expect(adam({ type: 'adam', learningRate: -1 })).toBe(false);
    expect(accepts('DenseLayer')({ type: 'dense', units: schedule })).toBe(false);
  });

  it('gives every layer name and input, and every penalty name and every', () => {
    expect(accepts('Layer')({ type: 'flatten', name: 'flat', input: ['a', 'b'] })).toBe(true);
    expect(accepts('Layer')({ type: 'flatten', name: 'a/b' })).toBe(false);
    expect(accepts('Penalty')({ type: 'r1', name: 'smooth', every: 16 })).toBe(true);
    expect(accepts('Penalty')({ type: 'r1', every: 0 })).toBe(false);
    expect(accepts('Loss')({ type: 'hinge', name: 'x' })).toBe(false);
  });

  it('accepts null for an entry whose default is null, and only there', () => {
    const entry = entryLike('loss', 'acme/pair', {
      partner: { entry: 'activation', default: null, description: 'A function, or null for none.' },
      other: { entry: 'activation', default: 'linear', description: 'A function.' },
    });
    const loss = accepting([...builtIns, entry])('Loss');
    expect(loss({ type: 'acme/pair', partner: null, other: 'tanh' })).toBe(true);
    expect(loss({ type: 'acme/pair', other: null })).toBe(false);
  });

  it('has no value that fits a kind without entries', () => {
    expect(accepting([])('Loss')('hinge')).toBe(false);
  });
});
