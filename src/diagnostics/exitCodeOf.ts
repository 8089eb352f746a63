import type { Diagnostic } from './diagnostic.js';
import { exitCodes, type ExitCode } from './errors.js';

/**
 * What the command line returns for a spec with these diagnostics: that of a limit (7) where a limit is among the
 * errors, since whatever else is wrong was found out about a plan that is refused anyway; that of a wrong spec (3)
 * for other errors; 0 for warnings only.
 */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): ExitCode {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return exitCodes.ok;
  return errors.some(({ code }) => code.startsWith('GAN7')) ? exitCodes.limit : exitCodes.spec;
}
