/** `ganspec plugin check`: the checks of built-in entries, applied to the entries of a plugin. */
import type { Command } from 'commander';
import { counted } from '../../diagnostics/counted.js';
import type { PluginReport } from '../../tools.js';
import { setExitCode } from '../exitCode.js';
import { takesPlugins, type SpecOptions } from '../specOptions.js';
import { openCompiler } from '../specOptions.js';
import { print, printJson } from '../stdout.js';

interface CheckOptions extends Pick<SpecOptions, 'plugin'> {
  readonly json?: boolean;
}

/** Adds the command. */
export function addPlugin(program: Command): void {
  const plugin = program.command('plugin').description('work on a plugin');
  takesPlugins(plugin.command('check'))
    .description('run the checks of built-in entries on every entry of a plugin')
    .argument('<file>', 'file or package of the plugin')
    .option('--json', 'print one JSON document')
    .action(async (file: string, options: CheckOptions) => {
      const { exitCodes } = await import('../../index.js');
      const { examinePlugin } = await import('../../tools.js');
      const { registry } = await openCompiler(options);
      const report = await examinePlugin(file, registry);
      const { valid, entries, findings } = report;
      const failed = findings.filter(({ ok }) => !ok);
      const summary = { entries, checks: findings.length, failed: failed.length };
      if (options.json) printJson({ file, valid, summary, findings });
      else {
        printFailures(report);
        print(`${file}: ${summaryText(summary)}`);
      }
      if (!valid) setExitCode(exitCodes.spec);
    });
}

/** As in `1 entry, 24 checks, 2 failed`. */
function summaryText(summary: Readonly<Record<'entries' | 'checks' | 'failed', number>>): string {
  const { entries, checks, failed } = summary;
  return `${counted(entries, 'entry')}, ${counted(checks, 'check')}, ${failed} failed`;
}

function printFailures({ file, findings }: PluginReport): void {
  for (const { entry, hook, claim, ok, detail, fix } of findings) {
    if (ok) continue;
    print(`${file}: ${entry}, ${hook}: this does not hold: it ${claim}`);
    print(`  ${detail}`);
    print(`  hint: ${fix}`);
  }
}
