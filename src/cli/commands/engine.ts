/** `ganspec engine`: lists engines, installs the libraries of those that need one, and removes them. */
import { Argument, type Command } from 'commander';
import { engineList, type EngineName } from '../../engines/list.js';
import type { InstallOptions } from '../../index.js';
import { print, printColumns, printJson } from '../stdout.js';

/** Adds the command. */
export function addEngine(program: Command): void {
  const engine = program.command('engine').description('list engines, and install their libraries');
  engine
    .command('list')
    .description('list the engines with their libraries')
    .option('--json', 'print one JSON document')
    .action(async ({ json }: { readonly json?: boolean }) => {
      const { describeEngines } = await import('../../index.js');
      const engines = await describeEngines();
      if (json) printJson(engines);
      else {
        const rows = engines.map(({ name, works, library, version = '–', place = '', device }) =>
          works
            ? [name, 'works', library, version, device, place]
            : [name, 'does not work', library, version],
        );
        printColumns([['engine', 'state', 'library', 'version', 'device', 'place'], ...rows]);
        for (const { name, works, detail, fix = '' } of engines) {
          if (!works) print(`\n${name} does not work: ${detail}\n  ${fix}`);
        }
      }
    });
  engine
    .command('install')
    .description('install the library of an engine for this user')
    .addArgument(installable())
    .option('--gpu', 'the build for GPUs (experimental)')
    .option('--from <file>', 'a package that was fetched before')
    .action(async (name: EngineName, options: InstallOptions) => {
      const { engineInstaller } = await import('../../index.js');
      const installer = await engineInstaller(name);
      const plan = installer.plan(options);
      print(`library: ${plan.name} ${plan.version}, licence ${plan.licence}`);
      const source = options.from ?? `${megabytes(plan.packageBytes)} by ${plan.client ?? ''}`;
      print(`package: ${source}`);
      print(`folder: ${plan.folder}, ${megabytes(plan.bytes)}`);
      await installer.install(options);
      print(`installed; \`ganspec doctor\` tries it, \`--engine ${name}\` uses it`);
    });
  engine
    .command('remove')
    .description('remove a library that was installed by this command')
    .addArgument(installable())
    .action(async (name: EngineName) => {
      const { engineInstaller } = await import('../../index.js');
      const folder = (await engineInstaller(name)).remove();
      print(folder === undefined ? 'nothing is installed' : `removed ${folder}`);
    });
}

function installable(): Argument {
  const names = engineList.flatMap((entry) => ('installer' in entry ? [entry.name] : []));
  return new Argument('<engine>', 'the engine').choices(names);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
