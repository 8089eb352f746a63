/** A compiled GAN with its state: steps, samples, and the state itself. */
import {
  argumentMustBe,
  checkOptions,
  signal as isSignal,
  textArgument,
  wholeNumberArgument,
} from '../diagnostics/arguments.js';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import type { TensorMap, TensorType } from '../ir/tensorType.js';
import type { BuiltProgram } from '../program/buildProgram.js';
import type { ScalarMoment } from '../program/program.js';
import type { StepName, StepPlan } from '../language/resolvedGan.js';
import type { LoadedDataset, SampleClass } from '../entries/dataset.js';
import type { FallBack } from '../engines/engine.js';
import type { Unfinished } from '../runs/checkpointFacts.js';
import type { Metrics } from '../runs/events.js';
import type { Samples } from '../runs/samples.js';
import { checkSavedState } from './checkSavedState.js';
import { checkStateBelongs } from './checkStateBelongs.js';
import { Counters } from './counters.js';
import type { Executor, Timings } from './executor/executor.js';
import type { NotFinite } from './executor/firstNotFinite.js';
import { isLabel } from './feeds/chosenClass.js';
import { HostFeeds } from './feeds/feeds.js';
import { inputsOf } from './feeds/inputs.js';
import { classOrders, sampleGrid, type ClassOrder } from './feeds/sampleGrid.js';
import type { Feeds } from './feeds/given.js';
import { inOrder, metricNames } from './metricOrder.js';
import { generateSamples } from './sampler.js';
import { SessionUse } from './sessionUse.js';
import { stateTypes } from './stateTypes.js';
import { tensorsNotFinite } from './tensorsNotFinite.js';

export interface SessionOptions {
  readonly seed: number;
  /** Opened at the first step that needs a batch which is not fed. */
  readonly openDataset: () => Promise<LoadedDataset>;
  /** Names of the classes, where they have any. */
  readonly classList?: readonly SampleClass[] | undefined;
}

export interface SampleOptions {
  /** Default: the session's. */
  readonly seed?: number;
  /** Class of all samples, by name or index, where the GAN has classes. */
  readonly label?: number | string;
  /** Classes without `label`, and categorical codes: each in turn, or drawn at random as in training. Default: `inTurn`. */
  readonly classes?: ClassOrder;
  /**
   * Own numbers for random inputs of the sample graph, a row for each sample, as in `{ latent }`; the others are drawn.
   * `gan.program.inputs` lists them.
   */
  readonly feeds?: Feeds;
  /**
   * Numbers of normal latent vectors beyond so many standard deviations are drawn again: samples become better and more
   * alike (the truncation trick of Brock et al. 2019, arXiv:1809.11096, section 3.1). Default: none are.
   */
  readonly truncation?: number;
}

const sampleChecks = {
  seed: wholeNumberArgument(0),
  label: isLabel,
  classes: argumentMustBe('inTurn or random', (value) => classOrders.some((one) => one === value)),
  // Their numbers are checked against the inputs.
  feeds: () => undefined,
  truncation: argumentMustBe(
    'a number from 0.01 on',
    (value) => typeof value === 'number' && value >= 0.01,
  ),
};

const isRateFactor = argumentMustBe(
  'a finite number from 0 on',
  (value) => typeof value === 'number' && value >= 0 && value < Infinity,
);

/** A run whose results, or the state after it, are not finite. */
export interface FailedRun {
  readonly step: StepName;
  /** Earlier runs of the step. */
  readonly run: number;
  readonly found: NotFinite | undefined;
}

const wholeIteration: Unfinished = { runs: 0, metrics: {} };

export class Session {
  readonly #counters: Counters;
  readonly #feeds: HostFeeds;
  readonly #metricNames: readonly string[];
  /** Plans of the runs of a whole iteration, one for each. */
  readonly #plans: readonly StepPlan[];
  /** Types of all state tensors by name, the counters among them. */
  readonly #state: ReadonlyMap<string, TensorType>;
  readonly #use = new SessionUse();
  #timings: Timings = { random: 0, engine: 0 };
  #unfinished: Unfinished = wholeIteration;
  #rateFactor = 1;

  constructor(
    private readonly built: BuiltProgram,
    private readonly executor: Executor,
    private readonly options: SessionOptions,
  ) {
    const { program } = built;
    this.#counters = new Counters(program.iteration);
    this.#feeds = new HostFeeds(built, options.seed, options.openDataset);
    this.#metricNames = metricNames(program);
    this.#plans = program.iteration.flatMap((plan) =>
      Array.from({ length: plan.times }, () => plan),
    );
    this.#state = stateTypes(program);
  }

  /** Iterations done, as `iterate` counts them; schedules depend on this number. */
  get step(): number {
    return this.#counters.step;
  }

  /** Factor of all learning rates in the runs to come, at first 1; no part of the state. */
  get rateFactor(): number {
    return this.#rateFactor;
  }

  /** @throws GanspecError GAN540 for what is no finite number from 0 on. */
  set rateFactor(factor: number) {
    isRateFactor('rateFactor of the session', factor);
    this.#rateFactor = factor;
  }

  /** Set once the engine has fallen back to a slower way of running the graphs. */
  get fallBack(): FallBack | undefined {
    return this.executor.fallBack;
  }

  /** Milliseconds spent so far on random numbers and in the engine. */
  get timings(): Timings {
    return this.#timings;
  }

  /**
   * Runs a step once: `joint`, or `discriminator` and `generator`. The number of its earlier runs selects the graph:
   * lazy penalties act in every n-th run, and accumulated gradients are applied in the last run of an update.
   * Optimizers count the run. Schedules and the start of an average depend on the iteration (`step`), which only `iterate`
   * advances; a feed replaces one scheduled number, `writeState` with `training/step` moves all of them.
   * @param feeds Numbers for any declared input (`gan.program.inputs`); they replace the data set's, the streams' and the
   * schedules'. Typed arrays are read, not copied, until the promise settles.
   * @returns Its scalar results, each taken over one batch.
   * @throws GanspecError GAN541 while another step or `sample` is under way.
   */
  run(step: StepName, feeds: Feeds = {}): Promise<Metrics> {
    return this.#use.exclusively('run', () => this.#runOnce(step, feeds));
  }

  async #runOnce(step: StepName, feeds: Feeds): Promise<Metrics> {
    const plan = this.#plan(step);
    const run = this.#counters.runsOf(step);
    const { graph, tensors, spent } = await this.#feeds.of(plan, run, this.#moment, feeds);
    const pending = this.executor.run(graph, run, tensors, spent);
    // This thread is idle while the training thread computes.
    this.#feeds.readAhead(plan, run + 1);
    const { results, timings } = await pending;
    this.#timings = {
      random: this.#timings.random + timings.random,
      engine: this.#timings.engine + timings.engine,
    };
    this.#counters.countRun(step);
    return Object.fromEntries([...results].map(([name, { data }]) => [name, data[0] ?? NaN]));
  }

  /** The part of an iteration that is done, where `iterate` was stopped between two updates. */
  get unfinished(): Unfinished {
    return this.#unfinished;
  }

  /**
   * One iteration, with the step runs that the spec's `training` plans, or the rest of one that was stopped.
   * @param signal Stops it between two updates; the next call goes on from there.
   * @returns The results of its last run of each step graph; undefined where it was stopped.
   */
  iterate(): Promise<Metrics>;
  iterate(signal: AbortSignal | undefined): Promise<Metrics | undefined>;
  async iterate(signal?: AbortSignal): Promise<Metrics | undefined> {
    if (signal !== undefined) isSignal('signal of iterate', signal);
    for (const { step, accumulation } of this.#runsLeft()) {
      const isBetweenUpdates = this.#counters.runsOf(step) % accumulation === 0;
      if (signal?.aborted && isBetweenUpdates) return undefined;
      this.#countRun(await this.run(step));
    }
    return this.#finishIteration();
  }

  /**
   * One iteration, or the rest of one, up to the first run that gives numbers which are not finite; the session is then as
   * it was before that run.
   * @returns The run's step, and the first such tensor in it where the run shows it; undefined where all numbers are finite.
   */
  async examineIteration(): Promise<FailedRun | undefined> {
    for (const plan of this.#runsLeft()) {
      const { step } = plan;
      const before = await this.readState();
      const metrics = await this.run(step);
      const isFinite = Object.values(metrics).every(Number.isFinite);
      if (!isFinite || tensorsNotFinite(await this.executor.readState()).length > 0) {
        await this.writeState(before);
        const run = this.#counters.runsOf(step);
        const { graph, tensors } = await this.#feeds.of(plan, run, this.#moment, {});
        return { step, run, found: await this.executor.examine(graph, run, tensors) };
      }
      this.#countRun(metrics);
    }
    this.#finishIteration();
    return undefined;
  }

  /** Plans of the runs that are left of the iteration, one for each. */
  #runsLeft(): readonly StepPlan[] {
    return this.#plans.slice(this.#unfinished.runs);
  }

  #countRun(results: Metrics): void {
    const { runs, metrics } = this.#unfinished;
    this.#unfinished = { runs: runs + 1, metrics: { ...metrics, ...results } };
  }

  #finishIteration(): Metrics {
    const { metrics } = this.#unfinished;
    this.#unfinished = wholeIteration;
    this.#counters.countIteration();
    return inOrder(metrics, this.#metricNames);
  }

  /**
   * Generates samples; the same seed gives the same samples from the same state.
   * @throws GanspecError GAN514 for a class that the GAN does not have; GAN505 or GAN506 for feeds that do not fit; GAN540 for a count or a seed that is no
   * whole number, and for the truncation of latent vectors that are uniform.
   */
  sample(count: number, options: SampleOptions = {}): Promise<Samples> {
    return this.#use.exclusively('sample', () => {
      wholeNumberArgument(1)('count of sample', count);
      checkOptions('sample', options, sampleChecks);
      const { seed = this.options.seed, label, classes, feeds, truncation } = options;
      const scalars = this.scheduled('sample');
      const { classList } = this.options;
      const chosen = { seed, label, classes, classList, feeds, truncation };
      return generateSamples(this.executor, this.built.program, scalars, count, chosen);
    });
  }

  /** The numbers that schedules give a graph which belongs to no step, at the present iteration. */
  scheduled(graph: 'sample' | 'score'): TensorMap {
    return this.#feeds.scalars(graph, this.step);
  }

  /**
   * The random numbers that `sample` would draw, by the names of its inputs, a row for each sample: as `feeds` of `sample`,
   * also changed or in another order, they give samples with all else as it was. Classes are not among them.
   * @throws GanspecError GAN540, as `sample`.
   */
  drawn(
    count: number,
    options: Pick<SampleOptions, 'seed'> = {},
  ): Readonly<Record<string, Float32Array>> {
    wholeNumberArgument(1)('count of drawn', count);
    checkOptions('drawn', options, { seed: wholeNumberArgument(0) });
    const { seed = this.options.seed } = options;
    const inputs = inputsOf(this.built.program, 'sample').filter(({ name }) => name !== 'labels');
    const choice = { seed, label: undefined, classList: undefined, feeds: undefined };
    const { inputs: rows } = sampleGrid(inputs, count, count, choice);
    return Object.fromEntries(rows.map(([{ name }, data]) => [name, Float32Array.from(data)]));
  }

  /** Copies of all state tensors, and the counters (`training/…`) that a continued run needs. */
  readState(): Promise<TensorMap> {
    return this.#use.exclusively('readState', async () => {
      const state = await this.executor.readState();
      return new Map([...state, ...this.#counters.toState()]);
    });
  }

  /**
   * Replaces the named state tensors and counters; the others stay.
   * @throws GanspecError GAN504 for a name or a type that this GAN does not have.
   */
  writeState(state: TensorMap): Promise<void> {
    return this.#use.exclusively('writeState', async () => {
      checkStateBelongs(state, this.#state);
      const isTensor = ([name]: readonly [string, unknown]): boolean =>
        !this.#counters.types.has(name);
      await this.executor.writeState(new Map([...state].filter(isTensor)));
      this.#counters.restore(state);
    });
  }

  /**
   * Replaces all state tensors and counters by those of a saved state.
   * @param unfinished As the session had it when the state was read.
   * @throws GanspecError GAN603 where one is missing, GAN604 where a number is not finite, both with exit code 6; GAN504 for a
   * name or a type that this GAN does not have.
   */
  async restoreState(state: TensorMap, unfinished: Unfinished = wholeIteration): Promise<void> {
    checkSavedState(state, this.#state);
    await this.writeState(state);
    this.#unfinished = unfinished;
  }

  /** Frees the engine, once the call under way is done; the session cannot be used afterwards. */
  async dispose(): Promise<void> {
    if (await this.#use.close()) await this.executor.dispose();
  }

  get #moment(): Pick<ScalarMoment, 'step' | 'rateFactor'> {
    return { step: this.step, rateFactor: this.rateFactor };
  }

  #plan(step: StepName): StepPlan {
    textArgument('step of run', step);
    const { iteration } = this.built.program;
    const plan = iteration.find((each) => each.step === step);
    if (plan) return plan;
    throw new GanspecError(
      'GAN505',
      exitCodes.usage,
      `this GAN has no step "${step}"`,
      `Its steps are ${iteration.map((each) => each.step).join(', ')}.`,
    );
  }
}
