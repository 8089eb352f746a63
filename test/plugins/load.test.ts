import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Entry } from '../../src/entries/entry.js';
import { loadPlugin, loadPlugins } from '../../src/plugins/load.js';
import { failure } from '../entries/failure.js';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ganspec-plugins-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let traps = 0;

describe('loadPlugin', () => {
  const entry = (type: string): string => `{ kind: 'loss', type: '${type}', schema: {} }`;
  const module = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return `./${name}`;
  };
  const typesOf = (entries: readonly Entry[]): string[] => entries.map(({ type }) => type).sort();

  it('refuses a pipe, for which Node would wait', async () => {
    spawnSync('mkfifo', [join(folder, 'pipe.mjs')]);
    await expect(loadPlugin('./pipe.mjs', folder)).rejects.toThrow(
      `cannot load plugin "./pipe.mjs": ${join(folder, 'pipe.mjs')} is no file`,
    );
    await expect(loadPlugin('pipe.mjs', folder)).rejects.toThrow(
      `cannot load plugin "pipe.mjs": ${join(folder, 'pipe.mjs')} is no file, and no package of that name is installed`,
    );
  });

  it('refuses a module that changes the backend of TensorFlow.js as it is loaded', async () => {
    const address = new URL('../../src/tf.ts', import.meta.url).href;
    const text = `import { tf } from '${address}';\ntf.setBackend('cpu');\nexport const x = ${entry('b')};`;
    const place = join(folder, 'backend.mjs');
    await expect(loadPlugin(module('backend.mjs', text), folder)).rejects.toThrow(
      `cannot load plugin "./backend.mjs": it throws: tf.setBackend cannot be called in a plugin: TensorFlow.js is shared with ganspec (at ${place}:2)`,
    );
  });

  it.each([
    ['Object.prototype.steps = 3;', 'it adds Object.prototype.steps, which all code shares'],
    [
      "Object.defineProperty(Array.prototype, 'last', { value: 1, configurable: true });",
      'it adds Array.prototype.last, which all code shares',
    ],
    ['Math.random = () => 0;', 'it changes Math.random, which all code shares'],
    ['delete String.prototype.at;', 'it removes String.prototype.at, which all code shares'],
    [
      "performance.now = () => { throw new Error('no'); };",
      'it changes performance.now, which all code shares',
    ],
    ['Date.now = () => NaN;', 'it changes Date.now, which all code shares'],
    [
      'globalThis.Date = class { constructor() { throw new Error(); } };',
      'it changes globalThis.Date, which all code shares',
    ],
    ['globalThis.setTimeout = () => 0;', 'it changes globalThis.setTimeout, which all code shares'],
    [
      'delete globalThis.structuredClone;',
      'it removes globalThis.structuredClone, which all code shares',
    ],
    [
      'Uint8Array.prototype.subarray = () => [];',
      'it changes Uint8Array.prototype.subarray, which all code shares',
    ],
    ['Buffer.from = () => [];', 'it changes Buffer.from, which all code shares'],
    ['WeakMap.prototype.get = () => 0;', 'it changes WeakMap.prototype.get, which all code shares'],
    ['process.exit(0);', 'it throws: process.exit(0) would end the whole program (at FILE:1)'],
    [
      'process.reallyExit(0);',
      'it throws: process.reallyExit(0) would end the whole program (at FILE:1)',
    ],
    ['process.abort();', 'it throws: process.abort() would end the whole program (at FILE:1)'],
  ])('refuses a module that does `%s`, and takes the change back', async (line, reason) => {
    const all = (): unknown[] =>
      [
        ...([
          [Math, 'random'],
          [performance, 'now'],
          [Date, 'now'],
          [Buffer, 'from'],
        ] as const),
        ...([
          [globalThis, 'Date'],
          [globalThis, 'setTimeout'],
        ] as const),
        ...([
          [globalThis, 'structuredClone'],
          [WeakMap.prototype, 'get'],
        ] as const),
        ...([[Uint8Array.prototype, 'subarray']] as const),
      ].map(([object, name]): unknown => Reflect.get(object, name));
    const before = all();
    traps += 1;
    const path = module(`selfish${traps}.mjs`, `${line} export const one = ${entry('acme/one')};`);
    // Node runs it once, and it is refused again.
    for (let time = 0; time < 2; time += 1)
      await expect(loadPlugin(path, folder)).rejects.toMatchObject({
        code: 'GAN800',
        message: `cannot load plugin "${path}": ${reason.replace('FILE', join(folder, path))}`,
      });
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('at' in String.prototype).toBe(true);
    for (const [i, now] of all().entries()) expect(now).toBe(before[i]);
  });

  it('lets a module add globals, and use those that Node loads late', async () => {
    const path = module(
      'global.mjs',
      `globalThis.acmeOne = 1; fetch; crypto; export const one = ${entry('acme/one')};`,
    );
    expect(typesOf(await loadPlugin(path, folder))).toEqual(['acme/one']);
    expect(Reflect.get(globalThis, 'acmeOne')).toBe(1);
    Reflect.deleteProperty(globalThis, 'acmeOne');
  });

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

  it.each([
    ["{ kind: 'loss', get type() { throw new Error('caught'); } }", 'caught'],
    ["new Proxy({}, { get() { throw new Error('trap'); } })", 'trap'],
    [
      '(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy; })()',
      "Cannot perform 'IsArray' on a proxy that has been revoked",
    ],
    [
      "{ ...one, schema: { get title() { throw new Error('no title'); } } }",
      'its schema is no JSON: no title',
    ],
    [
      '{ ...one, schema: { size: 1n } }',
      'its schema is no JSON: Do not know how to serialize a BigInt',
    ],
    [
      '(() => { const schema = {}; schema.not = schema; return { ...one, schema }; })()',
      'its schema is no JSON: Converting circular structure to JSON',
    ],
  ])('names an export that cannot be read: %s', async (trap, reason) => {
    traps += 1;
    const path = module(
      `trap${traps}.mjs`,
      `export const one = ${entry('acme/one')};
       export const trap = ${trap};`,
    );
    await expect(loadPlugin(path, folder)).rejects.toMatchObject({
      code: 'GAN800',
      message: `cannot load plugin "${path}": its export "trap" cannot be read: ${reason}`,
    });
  });

  it('reads each property of an entry once', async () => {
    const path = module(
      'counts.mjs',
      `let reads = 0;
       export const one = { kind: 'loss', type: 'acme/one', get schema() { return { reads: (reads += 1) }; } };
       export const two = new Proxy(${entry('acme/two')}, {});`,
    );
    const entries = await loadPlugin(path, folder);
    expect(typesOf(entries)).toEqual(['acme/one', 'acme/two']);
    expect(entries[0]?.schema).toEqual({ reads: 1 });
    expect(entries[0]?.schema).toEqual({ reads: 1 });
  });

  it('gives up on a module that awaits a promise for ever', async () => {
    const path = module('waits.mjs', 'await new Promise(() => undefined);');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const refused = expect(loadPlugin(path, folder)).rejects.toMatchObject({
      code: 'GAN800',
      message:
        'cannot load plugin "./waits.mjs": it has not loaded in 60 seconds: does it await a promise?',
    });
    await vi.advanceTimersByTimeAsync(60_000);
    await refused;
    vi.useRealTimers();
  });

  it('takes a path without a dot where there is such a file', async () => {
    module('bare.mjs', `export const one = ${entry('acme/one')};`);
    expect(typesOf(await loadPlugin('bare.mjs', folder))).toEqual(['acme/one']);
  });

  it('finds a package as code in that folder would', async () => {
    const home = join(folder, 'node_modules', 'ganspec-acme');
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), '{ "type": "module", "exports": "./index.js" }');
    writeFileSync(join(home, 'index.js'), `export const one = ${entry('acme/one')};`);
    expect(typesOf(await loadPlugin('ganspec-acme', folder))).toEqual(['acme/one']);
  });

  it('names a missing file', async () => {
    const error = await failure(() => loadPlugin('./none.mjs', folder));
    expect(error).toMatchObject({ code: 'GAN800', exitCode: 3 });
    expect(error.message).toBe(
      `cannot load plugin "./none.mjs": there is no file ${join(folder, 'none.mjs')}`,
    );
    expect(error.hint).toBe('name an ES module by its path, or a package that is installed here');
  });

  it('finds a package that only import can load', async () => {
    const home = join(folder, 'node_modules', '@acme', 'gan');
    mkdirSync(home, { recursive: true });
    mkdirSync(join(folder, 'ganspec-acme'));
    const exports = { '.': { types: './index.d.ts', import: { default: './index.js' } } };
    writeFileSync(join(home, 'package.json'), JSON.stringify({ type: 'module', exports }));
    writeFileSync(join(home, 'index.js'), `export const two = ${entry('acme/two')};`);
    expect(typesOf(await loadPlugin('@acme/gan', folder))).toEqual(['acme/two']);
    // A folder of that name beside it is not taken for it.
    expect(typesOf(await loadPlugin('ganspec-acme', folder))).toEqual(['acme/one']);
  });

  it('names both a missing file and a missing package where a name may be either', async () => {
    const error = await failure(() => loadPlugin('none.mjs', folder));
    expect(error.message).toBe(
      `cannot load plugin "none.mjs": there is no file ${join(folder, 'none.mjs')}, and no package of that name is installed`,
    );
  });

  it('names the line that does not parse, also of a package', async () => {
    const home = join(folder, 'node_modules', 'broken');
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), '{ "type": "module", "exports": "./index.js" }');
    writeFileSync(join(home, 'index.js'), 'export const one = 1;\nexport const = 2;\n');
    const error = await failure(() => loadPlugin('broken', folder));
    expect(error).toMatchObject({ code: 'GAN800', exitCode: 3 });
    expect(error.message).toBe(
      `cannot load plugin "broken": it does not parse: Unexpected token '=' (at ${join(home, 'index.js')}:2:14)`,
    );
    expect(error.hint).toBe('mend the text at this place');
  });

  it('names the line of a module that throws', async () => {
    const path = module('throws.mjs', `\nthrow new Error('no license found');`);
    const error = await failure(() => loadPlugin(path, folder));
    const place = join(folder, 'throws.mjs');
    expect(error.message).toBe(
      `cannot load plugin "./throws.mjs": it throws: no license found (at ${place}:2)`,
    );
    expect(error.hint).toBe('mend this line');
  });

  it('names every plugin of several that cannot be loaded', async () => {
    module('empty-too.mjs', 'export const answer = 42;');
    const error = await failure(() => loadPlugins(['./none.mjs', 'empty-too.mjs'], folder));
    expect(error.message.split('\n  ')).toEqual([
      `cannot load plugin "./none.mjs": there is no file ${join(folder, 'none.mjs')}`,
      'plugin "empty-too.mjs" exports no entry',
    ]);
  });

  it('lists the mistakes of the others, too, where one cannot be loaded', async () => {
    const path = module('slashless.mjs', `export const one = ${entry('one')};`);
    const error = await failure(() => loadPlugins(['./none.mjs', path], folder));
    expect(error.exitCode).toBe(3);
    expect(error.message.split('\n  ')).toEqual([
      `cannot load plugin "./none.mjs": there is no file ${join(folder, 'none.mjs')}`,
      expect.stringMatching(/^\.\/slashless\.mjs: loss "one": a fragment is an object with /),
      ...['distance', 'signed', 'state', 'discriminatorLoss', 'generatorLoss'].map(
        (hook) => `./slashless.mjs: loss "one": ${hook} is no function: use defineLoss`,
      ),
      './slashless.mjs: loss "one": the type of a plugin has the form "author/name"',
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
