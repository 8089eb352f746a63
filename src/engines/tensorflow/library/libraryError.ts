/** Errors about TensorFlow's library. */
import { exitCodes, GanspecError } from '../../../diagnostics/errors.js';

/** The way out wherever the library is absent or does not work. */
export const libraryHint =
  'Install one with `ganspec engine install tensorflow`, or set GANSPEC_TENSORFLOW to the folder of another one.';

/** The error about a library that cannot be used. */
export function unusable(path: string, reason: string): GanspecError {
  return new GanspecError('GAN524', exitCodes.usage, `the library ${path} ${reason}`, libraryHint);
}
