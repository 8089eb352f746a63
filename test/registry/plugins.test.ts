import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GanspecError } from '../../src/diagnostics/errors.js';
import { builtIns } from '../../src/generated/entries.js';
import { bundleSchema } from '../../src/registry/bundle.js';
import type { Entry } from '../../src/registry/entries.js';
import { checkPlugin, loadPlugin, loadPlugins } from '../../src/registry/plugins.js';
import { Registry } from '../../src/registry/registry.js';
import { entryLike } from './entryLike.js';

const registry = new Registry(builtIns);
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ganspec-plugins-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What a promise was rejected with, or a function threw. */
async function failure(act: () => unknown): Promise<GanspecError> {
  try {
    await act();
  } catch (error) {
    if (error instanceof GanspecError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('loadPlugin', () => {
  const entry = (type: string): string => `{ kind: 'loss', type: '${type}', schema: {} }`;
  const module = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return `./${name}`;
  };
  const typesOf = (entries: readonly Entry[]): string[] => entries.map(({ type }) => type).sort();

  it('collects the entries among the exports, also those of a default list, each once', async () => {
    const path = module(
      'many.mjs',
      `export const one = ${entry('acme/one')};
       export const two = ${entry('acme/two')};
       export const version = 3;
       export default [one, ${entry('acme/three')}];`,
    );
    expect(typesOf(await loadPlugin(path, folder))).toEqual(['acme/one', 'acme/three', 'acme/two']);
  });

  it('takes a path without a dot where there is such a file', async () => {
    module('bare.mjs', `export const one = ${entry('acme/one')};`);
    expect(typesOf(await loadPlugin('bare.mjs', folder))).toEqual(['acme/one']);
  });

  it('finds a package where code in that folder would', async () => {
    const home = join(folder, 'node_modules', 'ganspec-acme');
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), '{ "type": "module", "exports": "./index.js" }');
    writeFileSync(join(home, 'index.js'), `export const one = ${entry('acme/one')};`);
    expect(typesOf(await loadPlugin('ganspec-acme', folder))).toEqual(['acme/one']);
  });

  it('says that a file is missing', async () => {
    const error = await failure(() => loadPlugin('./none.mjs', folder));
    expect(error).toMatchObject({ code: 'GAN800', exitCode: 3 });
    expect(error.message).toBe(
      `cannot load plugin "./none.mjs": there is no file ${join(folder, 'none.mjs')}`,
    );
    expect(error.hint).toBe('name an ES module by its path, or a package that is installed here');
  });

  it('passes on why a module cannot be loaded', async () => {
    const path = module('throws.mjs', `throw new Error('no license found');`);
    const error = await failure(() => loadPlugin(path, folder));
    expect(error.message).toBe('cannot load plugin "./throws.mjs": no license found');
  });

  it('names every plugin of several that cannot be loaded', async () => {
    module('empty-too.mjs', 'export const answer = 42;');
    const error = await failure(() => loadPlugins(['./none.mjs', 'empty-too.mjs'], folder));
    expect(error.message.split('\n  ')).toEqual([
      `cannot load plugin "./none.mjs": there is no file ${join(folder, 'none.mjs')}`,
      'plugin "empty-too.mjs" exports no entry',
    ]);
  });

  it('refuses a module without entries', async () => {
    const path = module('empty.mjs', 'export const answer = 42;');
    const error = await failure(() => loadPlugin(path, folder));
    expect(error).toMatchObject({
      code: 'GAN801',
      exitCode: 3,
      message: 'plugin "./empty.mjs" exports no entry',
      hint: 'export what defineLoss, definePenalty or another define function returns',
    });
  });
});

describe('checkPlugin', () => {
  const weight = { type: 'number', default: 1, description: 'Factor.' } as const;

  it('lets sound entries join the union of their kind', () => {
    const entries = [entryLike('loss', 'acme/soft', { weight }), entryLike('penalty', 'acme/soft')];
    const joined = registry.with(checkPlugin(entries, registry));
    const text = JSON.stringify(bundleSchema(joined));
    expect(text).toContain('"acme/soft"');
    expect(text).toContain('#/definitions/SoftLoss');
    expect(text).toContain('#/definitions/SoftPenalty');
  });

  it('lists everything that is wrong, all at once', async () => {
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
      '1 of the values given are not entries',
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

  it('refuses the same type twice in one plugin', async () => {
    const twice = [entryLike('loss', 'acme/soft'), entryLike('loss', 'acme/soft')];
    const error = await failure(() => checkPlugin(twice, registry));
    expect(error.message).toContain('loss "acme/soft": there is already a loss of this type');
  });

  it('refuses a schema whose tag is not the type of the entry, or that lets unknown keys in', async () => {
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

  it('names the entry whose schema is not valid draft-07, beside what is wrong with others', async () => {
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
});
