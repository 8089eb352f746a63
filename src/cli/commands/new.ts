/** `ganspec new`: writes a working plugin as a starting point for one's own. */
import { Argument, type Command } from 'commander';
import { templateKinds, type Kind } from '../../entries/entry.js';
import { printToStderr } from '../stderr.js';
import { print } from '../stdout.js';

/** Adds the command. */
export function addNew(program: Command): void {
  program
    .command('new')
    .description('write a plugin with one working entry, and its test')
    .addArgument(new Argument('<kind>', 'what it adds to the language').choices(templateKinds))
    .argument('<tag>', 'its type in specs, as in acme/softplus')
    .option('--out <dir>', 'folder of the files', '.')
    .action(async (kind: Kind, tag: string, { out }: { readonly out: string }) => {
      const { pluginFiles, writeNewFiles } = await import('../../tools.js');
      const { names, files, use } = pluginFiles(kind, tag);
      for (const note of names.notes) printToStderr(`note: ${note}`);
      const [plugin = '', test = ''] = writeNewFiles(out, files);
      print(plugin);
      print(test);
      printToStderr(`test it:   node --test ${test}`);
      printToStderr(`check it:  ganspec plugin check ${plugin}`);
      printToStderr(`train it:  ganspec train ring --plugin ${plugin} --set '${use}' --steps 20`);
    });
}
