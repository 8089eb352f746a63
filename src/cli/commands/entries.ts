/** `ganspec layers`, `ganspec losses` and so on for every kind: lists of entries. */
import type { Command } from 'commander';
import { kindRecords, type Kind } from '../../entries/entry.js';
import { openCompiler, takesPlugins, type SpecOptions } from '../specOptions.js';
import { print, printJson } from '../stdout.js';

/** Adds a command that lists the entries of one kind with their options and defaults; it may be given subcommands. */
export function addEntries(program: Command, kind: Kind): Command {
  return takesPlugins(program.command(kindRecords[kind].folder).enablePositionalOptions())
    .description(`list the types of ${kind} with their options`)
    .option('--json', 'print one JSON document')
    .action(async (options: Pick<SpecOptions, 'plugin'> & { readonly json?: boolean }) => {
      const { registry } = await openCompiler(options);
      const entries = registry.words(kind).map(({ type, schema: { description, properties } }) => ({
        type,
        description,
        options: Object.fromEntries(
          Object.entries(properties).filter(([option]) => option !== 'type'),
        ),
      }));
      if (options.json) printJson(entries);
      else entries.forEach(printEntry);
    });
}

/** An entry as it is printed. */
interface Listed {
  readonly type: string;
  readonly description: string;
  readonly options: Readonly<Record<string, { readonly default?: unknown }>>;
}

/** Prints the type with its options (required as `units`, others with their default as `strides=1`) above its description. */
function printEntry({ type, description, options }: Listed): void {
  const texts = Object.entries(options).map(([name, option]) =>
    'default' in option ? `${name}=${JSON.stringify(option.default)}` : name,
  );
  print([type, ...texts].join('  '));
  print(`    ${description}`);
}
