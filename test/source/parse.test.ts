import { describe, expect, it } from 'vitest';
import { renderDiagnostics } from '../../src/diagnostics/render.js';
import { locate, nodeAt, placeOf } from '../../src/source/locate.js';
import { maxBytes, maxDepth } from '../../src/source/bounds.js';
import { parseJson } from '../../src/source/parse.js';
import { pathOf, pointerTo } from '../../src/source/pointer.js';
import { toValue } from '../../src/source/value.js';

function tree(text: string) {
  const { tree: found, problems } = parseJson(text, 'a.json');
  if (!found) throw new Error(renderDiagnostics(problems));
  return found;
}

function refusal(text: string): string {
  return renderDiagnostics(parseJson(text, 'a.json').problems);
}

describe('parseJson', () => {
  it('reads JSON with comments and trailing commas', () => {
    const text = '// head\n{ "a": [1, -2.5e3, true, null, "x\\n",], /* here */ "b": {}, }\n';
    expect(toValue(tree(text))).toEqual({ a: [1, -2500, true, null, 'x\n'], b: {} });
  });

  it('ignores a byte order mark and counts columns without it', () => {
    const root = tree('\uFEFF{ "a": 1 }');
    expect(toValue(root)).toEqual({ a: 1 });
    expect(placeOf(locate(root, '/a'))).toMatchObject({ line: 1, column: 8 });
  });

  it.each([
    ['# a spec\nextends: ring\ntraining:\n  steps: 3\n', 'YAML'],
    ['---\n- a\n', 'YAML'],
    ['[data]\ntype = "ring"\n', 'TOML'],
    ['<spec/>', 'XML'],
    ['export default { "extends": "ring" }', 'Python or JavaScript'],
  ])('names the language of %j', (text, language) => {
    expect(refusal(text)).toContain(`error GAN100: this is not JSON; it looks like ${language}\n`);
  });

  it.each(['"extends": "ring" }', '{ extends: "ring" }', '["a" "b"]', '[data, 1]'])(
    'takes %s for JSON with a mistake',
    (text) => {
      expect(refusal(text)).not.toContain('looks like');
    },
  );

  it('accepts brackets 64 deep and refuses the 65th, not counting those in strings and comments', () => {
    const inside = '"[[[[" /* [[[[ */';
    expect(parseJson('['.repeat(maxDepth) + inside + ']'.repeat(maxDepth), 'a').problems).toEqual(
      [],
    );
    expect(refusal(`[\n`.repeat(maxDepth) + '{')).toBe(
      [
        'a.json:65:1 error GAN107: brackets are nested more than 64 deep here',
        '   65 | {',
        '      | ^',
        '',
      ].join('\n'),
    );
  });

  it('survives a million open brackets', () => {
    expect(refusal('['.repeat(1_000_000))).toContain('GAN107');
  });

  it('accepts 1 MiB of text, counted in bytes, and refuses one byte more', () => {
    const filled = (bytes: number): string => `"${'ü'.repeat(bytes / 2 - 1)}"`;
    expect(parseJson(filled(maxBytes), 'a').problems).toEqual([]);
    expect(refusal(`${filled(maxBytes)} `)).toBe(
      'a.json error GAN108: the text has more than 1 MiB\n   hint: check that this file is the spec\n',
    );
  });

  it('refuses more values than a spec may have, and more items than a list may have', () => {
    const items = (count: number): string => `[${Array(count).fill(1).join()}]`;
    expect(parseJson(items(5000), 'a').problems).toEqual([]);
    expect(refusal(items(5001))).toContain(
      [
        'error GAN108: this list has more than 5,000 items',
        `    1 | …,${items(48).slice(1, -1)},1]`,
        `      | ${' '.repeat(97)}^`,
        '   hint: a spec names data and does not hold them: check that this file is the spec',
        '',
      ].join('\n'),
    );
    expect(refusal(`[${Array(6).fill(items(5000)).join()}]`)).toContain(
      'error GAN108: the spec has more than 30,000 values\n',
    );
  });

  it('refuses a key of more than 256 characters', () => {
    expect(parseJson(`{ "${'k'.repeat(256)}": 1 }`, 'a').problems).toEqual([]);
    expect(refusal(`{ "${'k'.repeat(257)}": 1 }`)).toContain(
      'error GAN106: this key has 257 characters; a key has at most 256\n',
    );
  });

  it('reports a hundred problems and the number of the rest', () => {
    const { problems } = parseJson(`[${Array(4000).fill('1e999').join()}]`, 'a.json');
    expect(problems).toHaveLength(101);
    expect(renderDiagnostics(problems.slice(100))).toBe(
      `a.json error GAN128: 3,900 more errors are not shown
   hint: correct those above first: one mistake may be the cause of many
`,
    );
  });

  it('reports two equal keys and keeps the last', () => {
    const { tree: found, problems } = parseJson('{ "a": 1, "a": 2 }', 'a.json');
    expect(found && toValue(found)).toEqual({ a: 2 });
    expect(problems.map(({ code, pointer }) => ({ code, pointer }))).toEqual([
      { code: 'GAN104', pointer: '/a' },
    ]);
  });

  it('refuses keys with a meaning in JavaScript and leaves them out of the tree', () => {
    const { tree: found, problems } = parseJson('{ "a": { "__proto__": { "b": 1 } } }', 'a.json');
    expect(found && toValue(found)).toEqual({ a: {} });
    expect(problems.map(({ code, pointer }) => ({ code, pointer }))).toEqual([
      { code: 'GAN106', pointer: '/a/__proto__' },
    ]);
  });
});

describe('locate', () => {
  const root = tree('{\n  "a": [10, { "b/c~": "x" }]\n}');
  const written = (pointer: string, at?: 'key' | 'value'): string => {
    const { source, offset, length } = locate(root, pointer, at);
    return source.text.slice(offset, offset + length);
  };

  it('finds values, keys, and items of lists', () => {
    expect(written('/a/0')).toBe('10');
    expect(written('/a/1/b~1c~0')).toBe('"x"');
    expect(written('/a/1/b~1c~0', 'key')).toBe('"b/c~"');
    expect(written('/a/1', 'key')).toBe('{ "b/c~": "x" }');
  });

  it('returns the nearest ancestor where there is no value', () => {
    expect(written('/a/1/z/y', 'key')).toBe('{ "b/c~": "x" }');
    expect(written('/a/7')).toBe('[10, { "b/c~": "x" }]');
    expect(written('/a/0/deep')).toBe('10');
    expect(nodeAt(root, '/a/x')).toBeUndefined();
  });
});

describe('placeOf', () => {
  it.each([
    ['\n', 'line feeds'],
    ['\r\n', 'carriage returns with line feeds'],
    ['\r', 'carriage returns'],
  ])('counts lines that end in %j', (lineEnd) => {
    const root = tree(['{', '  "a": {', '    "b": 1', '  }', '}'].join(lineEnd));
    expect(placeOf(locate(root, '/a/b', 'key'))).toEqual({
      file: 'a.json',
      line: 3,
      column: 5,
      length: 3,
      lineText: '    "b": 1',
    });
  });

  it('underlines a value of several lines on its first line only', () => {
    expect(placeOf(locate(tree('{ "a": [1,\n2] }'), '/a'))).toMatchObject({ length: 3 });
  });
});

describe('pointers', () => {
  it('escape ~ and /, and unescape them', () => {
    const path = ['a/b', '~1', '0', ''];
    expect(pointerTo(path)).toBe('/a~1b/~01/0/');
    expect(pathOf(pointerTo(path))).toEqual(path);
    expect(pathOf('')).toEqual([]);
  });
});
