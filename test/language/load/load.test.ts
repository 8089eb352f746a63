import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { GanspecError, SpecError } from '../../../src/diagnostics/errors.js';
import { specError } from '../../../src/diagnostics/specError.js';
import { renderDiagnostics } from '../../../src/diagnostics/render.js';
import { locate, placeOf } from '../../../src/source/locate.js';
import { toValue } from '../../../src/source/value.js';
import {
  loadSpec,
  specFromObject,
  specFromText,
  type SpecSource,
} from '../../../src/language/load/load.js';

let cwd = '';
let presetsDir = '';

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'ganspec-load-'));
  presetsDir = join(cwd, 'presets');
  mkdirSync(presetsDir);
  write('presets/ring.json', '{ "name": "ring", "training": { "steps": 10, "seed": 1 } }');
  write('presets/dcgan-mnist.json', '{ "name": "dcgan-mnist" }');
  return () => {
    rmSync(cwd, { recursive: true });
  };
});

function write(path: string, content: string | Uint8Array): void {
  writeFileSync(join(cwd, path), content);
}

function refusal(body: () => unknown): string {
  try {
    body();
  } catch (error) {
    if (error instanceof SpecError) return renderDiagnostics(error.diagnostics);
    if (error instanceof GanspecError) {
      return `${error.code} (exit ${error.exitCode}): ${error.message}\n${error.hint ?? ''}`;
    }
    throw error;
  }
  throw new Error('nothing was refused');
}

/** Loads a spec; a missing base is an error. */
function load(name: string, stdin?: string): SpecSource {
  const source = loadSpec(name, { cwd, presetsDir, ...(stdin === undefined ? {} : { stdin }) });
  if (source.problems.length > 0) throw specError(source.problems);
  return source;
}

describe('loadSpec', () => {
  it('reads a file; relative paths start from its folder', () => {
    mkdirSync(join(cwd, 'specs'));
    write('specs/a.json', '\uFEFF{ "name": "a" }');
    const source = load('specs/a.json');
    expect(toValue(source.tree)).toEqual({ name: 'a' });
    expect(source.file).toBe('specs/a.json');
    expect(source.baseDir).toBe(join(cwd, 'specs'));
  });

  it('prefers a preset to a file of the same name', () => {
    write('ring', '{ "name": "mine" }');
    const source = load('ring');
    expect(toValue(source.tree)).toMatchObject({ name: 'ring' });
    expect(source.file).toBe('presets/ring.json');
    expect(source.baseDir).toBe(cwd);
    expect(toValue(load('./ring').tree)).toEqual({ name: 'mine' });
  });

  it('reads a file without an extension', () => {
    write('mine', '{ "name": "mine" }');
    expect(toValue(load('mine').tree)).toEqual({ name: 'mine' });
  });

  it('reads standard input for -', () => {
    const source = load('-', '{ "name": "piped" }');
    expect(toValue(source.tree)).toEqual({ name: 'piped' });
    expect(source.file).toBe('<stdin>');
    expect(refusal(() => load('-', ''))).toContain('<stdin> error GAN103: the spec is empty\n');
  });

  it('finds the presets that come with ganspec', () => {
    expect(toValue(loadSpec('ring').tree)).toMatchObject({ name: 'ring' });
  });

  it('suggests the nearest preset for an unknown name', () => {
    expect(refusal(() => load('dcgan-mnits'))).toBe(
      'GAN110 (exit 3): there is no file or preset "dcgan-mnits"\ndid you mean the preset "dcgan-mnist"?',
    );
    expect(refusal(() => load('ring.json'))).toBe(
      'GAN110 (exit 3): there is no file ring.json\ndid you mean the preset "ring"?',
    );
    expect(refusal(() => load('specs/nothing-like-it.json'))).toBe(
      'GAN110 (exit 3): there is no file specs/nothing-like-it.json\ngive a path, or one of the presets dcgan-mnist, ring',
    );
  });

  it('refuses a folder', () => {
    expect(refusal(() => load('presets'))).toBe(
      'GAN111 (exit 3): presets is a folder, not a file\nname a file inside it',
    );
  });

  it('refuses a file that cannot be opened', () => {
    symlinkSync('loop.json', join(cwd, 'loop.json'));
    write('b.json', '{ "extends": "./loop.json" }');
    expect(refusal(() => load('b.json'))).toBe(
      [
        'b.json:1:14 error GAN112: loop.json cannot be read (ELOOP)',
        '    1 | { "extends": "./loop.json" }',
        '      |              ^^^^^^^^^^^^^',
        '',
      ].join('\n'),
    );
  });

  it('refuses a file beyond 1 MiB without reading all of it', () => {
    write('big.json', new Uint8Array((1 << 20) + 1).fill(0x20));
    expect(refusal(() => load('big.json'))).toBe(
      'GAN108 (exit 3): big.json has more than 1 MiB\ncheck that this file is the spec',
    );
  });

  it('refuses a device and a pipe without opening them', () => {
    const hint = 'name a file; the spec "-" is read from standard input';
    expect(refusal(() => loadSpec('/dev/zero'))).toBe(
      `GAN111 (exit 3): /dev/zero is a device, not a file\n${hint}`,
    );
    execFileSync('mkfifo', [join(cwd, 'pipe.json')]);
    write('a.json', '{ "extends": "./pipe.json" }');
    expect(refusal(() => load('a.json'))).toBe(
      [
        'a.json:1:14 error GAN111: pipe.json is a pipe, not a file',
        '    1 | { "extends": "./pipe.json" }',
        '      |              ^^^^^^^^^^^^^',
        `   hint: ${hint}`,
        '',
      ].join('\n'),
    );
  });

  it('refuses bytes that are not UTF-8', () => {
    write('latin1.json', Uint8Array.of(0x22, 0xe9, 0x22));
    expect(refusal(() => load('latin1.json'))).toBe(
      'GAN109 (exit 3): latin1.json is not UTF-8 text\nsave it as UTF-8',
    );
  });
});

describe('extends', () => {
  it('merges a spec into its base, and the base into its own', () => {
    write('base.json', '{ "extends": "ring", "training": { "steps": 20 }, "penalties": [1, 2] }');
    write(
      'a.json',
      '{ "extends": "./base.json", "training": { "seed": null, "ema": { "decay": 0.9, "by": null } }, "penalties": [3] }',
    );
    expect(toValue(load('a.json').tree)).toEqual({
      name: 'ring',
      training: { steps: 20, ema: { decay: 0.9 } },
      penalties: [3],
    });
  });

  it('keeps the place of each value in the file that wrote it', () => {
    write('a.json', '{ "extends": "ring",\n"training": { "steps": 30 } }');
    const { tree } = load('a.json');
    const place = (pointer: string, at?: 'key' | 'value') => placeOf(locate(tree, pointer, at));
    expect(place('/training/steps')).toMatchObject({ file: 'a.json', line: 2, column: 24 });
    expect(place('/training/seed', 'key')).toMatchObject({ file: 'presets/ring.json', column: 46 });
    expect(place('/training')).toMatchObject({ file: 'a.json', line: 2, column: 13 });
  });

  it('resolves paths relative to the file that contains them', () => {
    mkdirSync(join(cwd, 'specs'));
    write('specs/base.json', '{ "name": "beside" }');
    write('specs/a.json', '{ "extends": "base.json" }');
    expect(toValue(load('specs/a.json').tree)).toEqual({ name: 'beside' });
  });

  it('resolves paths of a text relative to the working directory', () => {
    write('base.json', '{ "name": "below" }');
    const source = specFromText('{ "extends": "./base.json" }', { cwd, presetsDir });
    expect(toValue(source.tree)).toEqual({ name: 'below' });
  });

  it('refuses a file outside the folder of the spec', () => {
    mkdirSync(join(cwd, 'specs/parts'), { recursive: true });
    write('outside.json', '{ "name": "outside" }');
    write('specs/a.json', '{ "extends": "../outside.json" }');
    expect(refusal(() => load('specs/a.json'))).toBe(
      [
        'specs/a.json:1:14 error GAN114: "extends" leaves the folder of the spec: "../outside.json"',
        '    1 | { "extends": "../outside.json" }',
        '      |              ^^^^^^^^^^^^^^^^^',
        '   hint: keep specs that build on one another in one folder, or in folders inside it',
        '',
      ].join('\n'),
    );
    write('specs/b.json', '{ "extends": "./parts/c.json" }');
    write('specs/parts/c.json', '{ "extends": "../../outside.json" }');
    expect(refusal(() => load('specs/b.json'))).toContain('specs/parts/c.json:1:14 error GAN114');
  });

  it('refuses a link to a file outside the folder of the spec', () => {
    mkdirSync(join(cwd, 'specs'));
    write('outside.json', '{ "name": "outside" }');
    symlinkSync('../outside.json', join(cwd, 'specs/b.json'));
    symlinkSync('..', join(cwd, 'specs/parts'));
    write('specs/a.json', '{ "extends": "./b.json" }');
    const file = join(realpathSync(cwd), 'outside.json');
    expect(refusal(() => load('specs/a.json'))).toBe(
      [
        `specs/a.json:1:14 error GAN114: "extends" leaves the folder of the spec: specs/b.json is a link to ${file}`,
        '    1 | { "extends": "./b.json" }',
        '      |              ^^^^^^^^^^',
        '   hint: keep specs that build on one another in one folder, or in folders inside it',
        '',
      ].join('\n'),
    );
    write('specs/a.json', '{ "extends": "./parts/outside.json" }');
    expect(refusal(() => load('specs/a.json'))).toContain('error GAN114');
  });

  it('accepts a link that stays in the folder, and a folder that is a link itself', () => {
    mkdirSync(join(cwd, 'specs'));
    write('specs/b.json', '{ "name": "b" }');
    symlinkSync('b.json', join(cwd, 'specs/c.json'));
    write('specs/a.json', '{ "extends": "./c.json" }');
    symlinkSync('specs', join(cwd, 'linked'));
    expect(toValue(load('linked/a.json').tree)).toEqual({ name: 'b' });
  });

  it('refuses more than 64 specs in a chain, and more than 1 MiB in all of them', () => {
    for (let index = 0; index < 65; index += 1) {
      write(`${index}.json`, `{ "extends": "./${index + 1}.json" }`);
    }
    write('65.json', '{}');
    expect(refusal(() => load('1.json'))).toContain('error GAN107: specs extend one another');
    write('64.json', '{}');
    expect(toValue(load('1.json').tree)).toEqual({});
    expect(refusal(() => load('0.json'))).toContain(
      '63.json:1:14 error GAN107: specs extend one another more than 64 deep\n',
    );
    write('0.json', `{ "name": "${'a'.repeat(6e5)}", "extends": "./1.json" }`);
    write('1.json', `{ "name": "${'b'.repeat(6e5)}" }`);
    expect(refusal(() => load('0.json'))).toContain(
      'error GAN108: the spec and those it extends have more than 1 MiB\n',
    );
  });

  it('accepts a file in a parent folder inside the folder of the spec', () => {
    mkdirSync(join(cwd, 'parts'));
    write('a.json', '{ "extends": "./parts/b.json" }');
    write('parts/b.json', '{ "extends": "../c.json" }');
    write('c.json', '{ "name": "c" }');
    expect(toValue(load('a.json').tree)).toEqual({ name: 'c' });
  });

  it('detects a circle through links', () => {
    mkdirSync(join(cwd, 'specs'));
    symlinkSync('.', join(cwd, 'specs/again'));
    write('specs/a.json', '{ "extends": "again/a.json" }');
    expect(refusal(() => load('specs/a.json'))).toContain(
      'GAN113: "extends" goes round in a circle: specs/a.json → specs/again/a.json\n',
    );
  });

  it('leaves malformed values unchanged', () => {
    const source = specFromText('{ "extends": 5 }', { cwd, presetsDir });
    expect(toValue(source.tree)).toEqual({ extends: 5 });
  });
});

describe('specFromText', () => {
  it('uses the given name of the text in messages', () => {
    expect(refusal(() => specFromText('{', { file: 'editor.json' }))).toContain('editor.json:1:2');
    expect(refusal(() => specFromText('{'))).toContain('<text>:1:2');
  });

  it.each(['ring', './specs/mine.json'])('hints at compiler.read for the name %j', (name) => {
    expect(refusal(() => specFromText(name))).toBe(
      `<text> error GAN100: expected the text of a spec, found the name "${name}"
   hint: compiler.read("${name}") finds the spec of this name
`,
    );
  });
});

describe('specFromObject', () => {
  it('takes plain data and omits undefined options', () => {
    const spec = {
      name: 'a',
      seed: undefined,
      latent: Object.assign(Object.create(null), { dim: 2 }) as object,
    };
    const source = specFromObject(spec, { cwd, presetsDir });
    expect(toValue(source.tree)).toEqual({ name: 'a', latent: { dim: 2 } });
    expect(source.file).toBe('<object>');
  });

  const circular: Record<string, unknown> = {};
  circular['self'] = circular;

  it.each([
    [{ a: [1, NaN] }, 'GAN105: a.1 is NaN, which JSON cannot hold'],
    [{ a: -Infinity }, 'GAN105: a is -Infinity, which JSON cannot hold'],
    [{ a: () => 1 }, 'GAN117: a is a function, which JSON cannot hold'],
    [{ a: 1n }, 'GAN117: a is a bigint, which JSON cannot hold'],
    [{ a: new Date(0) }, 'GAN117: a is an object of class Date, which JSON cannot hold'],
    [{ a: [undefined] }, 'GAN117: a.0 is undefined, which JSON cannot hold'],
    [Symbol('x'), 'GAN117: the spec is a symbol, which JSON cannot hold'],
  ])('refuses a value that JSON cannot represent: %o', (value, message) => {
    expect(refusal(() => specFromObject(value))).toBe(`<object> error ${message}\n`);
  });

  it('refuses an object that contains itself', () => {
    expect(refusal(() => specFromObject(circular))).toMatch(
      /GAN107: self\.self\..* is nested more than 64 deep, or contains itself\n$/,
    );
  });

  it('refuses an own key __proto__', () => {
    const value: unknown = JSON.parse('{ "__proto__": {} }');
    expect(refusal(() => specFromObject(value))).toContain('error GAN106: the key "__proto__"');
  });
});
