import { describe, expect, it } from 'vitest';
import { builtIns } from '../../src/generated/entries.js';
import { createCompiler, type GanSpec } from '../../src/index.js';
import { bundleSchema } from '../../src/language/schema/bundle.js';
import { checkPlugin } from '../../src/plugins/check.js';
import { Registry } from '../../src/entries/registry.js';
import { entryLike } from '../entries/entryLike.js';
import { failure } from '../entries/failure.js';

const registry = new Registry(builtIns);

describe('checkPlugin', () => {
  const weight = { type: 'number', default: 1, description: 'Factor.' } as const;

  it('adds valid entries to the union of their kind', () => {
    const entries = [entryLike('loss', 'acme/soft', { weight }), entryLike('penalty', 'acme/soft')];
    const joined = registry.with(checkPlugin(entries, registry));
    const text = JSON.stringify(bundleSchema(joined));
    expect(text).toContain('"acme/soft"');
    expect(text).toContain('#/definitions/SoftLoss');
    expect(text).toContain('#/definitions/SoftPenalty');
  });

  it('lists all mistakes at once', async () => {
    const wrong = [
      entryLike('loss', 'hinge'),
      entryLike(
        'penalty',
        'acme/odd',
        { every: weight, margin: { type: 'number' } },
        { title: 'odd', description: '', examples: [] },
      ),
      'no entry',
    ];
    const error = await failure(() => checkPlugin(wrong, registry));
    expect(error).toMatchObject({ code: 'GAN802', exitCode: 3 });
    expect(error.message.split('\n  ')).toEqual([
      'this plugin cannot be used:',
      'one of the values given is no entry',
      'loss "hinge": the type of a plugin has the form "author/name"',
      'loss "hinge": there is already a loss of this type',
      'loss "hinge": the title "HingeLoss" is taken',
      'penalty "acme/odd": "title" must be a type name that ends in "Penalty"',
      'penalty "acme/odd": "description" is missing',
      'penalty "acme/odd": "examples" must hold at least one example',
      'penalty "acme/odd": "every" is a key that every penalty has already',
      'penalty "acme/odd": option "margin" has no description',
      'penalty "acme/odd": option "margin" is not required and has no default',
    ]);
  });

  it('names a value whose properties cannot be read', async () => {
    const odd = {
      get kind(): never {
        throw new Error('trap');
      },
    };
    const error = await failure(() => checkPlugin([odd], registry));
    expect(error.message).toBe(
      'this plugin cannot be used:\n  one of the values given cannot be read: trap',
    );
  });

  it('refuses the same type twice in one plugin', async () => {
    const twice = [entryLike('loss', 'acme/soft'), entryLike('loss', 'acme/soft')];
    const error = await failure(() => checkPlugin(twice, registry));
    expect(error.message).toContain('loss "acme/soft": there is already a loss of this type');
  });

  it('refuses a schema whose tag is not the type of the entry, or that accepts unknown keys', async () => {
    const entry = entryLike('loss', 'acme/soft', { type: { const: 'acme/hard' } });
    const open = { ...entry, schema: { ...entry.schema, additionalProperties: true } };
    const error = await failure(() => checkPlugin([open], registry));
    expect(error.message.split('\n  ').slice(1)).toEqual([
      'loss "acme/soft": "type" must be "object" and "additionalProperties" must be false',
      'loss "acme/soft": "properties.type" must be { "const": "acme/soft" }',
    ]);
  });

  it('refuses a value that has no fragment at all', async () => {
    const entry = { ...entryLike('loss', 'acme/soft'), schema: {} };
    const error = await failure(() => checkPlugin([entry], registry));
    expect(error.message.split('\n  ')[1]).toBe(
      'loss "acme/soft": a fragment is an object with "title", "required", "examples" and "properties" that are objects',
    );
  });

  it('refuses a default or an example that its own schema refuses', async () => {
    const bounded = { type: 'number', minimum: 1, default: 0, description: 'Factor.' } as const;
    const entry = entryLike('loss', 'acme/soft', { weight: bounded });
    const error = await failure(() => checkPlugin([entry], registry));
    expect(error.message.split('\n  ').slice(1)).toEqual([
      'loss "acme/soft": SoftLoss: the default of "weight" is not valid: value/weight must be >= 1',
    ]);
    const example = entryLike('loss', 'acme/soft', {}, { examples: [{ type: 'acme/hard' }] });
    expect((await failure(() => checkPlugin([example], registry))).message).toContain(
      'SoftLoss: example 0 is not valid: value/type must be equal to constant',
    );
  });

  it('refuses a schema that does not compile', async () => {
    const entry = entryLike('loss', 'acme/soft', { weight: { ...weight, minimun: 0 } });
    const error = await failure(() => checkPlugin([entry], registry));
    expect(error.message).toContain(
      'the schemas do not compile: strict mode: unknown keyword: "minimun"',
    );
  });

  it('names the file of every entry that was loaded from one', async () => {
    const entry = { ...entryLike('loss', 'acme/soft', {}, { description: '' }), origin: './a.mjs' };
    const error = await failure(() => checkPlugin([entry], registry));
    expect(error.message.split('\n  ')[1]).toBe(
      './a.mjs: loss "acme/soft": "description" is missing',
    );
  });

  it('names the entry whose schema is not valid draft-07, and the mistakes of others', async () => {
    const wrong = [
      entryLike('loss', 'acme/soft', { weight: { ...weight, type: 'numbr' } }),
      entryLike('penalty', 'acme/hard', { every: weight }),
    ];
    const error = await failure(() => checkPlugin(wrong, registry));
    expect(error.message).toContain('loss "acme/soft": the schemas do not compile: ');
    expect(error.message).toContain(
      'penalty "acme/hard": "every" is a key that every penalty has already',
    );
  });

  it('adds none of several entries where one cannot be used', async () => {
    const [sound, broken] = [entryLike('loss', 'acme/soft'), entryLike('loss', 'hard')];
    const error = await failure(() => createCompiler({ plugins: [sound, [broken]] }));
    expect(error).toMatchObject({ code: 'GAN802', exitCode: 3 });
    const spec = { extends: 'ring', loss: 'acme/soft' } as unknown as GanSpec;
    const codes = createCompiler()
      .check(spec)
      .diagnostics.map(({ code }) => code);
    expect(codes).toEqual(['GAN127']);
    expect(registry.get('loss', 'acme/soft')).toBeUndefined();
    expect(createCompiler({ plugins: [sound] }).check(spec).diagnostics).toEqual([]);
  });

  it('refuses an entry without the hooks of its kind', async () => {
    const { kind, type, schema } = entryLike('penalty', 'acme/soft');
    const error = await failure(() => checkPlugin([{ kind, type, schema }], registry));
    expect(error.message.split('\n  ').slice(1)).toEqual([
      'penalty "acme/soft": needsImages is no function: use definePenalty',
      'penalty "acme/soft": networks is no function: use definePenalty',
      'penalty "acme/soft": passes is no function: use definePenalty',
      'penalty "acme/soft": state is no function: use definePenalty',
    ]);
  });
});
