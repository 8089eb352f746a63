/** A compiled spec: what users hold in their hands. */
import { checkUnchanged } from '../runs/datasetRecord.js';
import { chooseEngine } from '../engines/choose.js';
import type { Compiled } from './pipeline.js';
import type { EngineRequest } from '../engines/list.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Artefacts } from '../export/folder.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import { printGraph } from '../ir/print.js';
import type { TensorMap } from '../ir/tensorType.js';
import { reportPasses, type PassReport } from '../passes/report.js';
import { buildProgram } from '../program/buildProgram.js';
import type { Program } from '../program/program.js';
import type { Registry } from '../entries/registry.js';
import type {
  Dataset,
  DatasetContext,
  DatasetEntry,
  DatasetRecord,
  Encoder,
} from '../entries/dataset.js';
import { entryOf } from '../entries/entryOf.js';
import type { NormalSpec } from '../language/normalSpec.js';
import type { ResolvedGan } from '../language/resolvedGan.js';
import { networkTable } from '../language/resolve/networkTable.js';
import type { TrainEvent } from '../runs/events.js';
import type { Session } from '../train/session.js';
import type { TrainOptions } from '../train/train.js';

/** Forms of a spec that can be printed. */
export const stages = ['summary', 'normalized', 'resolved', 'graph', 'passes', 'onnx'] as const;
export type Stage = (typeof stages)[number];

export interface PrepareOptions {
  /** Default: `auto`. */
  readonly engine?: EngineRequest;
  /** Default: the spec's `training.seed`. */
  readonly seed?: number;
  readonly threads?: number;
}

export interface CompileToOptions extends PrepareOptions {
  /** Weights, as `readState` gives them; default: those that training starts from. */
  readonly state?: TensorMap;
  /** Overwrites files of the same names that were not compiled into the folder. Default: false. */
  readonly force?: boolean;
}

/** What a `Gan` is made from. */
export interface GanParts extends Compiled {
  readonly source: unknown;
  readonly registry: Registry;
  readonly datasets: DatasetContext;
  readonly plugins: readonly string[];
  /** What was kept of the data set, where it was compiled by that. */
  readonly data?: DatasetRecord | undefined;
}

export class Gan {
  /** The spec with every default filled in. */
  readonly spec: NormalSpec;
  /** Shapes, parameters and costs of both networks. */
  readonly resolved: ResolvedGan;
  /** The graphs after all passes, and every input with its shape, meaning and source. */
  readonly program: Program;
  /** Doubts about the spec; mistakes would have been thrown. */
  readonly warnings: readonly Diagnostic[];

  constructor(private readonly parts: GanParts) {
    this.resolved = parts.resolved;
    this.spec = parts.resolved.spec;
    this.program = parts.built.program;
    this.warnings = parts.warnings;
  }

  /** The spec at one stage of the pipeline, as text. */
  async explain(stage: Stage): Promise<string> {
    switch (stage) {
      case 'summary':
        return Object.values(this.resolved.networks).map(networkTable).join('\n');
      case 'normalized':
        return json(this.spec);
      case 'resolved':
        return json(this.resolved);
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
   * Trains in a thread of its own and tells what happens; the last event is of type `end`.
   * @throws SpecError where the spec could not ask for `options.steps` itself, as where a schedule leaves its bounds by then.
   */
  async *train(options: TrainOptions = {}): AsyncGenerator<TrainEvent, void> {
    const { train } = await import('../train/train.js');
    const { source, resolved, built, plugins, datasets } = this.parts;
    const { seed = this.spec.training.seed, steps = this.spec.training.steps } = options;
    if (steps !== this.spec.training.steps) this.parts.checkSteps(steps);
    const openDataset = (): Promise<Dataset> => this.openDataset(seed);
    yield* train(
      { source, resolved, built, plugins, baseDir: datasets.baseDir, openDataset },
      options,
    );
  }

  /** A session in the calling thread, for single steps, state and samples. */
  async prepare(options: PrepareOptions = {}): Promise<Session> {
    const { seed = this.spec.training.seed, threads } = options;
    const { createExecutor } = await import('../train/executor/executor.js');
    const { Session } = await import('../train/session.js');
    const { engine } = await chooseEngine(options.engine ?? 'auto');
    const executor = await createExecutor(this.program, engine, seed, {
      ...(threads !== undefined && { threads }),
    });
    return new Session(this.parts.built, executor, {
      seed,
      openDataset: () => this.openDataset(seed),
    });
  }

  /**
   * Writes a folder of files that other programs use directly: TensorFlow.js graph models of both networks, ONNX models
   * of every graph, the weights, a typed module, and the spec in several forms.
   * @param folder New, empty, or compiled before.
   * @throws GanspecError GAN530 where it holds something else; GAN511 where it cannot be written; GAN504 for weights of
   * another GAN.
   */
  async compileTo(folder: string, options: CompileToOptions = {}): Promise<Artefacts> {
    const { state, force = false, ...prepare } = options;
    const { source, built, datasets, plugins } = this.parts;
    const session = await this.prepare(prepare);
    try {
      if (state) await session.writeState(state);
      const { writeExportFolder } = await import('../export/folder.js');
      const artefacts = {
        name: this.spec.name,
        description: this.spec.description,
        spec: source,
        texts: { resolved: await this.explain('resolved'), passes: await this.explain('passes') },
        program: built.program,
        baseDir: datasets.baseDir,
        plugins,
        seed: options.seed ?? this.spec.training.seed,
        data: this.#record,
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
  async openDataset(seed = this.spec.training.seed): Promise<Dataset> {
    const dataset = await this.#entry.open(this.spec.data, { ...this.parts.datasets, seed });
    checkUnchanged(dataset, this.#record);
    return dataset;
  }

  /**
   * How samples are written in the form of the data; undefined where they have none. The data set is opened only where
   * nothing was kept of it.
   * @throws GanspecError as `openDataset` does.
   */
  async openEncoder(): Promise<Encoder | undefined> {
    const { recipe } = this.#record;
    if (recipe === undefined) {
      const dataset = await this.openDataset();
      return dataset.encode?.bind(dataset);
    }
    const { encode } = this.#entry;
    return recipe === null || !encode
      ? undefined
      : (samples) => encode(samples, this.spec.data, recipe);
  }

  /** The graphs before any pass, recorded anew. */
  #recordedGraphs(): readonly KernelGraph[] {
    return buildProgram(this.resolved, this.parts.registry, (graph) => graph).program.graphs;
  }

  get #entry(): DatasetEntry {
    return entryOf(this.parts.registry, 'dataset', this.spec.data.type);
  }

  get #record(): DatasetRecord {
    return this.parts.data ?? { description: this.resolved.data };
  }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function printAll(graphs: readonly KernelGraph[]): string {
  return graphs.map(printGraph).join('\n');
}
