import { homedir } from 'node:os';
import { join } from 'node:path';

/** A folder for files that can be made again, in `$XDG_CACHE_HOME/ganspec` or `~/.cache/ganspec`. */
export function userCache(name: string): string {
  const named = process.env['XDG_CACHE_HOME'] ?? '';
  return join(named === '' ? join(homedir(), '.cache') : named, 'ganspec', name);
}
