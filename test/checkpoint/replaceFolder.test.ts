import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GanspecError } from '../../src/diagnostics/errors.js';
import { digestsOf } from '../../src/checkpoint/digest.js';
import { replaceFolder } from '../../src/checkpoint/replaceFolder.js';

const record = 'record.json';
let root = '';
let out = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ganspec-folder-'));
  out = join(root, 'out');
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

/** Files with a record of their digests. */
function recorded(files: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const contents = Object.entries(files);
  return new Map([...contents, [record, JSON.stringify({ files: digestsOf(new Map(contents)) })]]);
}

const first = recorded({ 'a.txt': 'one', 'sub/b.txt': 'two' });
const second = recorded({ 'a.txt': 'three' });

/** Every file below the test's folder with its text. */
function found(): Readonly<Record<string, string>> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files
      .filter((file) => !file.endsWith(record))
      .map((file) => [file.slice(root.length + 1), readFileSync(file, 'utf8')]),
  );
}

/** The error of a folder that is left alone. */
function refusal(force = false): string {
  const before = found();
  try {
    replaceFolder(out, second, { record, force });
  } catch (error) {
    expect(found()).toEqual(before);
    if (error instanceof GanspecError) return `${error.code}: ${error.message.replace(out, 'OUT')}`;
  }
  throw new Error('the folder was replaced');
}

describe('replaceFolder', () => {
  it('makes the folder and those above it', () => {
    out = join(root, 'deep/out');
    expect(replaceFolder(out, first, { record, force: false })).toBe(out);
    expect(found()).toEqual({ 'deep/out/a.txt': 'one', 'deep/out/sub/b.txt': 'two' });
  });

  it('takes an empty folder', () => {
    mkdirSync(out);
    replaceFolder(out, second, { record, force: false });
    expect(found()).toEqual({ 'out/a.txt': 'three' });
  });

  it('replaces what was written before, and leaves nothing of it', () => {
    replaceFolder(out, first, { record, force: false });
    replaceFolder(out, second, { record, force: false });
    expect(found()).toEqual({ 'out/a.txt': 'three' });
    expect(readdirSync(out)).toEqual(['a.txt', 'record.json']);
  });

  it('goes to where a link leads', () => {
    mkdirSync(join(root, 'real'));
    symlinkSync(join(root, 'real'), out);
    replaceFolder(out, second, { record, force: false });
    expect(readFileSync(join(root, 'real/a.txt'), 'utf8')).toBe('three');
  });

  it('refuses a folder with files that it did not write', () => {
    replaceFolder(out, first, { record, force: false });
    for (const name of ['n1', 'n2', 'n3', 'n4']) writeFileSync(join(out, name), 'mine');
    expect(refusal()).toBe(
      'GAN530: OUT holds files that ganspec did not write there, or that were changed since: n1, n2, n3 and 1 more; nothing there was touched',
    );
  });

  it('refuses a folder whose files were changed since', () => {
    replaceFolder(out, first, { record, force: false });
    writeFileSync(join(out, 'sub/b.txt'), 'changed');
    expect(refusal()).toBe(
      'GAN530: OUT holds files that ganspec did not write there, or that were changed since: sub/b.txt; nothing there was touched',
    );
  });

  it('refuses a folder whose record cannot be read', () => {
    replaceFolder(out, second, { record, force: false });
    writeFileSync(join(out, 'record.json'), '{');
    expect(refusal()).toBe(
      'GAN530: OUT holds files that ganspec did not write there, or that were changed since: a.txt, record.json; nothing there was touched',
    );
  });

  it('refuses a file, also by force', () => {
    writeFileSync(out, 'mine');
    expect(refusal(true)).toBe('GAN530: OUT is a file');
  });

  it('overwrites files of the same names by force and keeps all others', () => {
    mkdirSync(join(out, 'mine'), { recursive: true });
    writeFileSync(join(out, 'mine/n.txt'), 'mine');
    writeFileSync(join(out, 'a.txt'), 'mine');
    writeFileSync(join(out, 'sub'), 'a file where a folder must be');
    replaceFolder(out, first, { record, force: true });
    expect(found()).toEqual({
      'out/a.txt': 'one',
      'out/sub/b.txt': 'two',
      'out/mine/n.txt': 'mine',
    });
  });

  it('leaves what was there where writing fails half-way', () => {
    replaceFolder(out, first, { record, force: false });
    const before = found();
    const impossible = new Map([
      ['a.txt', 'three'],
      ['a.txt/b.txt', 'a file cannot be a folder'],
    ]);
    expect(() => replaceFolder(out, impossible, { record, force: false })).toThrow(
      /^.*out: cannot be written \(.*\)$/,
    );
    expect(found()).toEqual(before);
    expect(readdirSync(root)).toEqual(['out']);
  });

  it('leaves nothing behind where it cannot write', () => {
    writeFileSync(join(root, 'file'), '');
    out = join(root, 'file/out');
    expect(refusal()).toBe('GAN511: OUT: cannot be written (a part of the path is a file)');
    expect(existsSync(out)).toBe(false);
  });
});
