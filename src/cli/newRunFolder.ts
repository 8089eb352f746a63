import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A folder for a new run that is not there yet: `runs/<name>/<run id>`, the id being the time in UTC, as in
 * `20260131-235959`, with a number after it where two runs start in one second.
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
