import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder, and those above it that are missing, one by one: Node's own way never returns within `/proc`, and gives
 * ENOENT in place of the error of a read-only or a full disk.
 * @throws The error of the operating system.
 */
export function makeFolder(path: string): void {
  const missing: string[] = [];
  let above = resolve(path);
  for (; !existsSync(above); above = dirname(above)) missing.push(above);
  // What is there may be a file, which is an error.
  if (missing.length === 0 && !isFolder(above)) mkdirSync(above);
  for (const folder of missing.toReversed()) {
    try {
      mkdirSync(folder);
    } catch (error) {
      // Another process may have made it meanwhile.
      if (!isFolder(folder)) throw error;
    }
  }
}

function isFolder(path: string): boolean {
  // A part of the path may be a file.
  return existsSync(path) && statSync(path).isDirectory();
}
