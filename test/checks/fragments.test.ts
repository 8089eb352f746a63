import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { builtIns } from '../../src/generated/entries.js';
import { bundleSchema } from '../../src/language/schema/bundle.js';
import { unionName } from '../../src/language/schema/bundleFragments.js';
import type { Kind } from '../../src/entries/entry.js';
import { complete, registry } from './support/complete.js';

const ajv = new Ajv({ discriminator: true, strict: true, strictRequired: false, allErrors: true });
ajv.addSchema({ ...bundleSchema(registry), $id: 'bundle' });

/** Mistakes in the options of an entry. */
function mistakes(kind: Kind, options: unknown): string {
  const validate = ajv.getSchema(`bundle#/definitions/${unionName(kind)}`);
  if (!validate) throw new Error(`no union for ${kind}`);
  return validate(options) === true ? '' : ajv.errorsText(validate.errors);
}

const cases = builtIns.map((entry) => ({ title: `${entry.kind} ${entry.type}`, entry }));

describe.each(cases)('the fragment of $title', ({ entry: { kind, type, schema } }) => {
  it.each(schema.examples)('has the valid example %j', (example) => {
    expect(mistakes(kind, example)).toBe('');
  });

  it.each(schema.examples)('has valid defaults for the rest of %j', (example) => {
    expect(mistakes(kind, complete(kind, example))).toBe('');
  });

  it('says of each option what it does, and what it is when it is not given', () => {
    const options = Object.entries(schema.properties).filter(([key]) => key !== 'type');
    const silent = options.filter(
      ([key, { description, default: value }]) =>
        description === undefined || (value === undefined) !== schema.required.includes(key),
    );
    expect(silent).toEqual([]);
  });

  it('refuses an unknown option', () => {
    const [example] = schema.examples;
    const found = mistakes(kind, { ...(example as object), noSuchOption: 1 });
    expect(found).toContain('must NOT have additional properties');
  });

  it('is tagged with the type', () => {
    expect(schema.properties['type']?.['const']).toBe(type);
  });
});
