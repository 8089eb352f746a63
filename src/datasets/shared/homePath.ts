import { homedir } from 'node:os';
import { join } from 'node:path';

/** A path with the home folder in place of `~`, where it starts so. */
export function homePath(path: string): string {
  return startsAtHome(path) ? join(homedir(), path.slice(1)) : path;
}

/** True for `~` and the paths below it. */
export function startsAtHome(path: string): boolean {
  return /^~(?:[/\\]|$)/.test(path);
}
