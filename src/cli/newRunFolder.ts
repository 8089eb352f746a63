import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes an empty folder for a new run: `runs/<name>/<run id>`. The id is the time in UTC, as in `20260131-235959`, followed by
 * a number if several runs start in one second.
 * @returns Its path.
 */
export function newRunFolder(name: string, { runs = 'runs', now = new Date() } = {}): string {
  const time = now
    .toISOString()
    .replace(/\.\d+Z$/, '')
    .replaceAll(/[-:]/g, '')
    .replace('T', '-');
  mkdirSync(join(runs, name), { recursive: true });
  for (let again = 1; ; again += 1) {
    const folder = join(runs, name, again === 1 ? time : `${time}-${again}`);
    if (isMade(folder)) return folder;
  }
}

/** False where something of that name is there, such as the folder of a run that started at the same moment. */
function isMade(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
