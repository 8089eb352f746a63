/** A generator in the form of one consumer. */
import { checkOptions, textArgument, wrongArgument } from '../diagnostics/arguments.js';
import { exitCodes, GanspecError, InternalError } from '../diagnostics/errors.js';
import { writeExportFolder, type ExportedGenerator } from '../export/exportFolder.js';
import { describeGenerator } from '../export/generator.js';
import { networkModels, type NetworkModels } from '../export/networkModels.js';
import { exportTargets, type ExportTarget } from '../export/targets/list.js';
import type { ExportedNetwork, ExportSource, TargetOptions } from '../export/targets/target.js';
import type { DatasetRecord, LoadedDataset } from '../entries/dataset.js';
import type { Player } from '../entries/player.js';
import type { Registry } from '../entries/registry.js';
import type { TensorMap } from '../ir/tensorType.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import { spellingHint } from '../language/nearest.js';
import type { ResolvedGan } from '../language/resolvedGan.js';
import { outlineGan } from '../program/outline/outlineGan.js';
import type { Program } from '../program/program.js';
import { pictureRange } from '../runs/pictures/pictureRange.js';
import { recordIterations } from '../train/recordIterations.js';
import type { Session } from '../train/session.js';
import { version } from '../version.js';
import { networkSources } from './networkSources.js';
import { exportChecks, targetOptions, type ExportOptions } from './options.js';
import { prepareWith } from './prepareWith.js';

/** Samples by which the loss of accuracy of a target is measured. */
const measuredSamples = 64;

/** A compiled spec, as far as exports need it. */
export interface ExportedGan {
  readonly resolved: ResolvedGan;
  readonly program: Program;
  readonly registry: Registry;
  /** The passes of the program. */
  readonly optimize: (graph: KernelGraph) => KernelGraph;
  readonly record: DatasetRecord;
  readonly prepare: () => Promise<Session>;
  readonly openDataset: () => Promise<LoadedDataset>;
}

/** Implements `gan.exportTo`. */
export async function exportGenerator(
  gan: ExportedGan,
  session: Session,
  target: string,
  folder: string,
  given: ExportOptions,
): Promise<ExportedGenerator> {
  textArgument('target of exportTo', target);
  textArgument('folder of exportTo', folder);
  checkOptions('exportTo', given, exportChecks);
  const found = targetNamed(target);
  const { force = false, ...options } = given;
  requireOptions(found, options);
  const source = await sourceOf(gan, session);
  return writeExportFolder(found, source, folder, { force, ...options });
}

async function sourceOf(gan: ExportedGan, session: Session): Promise<ExportSource> {
  const { resolved, program, record } = gan;
  const { spec, data } = resolved;
  const { name, description: about, training } = spec;
  const state = await session.readState();
  const networks = exportedNetworks(gan, session, state);
  const isOpen = networks.generator.models().fixedBy === undefined;
  const facts = { name, seed: training.seed, data, range: pictureRange(data) };
  return {
    about,
    resolved,
    program,
    networks,
    generator: describeGenerator(program, facts, isOpen),
    state,
    iteration: session.step,
    weights: training.ema ? 'average' : 'latest',
    recipe: record.recipe,
    writtenBy: `ganspec ${version}`,
    samplesWith: async (changed) => {
      const other = await prepareWith(gan, {}, { state: new Map([...state, ...changed]) });
      try {
        return (await other.sample(measuredSamples)).data;
      } finally {
        await other.dispose();
      }
    },
    outline: () => outlineGan(resolved, gan.registry),
    recordIterations: async (count) => {
      const other = await prepareWith(gan, {}, { state });
      const { seed } = training;
      try {
        return await recordIterations(other, program, count, {
          seed,
          range: data.range ?? [-1, 1],
        });
      } finally {
        await other.dispose();
      }
    },
    openDataset: gan.openDataset,
  };
}

function exportedNetworks(
  { resolved, program, registry, optimize }: ExportedGan,
  session: Session,
  state: TensorMap,
): ExportSource['networks'] {
  const sources = networkSources(resolved, program, registry, optimize);
  const ofPlayer = (player: Player): ExportedNetwork => {
    const source = sources.find(({ network }) => network === player);
    if (!source) throw new InternalError(`the program has no graph of the ${player} alone`);
    let models: NetworkModels | undefined;
    return {
      ...source,
      models: () => (models ??= networkModels(source, state, session.scheduled(source.name))),
    };
  };
  return { generator: ofPlayer('generator'), discriminator: ofPlayer('discriminator') };
}

/** @throws GanspecError GAN533 where there is none of that name. */
function targetNamed(name: string): ExportTarget {
  const targets: readonly ExportTarget[] = exportTargets;
  const found = targets.find((target) => target.name === name);
  if (found) return found;
  const names = targets.map((target) => target.name);
  const near = spellingHint(name, names);
  throw new GanspecError(
    'GAN533',
    exitCodes.usage,
    `there is no export target "${name}"${near === undefined ? '' : `; ${near}`}`,
    `The targets are ${names.join(', ')}.`,
  );
}

/** @throws GanspecError GAN540 for an option that the target does not take. */
function requireOptions({ name, options }: ExportTarget, given: TargetOptions): void {
  for (const option of targetOptions) {
    if (given[option] === undefined || options.includes(option)) continue;
    const takers = exportTargets.filter((target: ExportTarget) => target.options.includes(option));
    throw wrongArgument(
      `the target ${name} has no option "${option}"`,
      `It is one of ${takers.map((target) => target.name).join(', ')}.`,
    );
  }
}
