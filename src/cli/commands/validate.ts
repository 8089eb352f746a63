/** `ganspec validate`: every diagnostic of a spec, without training. */
import type { Command } from 'commander';
import { counted } from '../../diagnostics/counted.js';
import { setExitCode } from '../exitCode.js';
import { diagnosticsOf } from '../diagnosticsOf.js';
import { openSpec, showDiagnostics, takesSpec, type SpecOptions } from '../specOptions.js';
import { print, printJson } from '../stdout.js';

/** Code of the diagnostic that counts those that are not shown. */
const moreCode = 'GAN128';

interface ValidateOptions extends SpecOptions {
  readonly json?: boolean;
}

/** Adds the command. */
export function addValidate(program: Command): void {
  takesSpec(program.command('validate'))
    .description('check a spec and say what is wrong with it, and where')
    .option('--json', 'print one JSON document')
    .action(async (argument: string, options: ValidateOptions) => {
      if (options.json) await validateAsJson(argument, options);
      else await validate(argument, options);
    });
}

async function validate(argument: string, options: ValidateOptions): Promise<void> {
  const { exitCodeOf } = await import('../../index.js');
  const { compiler, source } = await openSpec(argument, options);
  const { valid, diagnostics } = compiler.check(source);
  await showDiagnostics(diagnostics);
  const shown = diagnostics.filter(({ code }) => code !== moreCode);
  const errors = shown.filter(({ severity }) => severity === 'error').length;
  const counts = `${valid ? 'valid' : counted(errors, 'error')}, ${counted(shown.length - errors, 'warning')}`;
  print(`${argument}: ${counts}${shown.length < diagnostics.length ? ' and more' : ''}`);
  setExitCode(exitCodeOf(diagnostics));
}

async function validateAsJson(argument: string, options: ValidateOptions): Promise<void> {
  const { diagnosticToJson, exitCodeOf, GanspecError } = await import('../../index.js');
  try {
    const { compiler, source } = await openSpec(argument, options);
    const { valid, diagnostics } = compiler.check(source);
    printJson({ valid, diagnostics: diagnostics.map(diagnosticToJson) });
    setExitCode(exitCodeOf(diagnostics));
  } catch (error) {
    if (!(error instanceof GanspecError)) throw error;
    printJson({ valid: false, diagnostics: await diagnosticsOf(argument, error) });
    setExitCode(error.exitCode);
  }
}
