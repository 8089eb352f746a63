/** Errors about the installation of a library. */
import { exitCodes, GanspecError } from '../../../diagnostics/errors.js';

/** The error about a library that was not installed; what was installed before is still there. */
export function notInstalled(reason: string, hint: string): GanspecError {
  return new GanspecError('GAN525', exitCodes.usage, reason, hint);
}
