/** A compiled spec: explains, trains, prepares and exports the GAN. */
import { chooseEngine } from '../engines/choose.js';
import { checkOptions, textArgument } from '../diagnostics/arguments.js';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import type { LoadedDataset } from '../entries/dataset.js';
import type { GanEvaluator } from '../evaluation/evaluator.js';
import type { GanEvaluation } from '../evaluation/ganEvaluation.js';
import type { Backbone } from '../evaluation/backbone.js';
import type { BackboneOptions } from './openBackbone.js';
import type { ClassifierSession } from '../train/classifierSession.js';
import type { Executor } from '../train/executor/executor.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Artefacts } from '../export/compiledFolder.js';
import type { ExportedGenerator } from '../export/exportFolder.js';
import type { ExportTargetName } from '../export/targets/list.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import type { TensorMap } from '../ir/tensorType.js';
import { optimize } from '../passes/passes.js';
import { reportPasses, type PassReport } from '../passes/report.js';
import { buildProgram, type BuiltProgram } from '../program/buildProgram.js';
import type { Program } from '../program/program.js';
import { toValue } from '../source/value.js';
import { checkWholeState } from '../train/checkStateBelongs.js';
import type { Session } from '../train/session.js';
import type { DirectedGan, Directions, DirectionsOptions } from './directions.js';
import { stageText } from './stageText.js';
import type { Stage } from './stages.js';
import { GanData } from './ganData.js';
import { graphCosts, type GraphCosts } from './graphCosts.js';
import { withTraining, type GanSource, type TrainingChanges } from './ganSource.js';
import { startRun, type OngoingRun } from './ongoingRun.js';
import {
  compileToChecks,
  evaluateChecks,
  prepareChecks,
  type CompileToOptions,
  type EvaluateOptions,
  type ExportOptions,
  type PrepareOptions,
  type ResumeOptions,
  type TrainOptions,
} from './options.js';
import { compile } from './pipeline.js';
import { resumeGan } from './resumeGan.js';
import { trainGan } from './trainGan.js';
import type { Trainable } from './trainJob.js';

export class Gan extends GanData {
  /** The graphs after all passes, and every input with its shape, meaning and source. */
  readonly program: Program;
  /** Warnings about the spec; errors would have been thrown. */
  readonly warnings: readonly Diagnostic[];
  readonly #built: BuiltProgram;

  /** @throws SpecError with every diagnostic where the spec has mistakes. */
  constructor(source: GanSource) {
    const { context, data } = source;
    const { resolved, built, warnings } = compile(source, {
      ...context,
      data: data?.description,
    });
    super(source, resolved);
    this.program = built.program;
    this.warnings = warnings;
    this.#built = built;
  }

  /** The spec at one stage of the pipeline, as text. */
  explain(stage: Stage): Promise<string> {
    return stageText(stage, {
      resolved: this.resolved,
      recordedGraphs: () => this.#recordedGraphs(),
      program: this.program,
    });
  }

  /** Nodes, FLOPs, bytes moved and peak memory of every graph after all passes. */
  costs(): readonly GraphCosts[] {
    return graphCosts(this.program);
  }

  /** The runs of the passes over every graph, with its costs before and after. */
  passes(): readonly PassReport[] {
    const { chosen } = this.source.context.passes;
    return this.#recordedGraphs().flatMap((graph) => reportPasses(graph, chosen));
  }

  /**
   * Trains in a thread of its own, event by event; the last is of type `end`. `result()` then gives the GAN with its final
   * state, also where the run keeps no folder.
   * @throws SpecError where the spec with these options has mistakes, such as a schedule that leaves its bounds at a later step.
   */
  train(options: TrainOptions = {}): OngoingRun {
    const compiled = (changes: TrainingChanges): Trainable =>
      this.#with('train', changes).#trainable;
    return startRun((ended) => trainGan(compiled, options, ended));
  }

  /**
   * Goes on with a run in its folder. On the engine of the run, with as many threads, every number is that of a run which was
   * never stopped; elsewhere they agree within rounding, and a warning says so.
   * @param folder Of a run of this spec.
   * @throws GanspecError GAN605 where the spec differs from that of the run, GAN513 where the folder is none, GAN516 where the
   * run goes on already, GAN418 where the data have changed; exit code 6 where no checkpoint is whole.
   */
  resume(folder: string, options: ResumeOptions = {}): OngoingRun {
    const compiled = (changes: TrainingChanges): Trainable =>
      this.#with('resume', changes).#trainable;
    return startRun((ended) => resumeGan(compiled, folder, options, ended));
  }

  /** A session in the calling thread, for single steps, state and samples. */
  async prepare(options: PrepareOptions = {}): Promise<Session> {
    checkOptions('prepare', options, prepareChecks);
    return (await this.#prepare(this.#built, options)).session;
  }

  async #prepare(
    built: BuiltProgram,
    options: PrepareOptions,
  ): Promise<{ readonly session: Session; readonly executor: Executor }> {
    const { seed = this.spec.training.seed, threads } = options;
    const { createExecutor } = await import('../train/executor/executor.js');
    const { Session } = await import('../train/session.js');
    const { engine } = await chooseEngine(options.engine);
    const executor = await createExecutor(built.program, engine, seed, {
      ...(threads !== undefined && { threads }),
    });
    const session = new Session(built, executor, {
      seed,
      openDataset: () => this.openDataset(seed),
      classList: this.resolved.data.classList,
    });
    return { session, executor };
  }

  /**
   * Measures samples of a session beside samples of the data: by the metrics of the spec's `monitor`, or by all that fit.
   * Where ganspec has a classifier for these data, its outputs are compared as well.
   * @throws GanspecError GAN320 for a metric that cannot measure them; errors of `openDataset`.
   */
  async evaluate(session: Session, options: EvaluateOptions = {}): Promise<GanEvaluation> {
    checkOptions('evaluate', options, evaluateChecks);
    const evaluator = await this.openEvaluator(await this.openDataset(), options);
    try {
      return await evaluator.evaluate(session);
    } finally {
      await evaluator.dispose();
    }
  }

  /** Prepares evaluations beside the same samples of an open data set, for several moments of a training. @throws As `evaluate`. */
  async openEvaluator(
    dataset: LoadedDataset,
    options: EvaluateOptions = {},
  ): Promise<GanEvaluator> {
    checkOptions('openEvaluator', options, evaluateChecks);
    const { openEvaluator } = await import('../evaluation/evaluator.js');
    const { registry } = this.source.context;
    const { seed = this.spec.training.seed, count } = options;
    const backbone = await this.#openBackbone(dataset, options.backbone);
    return openEvaluator({ spec: this.spec, registry, dataset, backbone, seed, count });
  }

  /** The user's model, or the classifier that comes with ganspec for these data. */
  async #openBackbone(
    dataset: LoadedDataset,
    asked: BackboneOptions | undefined,
  ): Promise<Backbone | undefined> {
    if (asked) return (await import('./openBackbone.js')).openBackbone(asked, dataset);
    const { openBuiltInClassifier } = await import('./builtInClassifier.js');
    const { context } = this.source;
    return openBuiltInClassifier(this.spec.data, dataset, (tree, description) =>
      new Gan({ tree, context, plugins: [], data: { description } }).prepareClassifier(),
    );
  }

  /**
   * A session that trains the auxiliary classifier of the discriminator by itself, on real samples, and classifies.
   * @throws GanspecError GAN321 where the discriminator has none.
   */
  async prepareClassifier(options: PrepareOptions = {}): Promise<ClassifierSession> {
    checkOptions('prepareClassifier', options, prepareChecks);
    const { buildClassifier, hasClassifier } = await import('../program/classifier.js');
    if (!hasClassifier(this.resolved)) {
      throw new GanspecError(
        'GAN321',
        exitCodes.spec,
        'the discriminator of this spec classifies nothing',
        'Set "discriminator": "auxiliary" in "labels".',
      );
    }
    const { ClassifierSession } = await import('../train/classifierSession.js');
    const { registry, passes } = this.source.context;
    const built = buildClassifier(this.resolved, registry, (graph) =>
      optimize(graph, passes.chosen),
    );
    const { session, executor } = await this.#prepare(built, options);
    return new ClassifierSession(built.program, executor, session);
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
    const { registry, datasets, passes } = gan.source.context;
    const session = await gan.prepare(options);
    try {
      if (state) {
        await session.writeState(state);
        const names = gan.program.state.map(({ name }) => name);
        checkWholeState(state, names);
      }
      const { writeCompiledFolder } = await import('../export/compiledFolder.js');
      const { networkSources } = await import('./networkSources.js');
      const artefacts = {
        name: gan.spec.name,
        description: gan.spec.description,
        spec: toValue(gan.source.tree),
        texts: { resolved: await gan.explain('resolved'), passes: await gan.explain('passes') },
        program: gan.program,
        networks: networkSources(gan.resolved, gan.program, registry, (graph) =>
          optimize(graph, passes.chosen),
        ),
        ...datasets,
        plugins: gan.source.plugins,
        passes: passes.text,
        seed: gan.spec.training.seed,
        data: gan.record,
        state: await session.readState(),
      };
      return writeCompiledFolder(artefacts, folder, force);
    } finally {
      await session.dispose();
    }
  }

  /**
   * Writes the generator of a session as the files that one consumer needs, and `export.json`, which says how to feed it.
   * @param target As in `ganspec export --to`.
   * @param folder New, empty, or exported before.
   * @throws GanspecError GAN533 for a target that does not exist; GAN534 for a layer that the target cannot express; GAN530
   * where the folder holds something else; GAN511 where it cannot be written.
   */
  async exportTo(
    session: Session,
    target: ExportTargetName,
    folder: string,
    options: ExportOptions = {},
  ): Promise<ExportedGenerator> {
    const { exportGenerator } = await import('./exportGenerator.js');
    const { registry, passes } = this.source.context;
    const exported = {
      resolved: this.resolved,
      program: this.program,
      registry,
      optimize: (graph: KernelGraph) => optimize(graph, passes.chosen),
      record: this.record,
      prepare: () => this.prepare(),
      openDataset: () => this.openDataset(),
    };
    return exportGenerator(exported, session, target, folder, options);
  }

  /**
   * Draws what the generator of a session has learnt: samples along its principal directions, those in which its first
   * affine maps stretch latent vectors most, and through the values of its codes. Images have a row for each way and
   * sample, with the sample as it is in the middle of each direction.
   * @param file Without an extension it gets that of its form.
   * @returns The path of the file, and the directions with their eigenvalues.
   * @throws GanspecError GAN538 where there are none; GAN512 for a form that these samples do not have; GAN514 for a class
   * that the GAN does not have; GAN511 where the file cannot be written.
   * @source Shen & Zhou 2021, arXiv:2007.06600 (SeFa); codes: Chen et al. 2016, arXiv:1606.03657, section 7.2
   */
  async directions(
    session: Session,
    file: string,
    options: DirectionsOptions = {},
  ): Promise<Directions> {
    const { drawDirections } = await import('./directions.js');
    const { buildMovedSamples } = await import('../program/movedSamples.js');
    const { registry, passes } = this.source.context;
    const passed = (graph: KernelGraph): KernelGraph => optimize(graph, passes.chosen);
    const directed: DirectedGan = {
      resolved: this.resolved,
      prepareMoved: async (vector) => {
        const built = buildMovedSamples(this.resolved, registry, passed, vector);
        return (await this.#prepare(built, {})).session;
      },
      save: (ways, path) => this.saveWays(ways, path),
    };
    return drawDirections(directed, session, file, options);
  }

  /**
   * Makes a run folder with a state that was trained elsewhere.
   * @param from Absolute path of the file that it comes from.
   * @throws GanspecError GAN510 where the folder is occupied.
   */
  async importTo(state: TensorMap, from: string, out: string): Promise<void> {
    const { train } = await import('../train/train.js');
    const { trainJob } = await import('./trainJob.js');
    const job = trainJob(this.#trainable, {}, () => undefined);
    const initial = { from, state, warnings: [] };
    // A run that is stopped at once keeps the state that it began with.
    const events = train({ ...job, initial }, { out, signal: AbortSignal.abort() });
    while ((await events.next()).done !== true);
  }

  /** This GAN with other training options, compiled anew from the changed spec; the same GAN where none is given. */
  #with(caller: 'train' | 'resume' | 'compileTo', options: TrainingChanges): Gan {
    const source = withTraining(this.source, caller, options);
    return source === this.source ? this : new Gan(source);
  }

  get #trainable(): Trainable {
    return { source: this.source, built: this.#built, gan: this };
  }

  /** The graphs before any pass, recorded anew. */
  #recordedGraphs(): readonly KernelGraph[] {
    return buildProgram(this.resolved, this.source.context.registry, (graph) => graph).program
      .graphs;
  }
}
