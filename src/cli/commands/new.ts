/** `ganspec new`: writes a working plugin as a starting point for one's own. */
import { Argument, type Command } from 'commander';
import { templateKinds, type Kind } from '../../entries/entry.js';
import { printToStderr } from '../stderr.js';
import { print } from '../stdout.js';

interface NewOptions {
  readonly out: string;
  readonly ts?: boolean;
}

/** Options of the compiler, for a folder without a tsconfig.json. */
const compilerOptions = '--strict --module nodenext --target es2022 --types node --skipLibCheck';

/** Adds the command. */
export function addNew(program: Command): void {
  program
    .command('new')
    .description('write a plugin with one working entry, and its test')
    .addArgument(new Argument('<kind>', 'what it adds to the language').choices(templateKinds))
    .argument('<tag>', 'its type in specs, as in acme/softplus')
    .option('--out <dir>', 'folder of the files', '.')
    .option('--ts', 'write TypeScript')
    .action(async (kind: Kind, tag: string, { out, ts = false }: NewOptions) => {
      const { pluginFiles, writeNewFiles } = await import('../../tools.js');
      const { names, files, use } = pluginFiles(kind, tag, ts ? 'ts' : 'js');
      for (const note of names.notes) printToStderr(`note: ${note}`);
      const written = writeNewFiles(out, files);
      for (const file of written) print(file);
      const [plugin = '', test = ''] = written.map((file) => file.replace(/\.mts$/, '.mjs'));
      if (ts) printToStderr(`compile:   npx tsc ${compilerOptions} ${written.join(' ')}`);
      printToStderr(`test it:   node --test ${test}`);
      printToStderr(`check it:  ganspec plugin check ${plugin}`);
      printToStderr(`train it:  ganspec train ring --plugin ${plugin} --set '${use}' --steps 20`);
    });
}
