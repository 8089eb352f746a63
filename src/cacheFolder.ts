import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * A folder for files that can be made again, in `$XDG_CACHE_HOME/ganspec` or `~/.cache/ganspec`. A relative path in the
 * variable counts as none.
 * @source XDG Base Directory Specification 0.8.
 */
export function userCache(name: string): string {
  const named = process.env['XDG_CACHE_HOME'] ?? '';
  return join(isAbsolute(named) ? named : join(homedir(), '.cache'), 'ganspec', name);
}
