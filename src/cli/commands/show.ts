/** `ganspec show`: a word of the language with its options and defaults. */
import type { Command } from 'commander';
import { kinds } from '../../entries/entry.js';
import type { DescribedOption, DescribedWord } from '../../tools.js';
import { refuse } from '../refuse.js';
import { openCompiler, takesPlugins, type SpecOptions } from '../specOptions.js';
import { print, printJson } from '../stdout.js';

/** Adds the command. */
export function addShow(program: Command): void {
  takesPlugins(program.command('show'))
    .description('describe a word with its options and defaults, as in: ganspec show conv2d')
    .argument('<word>', 'type of a layer, loss, data set, …, also as other libraries call it')
    .option('--json', 'print one JSON document')
    .action(async (name: string, options: Pick<SpecOptions, 'plugin'> & { json?: boolean }) => {
      const { nearest } = await import('../../index.js');
      const { describeWords } = await import('../../tools.js');
      const { registry } = await openCompiler(options);
      const words = describeWords(name, registry);
      if (words.length === 0) {
        const types = kinds.flatMap((kind) => registry.words(kind).map(({ type }) => type));
        const near = nearest(name, types);
        const hint = near === undefined ? '' : `\n(Did you mean ${near}?)`;
        refuse(`there is no word "${name}"${hint}`);
      }
      if (options.json) printJson(words);
      else print(words.map(textOf).join('\n\n'));
    });
}

function textOf({ kind, type, origin, ...word }: DescribedWord): string {
  const from = origin === undefined ? '' : `, from ${origin}`;
  return [
    `${type} (${kind}${from})`,
    `    ${word.description}`,
    ...word.options.flatMap(linesOf),
    ...(word.sharedOptions.length > 0 ? [`every ${kind} also takes`] : []),
    ...word.sharedOptions.flatMap(linesOf),
    'examples',
    ...word.examples.map((example) => `    ${JSON.stringify(example)}`),
  ].join('\n');
}

function linesOf(option: DescribedOption): readonly string[] {
  const { name, takes, required, description } = option;
  const given = 'default' in option ? `default ${JSON.stringify(option.default)}` : 'optional';
  return [`  ${name}  ${takes}, ${required ? 'required' : given}`, `      ${description}`];
}
