import { join } from 'node:path';
import { userCache } from '../../../cacheFolder.js';

/** The folder of the library that `ganspec engine install tensorflow` installs. */
export function installedFolder(): string {
  return join(userCache('engines'), 'tensorflow', 'tensorflow');
}
