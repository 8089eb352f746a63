import { diagnostics as areDiagnostics } from './arguments.js';
import type { Diagnostic } from './diagnostic.js';
import { exitCodes, type ExitCode } from './errors.js';

/** Codes of data sets that report a mistake of the spec, not of the data. */
const mistakesOfSpec: readonly string[] = ['GAN408', 'GAN417', 'GAN421'];

/**
 * Exit code for a spec with these diagnostics: that of a limit (7) if a limit is among the errors, since the spec is
 * refused whatever else is wrong; that of unreadable data (4) if all errors are of that kind; that of a wrong spec (3)
 * for other errors; 0 for warnings only.
 */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): ExitCode {
  areDiagnostics('list of exitCodeOf', diagnostics);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return exitCodes.ok;
  if (errors.some(({ code }) => code.startsWith('GAN7'))) return exitCodes.limit;
  const areOfData = errors.every(
    ({ code }) => code.startsWith('GAN4') && !mistakesOfSpec.includes(code),
  );
  return areOfData ? exitCodes.data : exitCodes.spec;
}
