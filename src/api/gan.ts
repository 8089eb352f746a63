/** A compiled spec: explains, trains, prepares and exports the GAN. */
import { jsonText } from '../checkpoint/jsonText.js';
import { checkUnchanged } from '../runs/datasetRecord.js';
import { chooseEngine } from '../engines/choose.js';
import type { CompileContext } from './compileContext.js';
import { compile } from './pipeline.js';
import type { EngineRequest } from '../engines/list.js';
import {
  checkOptions,
  argumentMustBe,
  textArgument,
  wholeNumberArgument,
} from '../diagnostics/arguments.js';
import { exitCodes, GanspecError, messageOf } from '../diagnostics/errors.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Artefacts } from '../export/folder.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import { printGraph } from '../ir/print.js';
import { reportPasses, type PassReport } from '../passes/report.js';
import { buildProgram, type BuiltProgram } from '../program/buildProgram.js';
import type { Program } from '../program/program.js';
import type { LoadedDataset, DatasetEntry, DatasetRecord, Encoder } from '../entries/dataset.js';
import { entryOf } from '../entries/entryOf.js';
import { override } from '../language/load/overrides.js';
import type { NormalSpec } from '../language/normalSpec.js';
import type { ResolvedGan } from '../language/resolvedGan.js';
import { dataTable } from '../language/resolve/dataTable.js';
import { networkTable } from '../language/resolve/networkTable.js';
import type { JsonNode } from '../source/jsonTree.js';
import { toValue } from '../source/value.js';
import type { TrainEvent } from '../runs/events.js';
import type { Session } from '../train/session.js';
import type { TrainJob } from '../train/train.js';
import {
  compileToChecks,
  prepareChecks,
  resumeChecks,
  trainChecks,
  type CompileToOptions,
  type PrepareOptions,
  type ResumeOptions,
  type TrainOptions,
} from './options.js';

import { prepareWith } from './prepareWith.js';
import { TrainedGan } from './trained.js';
import { startRun, type Ended, type OngoingRun } from './ongoingRun.js';

/** Forms of a spec that can be printed. */
export const stages = [
  'summary',
  'data',
  'normalized',
  'resolved',
  'graph',
  'passes',
  'onnx',
] as const;
export type Stage = (typeof stages)[number];

const isStage = argumentMustBe(`one of ${stages.join(', ')}`, (value) =>
  stages.some((stage) => stage === value),
);

/** The sources of a `Gan`. */
export interface GanSource {
  /** The merged spec as it was written. */
  readonly tree: JsonNode;
  /** Reasons why a base is missing in it. */
  readonly problems?: readonly Diagnostic[];
  readonly context: CompileContext;
  /** Tags of the entries that plugins brought. */
  readonly plugins: readonly string[];
  /** Paths of the modules of plugins. */
  readonly modules?: readonly string[];
  /** Record of the data set; where given, the GAN is compiled from it and no data file is read. */
  readonly data?: DatasetRecord | undefined;
}

export class Gan {
  /** The spec with every default filled in. */
  readonly spec: NormalSpec;
  /** Shapes, parameters and costs of both networks. */
  readonly resolved: ResolvedGan;
  /** The graphs after all passes, and every input with its shape, meaning and source. */
  readonly program: Program;
  /** Warnings about the spec; errors would have been thrown. */
  readonly warnings: readonly Diagnostic[];
  readonly #built: BuiltProgram;

  /** @throws SpecError with every diagnostic where the spec has mistakes. */
  constructor(private readonly source: GanSource) {
    const { context, data } = source;
    const { resolved, built, warnings } = compile(source, {
      ...context,
      data: data?.description,
    });
    this.resolved = resolved;
    this.spec = resolved.spec;
    this.program = built.program;
    this.warnings = warnings;
    this.#built = built;
  }

  /** The spec at one stage of the pipeline, as text. */
  async explain(stage: Stage): Promise<string> {
    isStage('stage of explain', stage);
    switch (stage) {
      case 'summary':
        return Object.values(this.resolved.networks).map(networkTable).join('\n');
      case 'data':
        return dataTable(this.spec.data.type, this.resolved.data);
      case 'normalized':
        return jsonText(this.spec);
      case 'resolved':
        return jsonText(this.resolved);
      case 'graph':
        return printAll(this.#recordedGraphs());
      case 'passes':
        return printAll(this.program.graphs);
      case 'onnx': {
        const { modelText } = await import('../lowering/onnx/modelText.js');
        return this.program.graphs.map((graph) => modelText(graph)).join('\n');
      }
    }
  }

  /** The runs of the passes over every graph, with the numbers of nodes before and after. */
  passes(): readonly PassReport[] {
    return this.#recordedGraphs().flatMap(reportPasses);
  }

  /**
   * Trains in a thread of its own, event by event; the last is of type `end`. `result()` then gives the GAN with its final
   * state, also where the run keeps no folder.
   * @throws SpecError where the spec with these options has mistakes, such as a schedule that leaves its bounds at a later step.
   */
  train(options: TrainOptions = {}): OngoingRun {
    return startRun((ended) => this.#train(options, ended));
  }

  async *#train(given: TrainOptions, ended: Ended): AsyncGenerator<TrainEvent, void> {
    checkOptions('train', given, trainChecks);
    const { steps, seed, initFrom, ...options } = given;
    const [{ train }, { weightsFrom }] = await Promise.all([
      import('../train/train.js'),
      import('./initFrom.js'),
    ]);
    const gan = this.#with('train', { steps, seed });
    const initial =
      initFrom === undefined
        ? undefined
        : weightsFrom(initFrom, gan.program, Object.keys(gan.resolved.networks));
    yield* train({ ...gan.#job(options, ended), initial }, options);
  }

  /**
   * Goes on with a run in its folder. On the engine of the run, with as many threads, every number is that of a run which was
   * never stopped; elsewhere they agree within rounding, and a warning says so.
   * @param folder Of a run of this spec.
   * @throws GanspecError GAN605 where the spec differs from that of the run, GAN513 where the folder is none, GAN516 where the
   * run goes on already, GAN418 where the data have changed; exit code 6 where no checkpoint is whole.
   */
  resume(folder: string, options: ResumeOptions = {}): OngoingRun {
    return startRun((ended) => this.#resume(folder, options, ended));
  }

  async *#resume(
    folder: string,
    given: ResumeOptions,
    ended: Ended,
  ): AsyncGenerator<TrainEvent, void> {
    textArgument('folder of resume', folder);
    checkOptions('resume', given, resumeChecks);
    const { steps, from, allowChanges, threads, ...options } = given;
    const [{ train }, { takeUp }] = await Promise.all([
      import('../train/train.js'),
      import('./resume.js'),
    ]);
    const gan = this.#with('resume', { steps });
    const previous = takeUp(folder, gan, { from, allowChanges });
    const { facts } = previous.checkpoint;
    const used = threads ?? facts.threads ?? undefined;
    // The name of an engine, which a later version may no longer have; then the choice of engines says so.
    const engine = facts.engine as EngineRequest;
    try {
      const more = { engine, ...options, ...(used !== undefined && { threads: used }) };
      yield* train({ ...gan.#job(more, ended), previous }, more);
    } finally {
      previous.lock.release();
    }
  }

  /** A session in the calling thread, for single steps, state and samples. */
  async prepare(options: PrepareOptions = {}): Promise<Session> {
    checkOptions('prepare', options, prepareChecks);
    const { seed = this.spec.training.seed, threads } = options;
    const { createExecutor } = await import('../train/executor/executor.js');
    const { Session } = await import('../train/session.js');
    const { engine } = await chooseEngine(options.engine);
    const executor = await createExecutor(this.program, engine, seed, {
      ...(threads !== undefined && { threads }),
    });
    return new Session(this.#built, executor, {
      seed,
      openDataset: () => this.openDataset(seed),
      classList: this.resolved.data.classList,
    });
  }

  /**
   * Writes a folder of files that other programs use directly: TensorFlow.js graph models of both networks, ONNX models
   * of every graph, the weights, a typed module, and the spec in several forms.
   * @param folder New, empty, or compiled before.
   * @throws GanspecError GAN530 where it holds something else; GAN511 where it cannot be written; GAN504 for weights of
   * another GAN.
   */
  async compileTo(folder: string, given: CompileToOptions = {}): Promise<Artefacts> {
    textArgument('folder of compileTo', folder);
    checkOptions('compileTo', given, compileToChecks);
    const { seed, state, force = false, ...options } = given;
    const gan = this.#with('compileTo', { seed });
    const session = await gan.prepare(options);
    try {
      if (state) await session.writeState(state);
      const { writeExportFolder } = await import('../export/folder.js');
      const { networkSources } = await import('./networkSources.js');
      const artefacts = {
        name: gan.spec.name,
        description: gan.spec.description,
        spec: toValue(gan.source.tree),
        texts: { resolved: await gan.explain('resolved'), passes: await gan.explain('passes') },
        program: gan.program,
        networks: networkSources(gan.resolved, gan.program, gan.source.context.registry),
        ...gan.source.context.datasets,
        plugins: gan.source.plugins,
        seed: gan.spec.training.seed,
        data: gan.#record,
        state: await session.readState(),
      };
      return writeExportFolder(artefacts, folder, force);
    } finally {
      await session.dispose();
    }
  }

  /**
   * The data set of the spec.
   * @throws GanspecError with exit code 4 for files that are missing or damaged; GAN418 where they have changed.
   */
  async openDataset(seed = this.spec.training.seed): Promise<LoadedDataset> {
    wholeNumberArgument(0)('seed of openDataset', seed);
    const dataset = await this.#entry.open(this.spec.data, {
      ...this.source.context.datasets,
      seed,
    });
    checkUnchanged(dataset, this.#record);
    return dataset;
  }

  /**
   * The encoder of samples in the file format of the data set; undefined where it has none. The data set is opened only
   * where there is no record of it.
   * @throws GanspecError as `openDataset` does.
   */
  async openEncoder(): Promise<Encoder | undefined> {
    const { recipe } = this.#record;
    if (recipe === undefined) {
      const dataset = await this.openDataset();
      return dataset.encode?.bind(dataset);
    }
    const { encode } = this.#entry;
    if (recipe === null || !encode) return undefined;
    return (samples, labels) => {
      try {
        return encode(samples, this.spec.data, recipe, labels);
      } catch (error) {
        throw error instanceof GanspecError ? error : wrongRecipe(this.spec.data.type, error);
      }
    };
  }

  /**
   * This GAN with other training options, compiled anew from the changed spec; the same GAN where none is given.
   * @param caller The method that was given the options, for messages.
   */
  #with(
    caller: 'train' | 'resume' | 'compileTo',
    options: Readonly<Record<string, number | undefined>>,
  ): Gan {
    const given = Object.entries(options).filter(([, value]) => value !== undefined);
    if (given.length === 0) return this;
    const tree = given.reduce(
      (changed, [name, value]) =>
        override(changed, [`training.${name}=${value}`], `${caller}({ ${name} })`),
      this.source.tree,
    );
    return new Gan({ ...this.source, tree });
  }

  /** @param ended Called with the way to open this GAN with its final state. */
  #job({ engine, threads }: Omit<PrepareOptions, 'seed'>, ended: Ended): TrainJob {
    const { tree, context, plugins, modules = [] } = this.source;
    const options = { ...(engine && { engine }), ...(threads !== undefined && { threads }) };
    return {
      source: toValue(tree),
      resolved: this.resolved,
      built: this.#built,
      plugins,
      modules,
      ...context.datasets,
      openDataset: () => this.openDataset(),
      ended: (state) => {
        ended(async () => new TrainedGan(this, await prepareWith(this, options, state)));
      },
    };
  }

  /** The graphs before any pass, recorded anew. */
  #recordedGraphs(): readonly KernelGraph[] {
    return buildProgram(this.resolved, this.source.context.registry, (graph) => graph).program
      .graphs;
  }

  get #entry(): DatasetEntry {
    return entryOf(this.source.context.registry, 'dataset', this.spec.data.type);
  }

  get #record(): DatasetRecord {
    return this.source.data ?? { description: this.resolved.data };
  }
}

/** The error of a recipe that the data set cannot have made. */
function wrongRecipe(type: string, error: unknown): GanspecError {
  return new GanspecError(
    'GAN610',
    exitCodes.checkpoint,
    `the kept record of the data is damaged: data set "${type}" cannot write samples by its /recipe (${messageOf(error)})`,
    'Restore the folder from a copy, or make it anew.',
  );
}

function printAll(graphs: readonly KernelGraph[]): string {
  return graphs.map(printGraph).join('\n');
}
