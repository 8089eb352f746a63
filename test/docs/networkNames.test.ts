/** Files that name a network in code; the rooms that may are named in docs/ARCHITECTURE.md. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { kindRecords, kinds } from '../../src/entries/entry.js';
import { roles } from '../../src/language/resolve/roles.js';
import { packageFolder } from '../../src/packageFolder.js';

const root = join(packageFolder, 'src');

/** Folders whose files may name networks: stages that depend on them, exports, entries, and generated files. */
const free = [
  'program',
  'language/resolve',
  'export',
  'standalone',
  'generated',
  ...kinds.map(entryFolder),
];

function entryFolder(kind: (typeof kinds)[number]): string {
  return kindRecords[kind].folder;
}

/** All other files that do, by the reason. */
const named = {
  'the list of players': ['entries/player.ts'],
  'the contracts of losses and penalties': ['entries/loss.ts', 'entries/penalty.ts'],
  'the name of a penalty in the loss of one network': ['language/penaltyResult.ts'],
  'the networks that losses and penalties are checked and evaluated on': [
    'checks/evaluateLoss.ts',
    'checks/evaluatePenalty.ts',
    'checks/kinds/penalty.ts',
    'checks/penaltyProbe.ts',
    'checks/smallGan.ts',
    'cli/tinyGan.ts',
  ],
  'the picture of an iteration': ['language/pictures/flowDrawing.ts'],
  'exports, which are of the generator': [
    'api/exportGenerator.ts',
    'api/options.ts',
    'cli/commands/export.ts',
  ],
  'directions, which are of the generator': ['api/directions.ts', 'directions/latentReaders.ts'],
  'the keyword "discriminator" of schemas, which names no network': [
    'language/schema/bundleFragments.ts',
    'language/schema/newAjv.ts',
    'language/schema/withParts.ts',
    'language/validate/explain.ts',
    'language/validate/findings.ts',
    'types/specTypes.ts',
  ],
};

/** True where an identifier or a whole string is the name of a network. */
function namesNetwork(file: string): boolean {
  const text = readFileSync(join(root, file), 'utf8');
  const isName = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) || ts.isStringLiteralLike(node)) && Object.hasOwn(roles, node.text);
  const has = (node: ts.Node): boolean => isName(node) || (ts.forEachChild(node, has) ?? false);
  return has(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
}

it('networks are named where a reason is given, and nowhere else', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !free.some((folder) => file.startsWith(`${folder}/`)),
  );
  expect(files.filter(namesNetwork).sort()).toEqual(Object.values(named).flat().sort());
});
