/** Writes the generated files of a checkout, or lists those that are not up to date. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isGenerated } from './banner.js';

/** Folders of generated files, where one may outlive its source. */
const ownFolders = ['src/generated', 'docs/reference'];

/** Paths whose file is missing, differs, or was generated from something that is no longer there. */
export function staleFiles(root: string, files: ReadonlyMap<string, string>): readonly string[] {
  const differing = [...files].filter(([path, text]) => contentOf(join(root, path)) !== text);
  const left = ownFolders
    .flatMap((folder) => filesIn(root, folder))
    .filter((path) => !files.has(path) && isGenerated(contentOf(join(root, path))));
  return [...differing.map(([path]) => path), ...left].sort();
}

/** Writes what is stale and removes what is left over; a file without the first line of `banner` is never removed. */
export function writeFiles(root: string, files: ReadonlyMap<string, string>): readonly string[] {
  const stale = staleFiles(root, files);
  for (const path of stale) {
    const text = files.get(path);
    if (text === undefined) {
      rmSync(join(root, path));
    } else {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  }
  return stale;
}

function contentOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function filesIn(root: string, folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
}
