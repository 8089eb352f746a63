import { join } from 'node:path';
import { userCache } from '../../../cacheFolder.js';

/** A file beside the library that says that it is built for GPUs. */
export const gpuMark = 'for-gpus';

/** The folder of the library that `ganspec engine install tensorflow` installs. */
export function installedFolder(): string {
  return join(userCache('engines'), 'tensorflow', 'tensorflow');
}
