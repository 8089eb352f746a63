import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { kindRecords, kinds } from '../../src/entries/entry.js';
import { packageFolder } from '../../src/packageFolder.js';

const root = join(packageFolder, 'src');

const entryFile = new RegExp(
  `^(?:${kinds.map((kind) => kindRecords[kind].folder).join('|')})/\\w+\\.ts$`,
);

/** Files that need not be counted. */
const exempt = [
  // Tables of entries and fragments. The types of specs are counted.
  /^generated\/(?!spec\.ts$)/,
  // Holds the text of a module.
  /^export\/typedModule\.ts$/,
];

/**
 * Files by the names that they declare and export. Entries count as one file: each is called as its word is, also where
 * two kinds share a word.
 */
function exportedNames(): ReadonlyMap<string, ReadonlySet<string>> {
  const files = new Map<string, Set<string>>();
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || exempt.some((pattern) => pattern.test(file))) continue;
    const text = readFileSync(join(root, file), 'utf8');
    const declared = /^export (?:async )?(?:const|function|class|interface|type) (\w+)/gm;
    for (const [, name = ''] of text.matchAll(declared)) {
      const known = files.get(name) ?? new Set();
      files.set(name, known.add(entryFile.test(file) ? 'an entry' : file));
    }
  }
  return files;
}

it('a name is exported by one file alone, so that it has one meaning', () => {
  const names = exportedNames();
  expect(names.size).toBeGreaterThan(800);
  const shared = [...names].filter(([, files]) => files.size > 1);
  expect(shared).toEqual([]);
});
