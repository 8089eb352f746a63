/** `ganspec types`: TypeScript types and a JSON Schema of the language, plugins included. */
import { InvalidArgumentError, type Command } from 'commander';
import { openCompiler, takesPlugins, type SpecOptions } from '../specOptions.js';
import { print } from '../stdout.js';

/** Adds the command. */
export function addTypes(program: Command): void {
  takesPlugins(program.command('types'))
    .description('write TypeScript types of specs, and their JSON Schema beside them')
    .requiredOption('--out <file>', 'where the types go, as in ganspec.d.ts', typesFile)
    .action(async (options: Pick<SpecOptions, 'plugin'> & { readonly out: string }) => {
      const { writeLanguageTypes } = await import('../../tools.js');
      const { registry } = await openCompiler(options);
      for (const path of await writeLanguageTypes(registry, options.out)) print(path);
    });
}

function typesFile(file: string): string {
  if (file.endsWith('.ts')) return file;
  throw new InvalidArgumentError('It must end in .ts.');
}
