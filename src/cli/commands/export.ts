/** `ganspec export`: the generator of a run as the files that one consumer needs. */
import { Option, type Command } from 'commander';
import { quantizations } from '../../export/quantize.js';
import { exportTargets } from '../../export/targets/list.js';
import type { ExportedGenerator, ExportTargetName, Quantization } from '../../index.js';
import { refuse } from '../refuse.js';
import {
  openCompiler,
  openSpec,
  runFolder,
  showDiagnostics,
  takesDataDir,
  takesPlugins,
  takesSet,
  type SpecOptions,
} from '../specOptions.js';
import { printToStderr } from '../stderr.js';
import { print, printJson } from '../stdout.js';
import { wholeNumber } from '../wholeNumber.js';

interface ExportRunOptions extends Pick<SpecOptions, 'plugin' | 'set' | 'dataDir'> {
  readonly to: string;
  readonly out?: string;
  readonly from?: number;
  readonly discriminator?: true;
  readonly quantize?: Quantization;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** Adds the command. */
export function addExport(program: Command): void {
  const targets = exportTargets.map(({ name, description }) => `${name} (${description})`);
  takesSet(takesDataDir(takesPlugins(program.command('export'))))
    .description('write the generator of a run as the files that one consumer needs')
    .argument('<run>', 'a run folder, or a name for its latest run; a spec for the target pytorch')
    .requiredOption('--to <target>', targets.join(', '))
    .option(
      '--out <dir>',
      'the folder (default: exports/<target> in the run folder, <name>-pytorch for a spec)',
    )
    .option(
      '--from <step>',
      'checkpoint after this many iterations (default: the last state)',
      wholeNumber(0),
    )
    .option('--discriminator', `the discriminator too${takers('discriminator')}`)
    .addOption(
      new Option('--quantize <type>', `weights in fewer bits${takers('quantize')}`).choices(
        quantizations,
      ),
    )
    .option('--force', 'overwrite files that were not exported into the folder')
    .option('--json', 'print one JSON document')
    .action(exportRun);
}

/** The targets that take an option, in brackets. */
function takers(option: string): string {
  const names = exportTargets.filter(({ options }) => options.some((each) => each === option));
  return ` (${names.map(({ name }) => name).join(', ')})`;
}

async function exportRun(name: string, options: ExportRunOptions): Promise<void> {
  const { hasSpec, latestRun, openRun } = await import('../../index.js');
  if (latestRun(name) === undefined && hasSpec(name)) {
    if (options.to === 'pytorch') return exportSpec(name, options);
    refuse(
      `${name} is a spec, whose generator has learnt nothing: train it (ganspec train ${name}), or write it as it starts (ganspec compile ${name} --out …)`,
    );
  }
  const folder = await runFolder(name);
  // A GAN that could be trained may be exported, however large.
  const compiler = await openCompiler({ ...options, allowLarge: true }, folder);
  const { to, out, from, discriminator, quantize, force, json } = options;
  const run = await openRun(folder, { compiler, ...(from !== undefined && { from }) });
  try {
    // A name that is no target is refused with the list of all.
    const exported = await run.exportTo(to as ExportTargetName, out, {
      ...(discriminator && { discriminator }),
      ...(quantize && { quantize }),
      ...(force && { force }),
    });
    const { iteration, weights } = exported;
    const of = weights === 'average' ? 'averaged weights' : 'latest weights';
    printToStderr(`note: the generator after iteration ${iteration}, ${of}`);
    report(exported, json);
  } finally {
    await run.dispose();
  }
}

/** Exports a spec that was never trained, to be trained elsewhere. */
async function exportSpec(name: string, options: ExportRunOptions): Promise<void> {
  const { plugin, set, dataDir, out, force, json } = options;
  const { compiler, source } = await openSpec(name, {
    plugin,
    set,
    ...(dataDir !== undefined && { dataDir }),
    allowLarge: true,
  });
  const gan = compiler.compile(source);
  await showDiagnostics(gan.warnings);
  const session = await gan.prepare();
  try {
    const folder = out ?? `${gan.spec.name}-pytorch`;
    report(await gan.exportTo(session, 'pytorch', folder, force ? { force } : {}), json);
  } finally {
    await session.dispose();
  }
}

function report(exported: ExportedGenerator, json: boolean | undefined): void {
  for (const note of exported.notes) printToStderr(`note: ${note}`);
  if (json) printJson(exported);
  else print(exported.folder);
}
