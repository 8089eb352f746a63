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
import type { ProgramInput, StepName } from '../program/program.js';
import { drawInto } from '../random/draw.js';
import type { Dataset } from '../registry/entries.js';
import { createBatches, type Batches } from './batches.js';
import type { Metrics } from './events.js';
import type { Executor, Timings } from './executor.js';

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

/** Prefix of the counters among the state tensors: how often each graph has run. */
const updatesPrefix = 'training/updates/';
const stepName = 'training/step';

export class Session {
  #step = 0;
  readonly #updates = new Map<string, number>();
  #batches: Batches | undefined;
  #timings: Timings = { random: 0, engine: 0 };

  constructor(
    private readonly built: BuiltProgram,
    private readonly executor: Executor,
    private readonly options: SessionOptions,
  ) {}

  /** Iterations done. */
  get step(): number {
    return this.#step;
  }

  /** Milliseconds spent so far on random numbers and in the engine. */
  get timings(): Timings {
    return this.#timings;
  }

  /**
   * Runs one update of one step graph: `joint`, or `discriminator` and `generator`.
   * @param feeds Numbers for any declared input (`gan.program.inputs`); they replace the data set's, the streams' and the schedules'.
   * @returns Its scalar results, each taken over one batch.
   */
  async run(graph: StepName, feeds: Feeds = {}): Promise<Metrics> {
    const update = this.#updates.get(graph) ?? 0;
    const complete = await this.#complete(graph, update, feeds);
    const { results, timings } = await this.executor.run(graph, update, complete);
    this.#timings = {
      random: this.#timings.random + timings.random,
      engine: this.#timings.engine + timings.engine,
    };
    this.#updates.set(graph, update + 1);
    return Object.fromEntries([...results].map(([name, { data }]) => [name, data[0] ?? NaN]));
  }

  /** One iteration as the spec's `training` says. @returns The results of its last run of each step graph. */
  async iterate(): Promise<Metrics> {
    const metrics: Record<string, number> = {};
    for (const { step, times } of this.built.program.iteration) {
      for (let time = 0; time < times; time += 1) Object.assign(metrics, await this.run(step));
    }
    this.#step += 1;
    return metrics;
  }

  /**
   * Generates samples; the same seed gives the same samples from the same state.
   * @param count How many.
   */
  async sample(count: number, { seed = this.options.seed } = {}): Promise<Samples> {
    const latent = this.#input('sample', 'latent');
    const batch = this.built.program.batchSize;
    const [, dim = 0] = latent.shape;
    const all = new Float32Array(Math.ceil(count / batch) * batch * dim);
    if (latent.source.kind !== 'random') throw new InternalError('latents are not random');
    const at = { seed, stream: 'sample/latent', step: 0 };
    drawInto(all, latent.source.distribution, [all.length / dim, dim], at);
    const parts: Float32Array[] = [];
    let shape: readonly number[] = [];
    for (let first = 0; first < count; first += batch) {
      const data = all.slice(first * dim, (first + batch) * dim);
      const feeds = new Map([['latent', { ...latent, data }]]);
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
      counters.set(`${updatesPrefix}${step}`, counter(this.#updates.get(step) ?? 0));
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
        this.#updates.set(name.slice(updatesPrefix.length), data[0] ?? 0);
      }
    }
  }

  /** Frees the engine; the session is of no use afterwards. */
  async dispose(): Promise<void> {
    await this.executor.dispose();
  }

  /** Everything the executor does not draw itself: given feeds, the batch, and the host's scalars. */
  async #complete(graph: string, update: number, feeds: Feeds): Promise<TensorMap> {
    const complete = new Map<string, TensorData>();
    for (const [name, feed] of Object.entries(feeds)) {
      complete.set(name, asTensorData(this.#input(graph, name), feed));
    }
    const scalars = this.built.scalars.get(graph);
    for (const input of this.built.program.inputs) {
      if (input.graph !== graph || complete.has(input.name)) continue;
      if (input.source.kind === 'data') complete.set(input.name, await this.#batch(graph, update));
      const value = scalars?.get(input.name)?.({ step: this.#step, update });
      if (input.source.kind === 'scalar' && value !== undefined) {
        complete.set(input.name, { ...typeOf(input), data: Float32Array.of(value) });
      }
    }
    return complete;
  }

  async #batch(graph: string, update: number): Promise<TensorData> {
    this.#batches ??= createBatches(
      await this.options.openDataset(),
      this.built.program.batchSize,
      this.options.seed,
    );
    return this.#batches.read(graph, update);
  }

  #input(graph: string, name: string): ProgramInput {
    const declared = this.built.program.inputs.filter((input) => input.graph === graph);
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
