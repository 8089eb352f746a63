/** `ganspec presets`: the specs that come with ganspec. */
import type { Command } from 'commander';
import { print, printColumns, printJson } from '../stdout.js';

/** Adds the command. */
export function addPresets(program: Command): void {
  const presets = program
    .command('presets')
    .description('list the specs that come with ganspec')
    .option('--json', 'print one JSON document')
    .action(async ({ json }: { readonly json?: boolean }) => {
      const { listPresets } = await import('../../index.js');
      const presets = listPresets();
      if (json) printJson(presets);
      else printColumns(presets.map(({ name, description }) => [name, description]));
    });
  presets
    .command('show')
    .description('print a preset for editing, as in: ganspec presets show ring > my.json')
    .argument('<name>', 'its name')
    .action(async (name: string) => {
      const { presetText } = await import('../../index.js');
      print(presetText(name).trimEnd());
    });
}
