/** `ganspec show`: a word of the language with its options and defaults, or a key of a spec. */
import type { Command } from 'commander';
import { kinds } from '../../entries/entry.js';
import type { DescribedKey, DescribedOption, DescribedWord } from '../../tools.js';
import { refuse } from '../refuse.js';
import { openCompiler, takesPlugins, type SpecOptions } from '../specOptions.js';
import { print, printJson } from '../stdout.js';

/** Adds the command. */
export function addShow(program: Command): void {
  takesPlugins(program.command('show'))
    .description(
      'describe a word with its options and defaults, as in: ganspec show conv2d; or a key of a spec, as in: ganspec show batchSize',
    )
    .argument(
      '<word>',
      'type of a layer, loss, data set, …, a key or an option, also as other libraries call it',
    )
    .option('--json', 'print one JSON document')
    .action(async (name: string, options: Pick<SpecOptions, 'plugin'> & { json?: boolean }) => {
      const { nearest } = await import('../../index.js');
      const { describeForeignKeys, describeKeys, describeWords, keyNames } =
        await import('../../tools.js');
      const { registry } = await openCompiler(options);
      const words = describeWords(name, registry);
      const own = describeKeys(name, registry);
      const keys = words.length + own.length > 0 ? own : describeForeignKeys(name, registry);
      if (words.length + keys.length === 0) {
        const types = kinds.flatMap((kind) => registry.words(kind).map(({ type }) => type));
        const near = nearest(name, [...types, ...keyNames(registry)]);
        const hint = near === undefined ? '' : `\n(Did you mean ${near}?)`;
        refuse(`there is no word "${name}"${hint}`);
      }
      if (options.json) printJson([...words, ...keys]);
      else print([...words.map(wordText), ...keys.map(keyText)].join('\n\n'));
    });
}

function wordText({ kind, type, origin, ...word }: DescribedWord): string {
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

function keyText({ keys, ...key }: DescribedKey): string {
  return [headOf(key), `    ${key.description}`, ...keys.flatMap(linesOf)].join('\n');
}

function linesOf(option: DescribedOption): readonly string[] {
  return [`  ${headOf(option)}`, `      ${option.description}`];
}

/** As in `kernelSize  integer ≥ 1, required`. */
function headOf(option: DescribedOption): string {
  const given = 'default' in option ? `default ${JSON.stringify(option.default)}` : 'optional';
  return `${option.name}  ${option.takes}, ${option.required ? 'required' : given}`;
}
