/** `ganspec docs`: reference pages of the language, plugins included. */
import type { Command } from 'commander';
import { openCompiler, takesPlugins, type SpecOptions } from '../specOptions.js';
import { print } from '../stdout.js';

interface DocsOptions extends Pick<SpecOptions, 'plugin'> {
  readonly out: string;
  readonly force?: boolean;
}

/** Adds the command. */
export function addDocs(program: Command): void {
  takesPlugins(program.command('docs'))
    .description('write a page on every kind of word, with the words of plugins, into a folder')
    .requiredOption('--out <dir>', 'the folder; replaced as a whole if it was written before')
    .option('--force', 'overwrite files that were not written by this command')
    .action(async (options: DocsOptions) => {
      const { writeReference } = await import('../../tools.js');
      const { registry } = await openCompiler(options);
      print(writeReference(registry, options.out, options.force ?? false));
    });
}
