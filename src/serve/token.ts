/** The token of a server, without which it answers nothing. */
import { createHmac, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { userCache } from '../cacheFolder.js';
import { readRegularFile } from '../checkpoint/readFile.js';
import { makeFolder } from '../makeFolder.js';

/**
 * The token for a folder: the same at every start, so that an open page goes on after a restart, and another for each folder.
 * It is made from a key that the user alone can read, in the cache folder.
 * @param folder Absolute.
 */
export function tokenFor(folder: string): string {
  return createHmac('sha256', userKey()).update(folder).digest('hex').slice(0, 48);
}

/** The key; one for this process alone where it cannot be kept. */
function userKey(): string {
  const path = join(userCache('serve'), 'key');
  const kept = readKey(path);
  if (kept !== undefined) return kept;
  const key = randomBytes(32).toString('hex');
  try {
    makeFolder(userCache('serve'));
    writeFileSync(path, key, { flag: 'wx', mode: 0o600 });
    return key;
  } catch {
    // Another process may have been faster.
    return readKey(path) ?? key;
  }
}

function readKey(path: string): string | undefined {
  try {
    const text = readRegularFile(path).toString('utf8');
    return /^[0-9a-f]{64}$/.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}
