/** A compiled GAN with its state: steps, samples, and the state itself. */
import { exitCodes, GanspecError, InternalError } from '../diagnostics/errors.js';
import {
  sizeOf,
  typeText,
  type TensorData,
  type TensorMap,
  type TensorType,
} from '../ir/tensorType.js';
import type { BuiltProgram } from '../program/buildProgram.js';
import type { StepName, StepPlan } from '../language/resolvedGan.js';
import type { ProgramInput } from '../program/program.js';
import { graphOf } from '../program/stepGraphs.js';
import { drawInto } from '../random/draw.js';
import type { Dataset } from '../entries/dataset.js';
import { createBatches, oneHot, type BatchAddress, type Batches } from './batches.js';
import type { Metrics } from '../runs/events.js';
import type { Executor, Timings } from './executor/executor.js';
import { inOrder, metricNames } from './metricOrder.js';

/** Numbers of one tensor without its name; a bare array takes the declared shape and dtype. */
export type Feed = TensorData | TensorData['data'] | readonly number[];
export type Feeds = Readonly<Record<string, Feed>>;

/** Generated samples: `count` rows of the data set's shape. */
export type Samples = TensorData & { readonly data: Float32Array };

export interface SessionOptions {
  readonly seed: number;
  /** Opened at the first step that needs a batch which is not fed. */
  readonly openDataset: () => Promise<Dataset>;
}

export interface SampleOptions {
  /** Default: the session's. */
  readonly seed?: number;
  /** Class of all samples, where the GAN has classes; default: each class in turn. */
  readonly label?: number;
}

/** Prefix of the counters among the state tensors: how often each step has run. */
const updatesPrefix = 'training/updates/';
const stepName = 'training/step';

export class Session {
  #step = 0;
  readonly #runs = new Map<string, number>();
  #batches: Batches | undefined;
  /** Batches that are at hand: most were read while the engine was busy. */
  #ahead = new Map<string, TensorData>();
  #timings: Timings = { random: 0, engine: 0 };
  readonly #metricNames: readonly string[];

  constructor(
    private readonly built: BuiltProgram,
    private readonly executor: Executor,
    private readonly options: SessionOptions,
  ) {
    this.#metricNames = metricNames(built.program);
  }

  /** Iterations done, as `iterate` counts them; schedules go by it. */
  get step(): number {
    return this.#step;
  }

  /** Milliseconds spent so far on random numbers and in the engine. */
  get timings(): Timings {
    return this.#timings;
  }

  /**
   * Runs a step once: `joint`, or `discriminator` and `generator`. Which form of it is run depends on how often it was:
   * lazy penalties act now and then, and gradients are added up until there are enough for an update.
   * Optimizers count it; schedules and the start of an average go by iterations (`step`), which `iterate` alone counts, and
   * stand still. A feed gives a scheduled number another value, `writeState` with `training/step` all of them.
   * @param feeds Numbers for any declared input (`gan.program.inputs`); they replace the data set's, the streams' and the schedules'.
   * @returns Its scalar results, each taken over one batch.
   */
  async run(step: StepName, feeds: Feeds = {}): Promise<Metrics> {
    const plan = this.#plan(step);
    const run = this.#runs.get(step) ?? 0;
    const graph = graphOf(plan, run).name;
    const complete = await this.#complete(plan, graph, run, feeds);
    const pending = this.executor.run(graph, run, complete);
    // While the training thread computes, this one has time.
    this.#readAhead(plan, run + 1);
    const { results, timings } = await pending;
    this.#timings = {
      random: this.#timings.random + timings.random,
      engine: this.#timings.engine + timings.engine,
    };
    this.#runs.set(step, run + 1);
    return Object.fromEntries([...results].map(([name, { data }]) => [name, data[0] ?? NaN]));
  }

  /** One iteration as the spec's `training` says. @returns The results of its last run of each step graph. */
  async iterate(): Promise<Metrics> {
    const metrics: Record<string, number> = {};
    for (const { step, times } of this.built.program.iteration) {
      for (let time = 0; time < times; time += 1) Object.assign(metrics, await this.run(step));
    }
    this.#step += 1;
    return inOrder(metrics, this.#metricNames);
  }

  /**
   * Generates samples; the same seed gives the same samples from the same state.
   * @param count How many.
   * @throws GanspecError GAN514 for a class that the GAN does not have.
   */
  async sample(count: number, options: SampleOptions = {}): Promise<Samples> {
    const batch = this.built.program.batchSize;
    const rows = Math.ceil(count / batch) * batch;
    const inputs = this.#inputs('sample');
    const scalars = this.#scalars('sample', 0);
    const drawn = inputs.filter(({ name }) => !scalars.has(name));
    const all = sampleFeeds(drawn, rows, { seed: this.options.seed, ...options });
    const parts: Float32Array[] = [];
    let shape: readonly number[] = [];
    for (let first = 0; first < count; first += batch) {
      const feeds = new Map(scalars);
      for (const { name, dtype, shape: own } of drawn) {
        const size = sizeOf(own);
        const begin = (first / batch) * size;
        const data = all.get(name)?.slice(begin, begin + size) ?? new Float32Array(size);
        feeds.set(name, { dtype, shape: own, data });
      }
      const { results } = await this.executor.run('sample', 0, feeds);
      const samples = results.get('samples');
      if (!(samples?.data instanceof Float32Array)) throw new InternalError('no samples came');
      shape = samples.shape.slice(1);
      parts.push(samples.data);
    }
    const size = sizeOf(shape);
    const data = new Float32Array(count * size);
    parts.forEach((part, index) => {
      const room = data.length - index * batch * size;
      data.set(part.subarray(0, room), index * batch * size);
    });
    return { dtype: 'float32', shape: [count, ...shape], data };
  }

  /** Copies of all state tensors, and the counters (`training/…`) that a continued run needs. */
  async readState(): Promise<TensorMap> {
    const counters = new Map([[stepName, counter(this.#step)]]);
    for (const { step } of this.built.program.iteration) {
      counters.set(`${updatesPrefix}${step}`, counter(this.#runs.get(step) ?? 0));
    }
    return new Map([...(await this.executor.readState()), ...counters]);
  }

  /**
   * Replaces the named state tensors and counters; the others stay.
   * @throws GanspecError GAN504 for a name or a shape that this program does not have.
   */
  async writeState(state: TensorMap): Promise<void> {
    const { program } = this.built;
    const tensors = new Map(state);
    const declared = new Map<string, TensorType>(program.state.map((spec) => [spec.name, spec]));
    for (const name of [stepName, ...program.iteration.map(({ step }) => updatesPrefix + step)]) {
      declared.set(name, counter(0));
      tensors.delete(name);
    }
    for (const [name, tensor] of state) {
      const spec = declared.get(name);
      if (!spec) throw wrongState(`no state tensor is called "${name}"`);
      if (spec.dtype !== tensor.dtype || spec.shape.join() !== tensor.shape.join()) {
        throw wrongState(`state tensor "${name}" is ${typeText(spec)}, not ${typeText(tensor)}`);
      }
    }
    await this.executor.writeState(tensors);
    for (const [name, { data }] of state) {
      if (name === stepName) this.#step = data[0] ?? 0;
      if (name.startsWith(updatesPrefix)) {
        this.#runs.set(name.slice(updatesPrefix.length), data[0] ?? 0);
      }
    }
  }

  /** Frees the engine; the session is of no use afterwards. */
  async dispose(): Promise<void> {
    await this.executor.dispose();
  }

  /** Everything the executor does not draw itself: given feeds, the batch, and the host's scalars. */
  async #complete(
    { accumulation }: StepPlan,
    graph: string,
    run: number,
    feeds: Feeds,
  ): Promise<TensorMap> {
    const complete = new Map<string, TensorData>();
    const update = Math.floor(run / accumulation);
    for (const [name, feed] of Object.entries(feeds)) {
      complete.set(name, asTensorData(this.#input(graph, name), feed));
    }
    const scalars = this.#scalars(graph, update);
    for (const input of this.#inputs(graph)) {
      if (complete.has(input.name)) continue;
      const address = batchOf(input, run);
      const found = address ? await this.#batch(address) : scalars.get(input.name);
      if (found) complete.set(input.name, found);
    }
    return complete;
  }

  /** What the host computes for a graph at the present step: scheduled options, optimizers' scalars. */
  #scalars(graph: string, update: number): ReadonlyMap<string, TensorData> {
    const functions = this.built.scalars.get(graph);
    return new Map(
      this.#inputs(graph).flatMap((input) => {
        const value = functions?.get(input.name)?.({ step: this.#step, update });
        if (input.source.kind !== 'scalar' || value === undefined) return [];
        return [[input.name, { ...typeOf(input), data: Float32Array.of(value) }] as const];
      }),
    );
  }

  async #batch(address: BatchAddress): Promise<TensorData> {
    const ahead = this.#ahead.get(keyOf(address));
    if (ahead) return ahead;
    this.#batches ??= createBatches(
      await this.options.openDataset(),
      this.built.program.batchSize,
      this.options.seed,
    );
    const batch = this.#batches(address);
    this.#ahead.set(keyOf(address), batch);
    return batch;
  }

  /** Reads what the next run of a step will ask for; what cannot be read is an error only when it is asked for. */
  #readAhead(plan: StepPlan, run: number): void {
    const batches = this.#batches;
    if (!batches) return;
    const addresses = this.#inputs(graphOf(plan, run).name).flatMap(
      (input) => batchOf(input, run) ?? [],
    );
    const read = addresses.flatMap((at) => {
      const key = keyOf(at);
      const batch = this.#ahead.get(key) ?? attempt(() => batches(at));
      return batch ? [[key, batch] as const] : [];
    });
    const others = [...this.#ahead].filter(([key]) => !key.startsWith(`${plan.step}/`));
    this.#ahead = new Map([...others, ...read]);
  }

  #plan(step: StepName): StepPlan {
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

  #inputs(graph: string): readonly ProgramInput[] {
    return this.built.program.inputs.filter((input) => input.graph === graph);
  }

  #input(graph: string, name: string): ProgramInput {
    const declared = this.#inputs(graph);
    const input = declared.find((candidate) => candidate.name === name);
    if (input) return input;
    throw new GanspecError(
      'GAN505',
      exitCodes.usage,
      `the ${graph} graph has no input "${name}"`,
      `Its inputs are ${declared.map((candidate) => candidate.name).join(', ')}.`,
    );
  }
}

/** The batch that a run of a step takes for an input; undefined where the input is no data. */
function batchOf({ source }: ProgramInput, run: number): BatchAddress | undefined {
  if (source.kind !== 'data') return undefined;
  const { stream, field, repeat } = source;
  return { stream, field, index: Math.floor(run / repeat) };
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function keyOf({ stream, index, field }: BatchAddress): string {
  return `${stream}/${index}/${field}`;
}

/** Random numbers for all rows of a grid, each input from a stream of its own; classes and categorical codes in turn. */
function sampleFeeds(
  inputs: readonly ProgramInput[],
  rows: number,
  { seed, label }: { readonly seed: number; readonly label?: number },
): ReadonlyMap<string, TensorData['data']> {
  const classes = inputs.find(({ name }) => name === 'labels')?.shape.at(-1) ?? 0;
  const isClass = label === undefined || (Number.isInteger(label) && label >= 0 && label < classes);
  if (!isClass) throw noSuchClass(label, classes);
  const feeds = inputs.map(({ name, shape: [, ...rest], source }) => {
    const shape = [rows, ...rest];
    if (source.kind !== 'random') throw new InternalError(`${name} is not random`);
    if (source.distribution.kind === 'oneHot') {
      const places = rest[0] ?? 1;
      const chosen = name === 'labels' ? label : undefined;
      const turns = Array.from({ length: rows }, (_, row) => chosen ?? row % places);
      return [name, oneHot(turns, places).data] as const;
    }
    const data = new Float32Array(sizeOf(shape));
    drawInto(data, source.distribution, shape, { seed, stream: `sample/${name}`, step: 0 });
    return [name, data] as const;
  });
  return new Map(feeds);
}

function noSuchClass(label: number, classes: number): GanspecError {
  return new GanspecError(
    'GAN514',
    exitCodes.usage,
    classes === 0
      ? `class ${label} was asked for, but this GAN has no classes`
      : `there is no class ${label}: the classes are 0 to ${classes - 1}`,
    classes === 0 ? 'Leave the class out.' : 'Ask for one of these.',
  );
}

function typeOf({ dtype, shape }: ProgramInput): Pick<TensorData, 'dtype' | 'shape'> {
  return { dtype, shape };
}

function counter(value: number): TensorData {
  return { dtype: 'int32', shape: [], data: Int32Array.of(value) };
}

function wrongState(message: string): GanspecError {
  return new GanspecError(
    'GAN504',
    exitCodes.usage,
    message,
    'State can only be written to the GAN that it was read from; compare the specs.',
  );
}

/** A feed in the declared type. @throws GanspecError GAN506 where its size or shape is another. */
function asTensorData(input: ProgramInput, feed: Feed): TensorData {
  const { dtype, shape } = input;
  const given = 'data' in feed ? feed : { data: feed, shape };
  const size = sizeOf(shape);
  if (given.data.length !== size || given.shape.join() !== shape.join()) {
    throw new GanspecError(
      'GAN506',
      exitCodes.usage,
      `input "${input.name}" takes ${size} numbers of shape [${shape.join(', ')}]; it was given ${given.data.length} of shape [${given.shape.join(', ')}]`,
      'Give all numbers in row-major order, the batch outermost.',
    );
  }
  const data =
    dtype === 'float32'
      ? Float32Array.from(given.data)
      : dtype === 'int32'
        ? Int32Array.from(given.data)
        : Uint8Array.from(given.data, (value) => (value === 0 ? 0 : 1));
  return { dtype, shape, data };
}
