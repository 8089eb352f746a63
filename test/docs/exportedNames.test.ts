import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { kindRecords, kinds } from '../../src/entries/entry.js';
import { packageFolder } from '../../src/packageFolder.js';

const root = join(packageFolder, 'src');

/** Entries, which are called as their words are, also where two kinds share a word, and files that are written by codegen. */
const exempt = [
  ...kinds.map((kind) => new RegExp(`^${kindRecords[kind].folder}/\\w+\\.ts$`)),
  /^generated\//,
  // Holds the text of a module.
  /^export\/typedModule\.ts$/,
];

/** Files by the names that they declare and export. */
function exportedNames(): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, readonly string[]>();
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || exempt.some((pattern) => pattern.test(file))) continue;
    const text = readFileSync(join(root, file), 'utf8');
    const declared = /^export (?:async )?(?:const|function|class|interface|type) (\w+)/gm;
    for (const [, name = ''] of text.matchAll(declared)) {
      files.set(name, [...(files.get(name) ?? []), file]);
    }
  }
  return files;
}

it('a name is exported by one file alone, so that it has one meaning', () => {
  const names = exportedNames();
  expect(names.size).toBeGreaterThan(500);
  const shared = [...names].filter(([, files]) => files.length > 1);
  expect(shared).toEqual([]);
});
