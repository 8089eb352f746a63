/** SHA-256 of an installed library's files, noted beside them, since they are not loaded once they have been damaged. */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { unusable } from './libraryError.js';

const noteName = 'sha256.json';

/** Notes the content of these files of one folder. */
export function noteDigests(files: readonly string[]): void {
  const noted = Object.fromEntries(files.map((file) => [basename(file), digestOf(file)]));
  for (const folder of new Set(files.map((file) => dirname(file)))) {
    writeFileSync(join(folder, noteName), `${JSON.stringify(noted, undefined, 2)}\n`);
  }
}

/** @throws GanspecError (GAN524) where the content of a file is no longer what was noted. */
export function checkDigests(files: readonly string[]): void {
  for (const file of files) {
    const note = join(dirname(file), noteName);
    if (!existsSync(note)) continue;
    const noted = (JSON.parse(readFileSync(note, 'utf8')) as Record<string, unknown>)[
      basename(file)
    ];
    if (noted !== undefined && noted !== digestOf(file)) {
      throw unusable(file, 'is damaged: its SHA-256 is not the one that it was installed with');
    }
  }
}

function digestOf(path: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(2 ** 22);
  const file = openSync(path, 'r');
  try {
    for (let bytes = readSync(file, piece); bytes > 0; bytes = readSync(file, piece)) {
      hash.update(piece.subarray(0, bytes));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}
