import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Path of a folder that does not exist yet, for a new run: `runs/<name>/<run id>`. The id is the time in UTC, as in
 * `20260131-235959`, followed by a number if several runs start in one second.
 */
export function newRunFolder(name: string, { runs = 'runs', now = new Date() } = {}): string {
  const time = now
    .toISOString()
    .replace(/\.\d+Z$/, '')
    .replaceAll(/[-:]/g, '')
    .replace('T', '-');
  for (let again = 1; ; again += 1) {
    const folder = join(runs, name, again === 1 ? time : `${time}-${again}`);
    if (!existsSync(folder)) return folder;
  }
}
