/** Pages of docs/ and the programs on them. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** The text of a page. */
export function documentPage(name: string): string {
  return readFileSync(join(root, 'docs', name), 'utf8');
}

/** Blocks of a page that begin with these words. */
export function blocksOf(page: string, words: string): readonly string[] {
  const found = [...page.matchAll(/^```(.*)\n([^]*?)^```$/gm)];
  return found.flatMap(([, info, text = '']) => (info === words ? [text] : []));
}

/** Runs a program in a folder with the Node that runs the tests. */
export function runNode(folder: string, ...words: readonly string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, words, {
    cwd: folder,
    encoding: 'utf8',
  });
  // tfjs advertises its Node binding on standard error.
  return { stdout, status, error: /error/i.test(stderr) ? stderr : '' };
}
