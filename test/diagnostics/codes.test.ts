import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorsPage } from '../../codegen/errorsPage.js';
import { codeStages } from '../../src/diagnostics/codes/codes.js';

const root = join(import.meta.dirname, '../..');
const listed = codeStages.flatMap(({ codes }) => Object.keys(codes)).sort();

/** All codes in the files of a folder, except those of one folder or file inside it. */
function codesIn(folder: string, except: string): readonly string[] {
  const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|txt)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(root, except)));
  const found = files.flatMap((path) => readFileSync(path, 'utf8').match(/\bGAN\d{3}\b/g) ?? []);
  return [...new Set(found)].sort();
}

describe('the table of codes', () => {
  it('lists every code once', () => {
    expect(listed).toEqual([...new Set(listed)]);
  });

  it('lists exactly the codes that occur in src', () => {
    expect(codesIn('src', 'src/diagnostics/codes')).toEqual(listed);
  });

  it('lists only codes that occur in tests', () => {
    const provoked = codesIn('test', 'test/diagnostics');
    expect(listed.filter((code) => !provoked.includes(code))).toEqual([]);
  });

  it('agrees with docs/errors.md', () => {
    const [path, text] = errorsPage();
    expect(readFileSync(join(root, path), 'utf8')).toBe(text);
  });
});
