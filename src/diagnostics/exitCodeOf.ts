import type { Diagnostic } from './diagnostic.js';
import { exitCodes, type ExitCode } from './errors.js';

/** Mistakes of a spec that its data set finds. */
const ofOptions: readonly string[] = ['GAN408', 'GAN417'];

/**
 * What the command line returns for a spec with these diagnostics: that of a limit (7) where a limit is among the
 * errors, since whatever else is wrong was found out about a plan that is refused anyway; that of unreadable data (4)
 * where nothing else is wrong; that of a wrong spec (3) for other errors; 0 for warnings only.
 */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): ExitCode {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return exitCodes.ok;
  if (errors.some(({ code }) => code.startsWith('GAN7'))) return exitCodes.limit;
  const areOfData = errors.every(
    ({ code }) => code.startsWith('GAN4') && !ofOptions.includes(code),
  );
  return areOfData ? exitCodes.data : exitCodes.spec;
}
