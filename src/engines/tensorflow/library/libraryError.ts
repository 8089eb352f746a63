/** Errors about TensorFlow's library. */
import { exitCodes, GanspecError } from '../../../diagnostics/errors.js';
import { mayHaveGpu } from '../../mayHaveGpu.js';

/** The way out wherever the library is absent or does not work; the variable goes before all that is installed. */
export function libraryHint(): string {
  const command = `\`ganspec engine install tensorflow${mayHaveGpu() ? ' --gpu' : ''}\``;
  return (process.env['GANSPEC_TENSORFLOW'] ?? '') === ''
    ? `Install one with ${command}, or set GANSPEC_TENSORFLOW to the folder of another one.`
    : `Set GANSPEC_TENSORFLOW to the folder of another one, or unset it and install one with ${command}.`;
}

/** The error about a library that cannot be used. */
export function unusable(path: string, reason: string): GanspecError {
  return new GanspecError(
    'GAN524',
    exitCodes.usage,
    `the library ${path} ${reason}`,
    libraryHint(),
  );
}
