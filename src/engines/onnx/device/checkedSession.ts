/** The first run of each graph on a device is checked against the CPU, to which a session falls back where they differ. */
import { exitCodes, GanspecError, messageOf } from '../../../diagnostics/errors.js';
import type { KernelGraph } from '../../../ir/kernelGraph.js';
import type { TensorMap } from '../../../ir/tensorType.js';
import type { EngineOptions, EngineSession, FallBack } from '../../engine.js';
import { explainOutOfMemory } from '../../outOfMemory.js';
import { SerialQueue } from '../../serialQueue.js';
import { graphNamed, graphsByName, sharedState } from '../../sessionInputs.js';
import { OnnxSession } from '../onnxSession.js';
import { DeviceSession } from './deviceSession.js';
import type { DeviceProvider } from './provider.js';
import { relativeDifference } from './relativeDifference.js';

/** The outcome of a run: its results, and the state after it. */
interface Outcome {
  readonly results: TensorMap;
  readonly state: TensorMap;
}

/** The largest difference of a tensor from that of the CPU, relative to it, both as Euclidean norms. */
const tolerance = 1e-3;

export class CheckedSession implements EngineSession {
  readonly #graphs: ReadonlyMap<string, KernelGraph>;
  readonly #queue = new SerialQueue();
  readonly #checked = new Set<string>();
  readonly #device: DeviceSession;
  #onCpu: EngineSession | undefined;
  #fallBack: FallBack | undefined;

  constructor(
    graphs: readonly KernelGraph[],
    private readonly provider: DeviceProvider,
    private readonly options: EngineOptions,
  ) {
    this.#graphs = graphsByName(graphs);
    this.#device = new DeviceSession(graphs, provider, options);
  }

  get fallBack(): FallBack | undefined {
    return this.#fallBack;
  }

  get #used(): EngineSession {
    return this.#onCpu ?? this.#device;
  }

  run(name: string, feeds: TensorMap): Promise<TensorMap> {
    return this.#queue.run(async () => {
      const graph = graphNamed(this.#graphs, name);
      if (this.#onCpu) return this.#onCpu.run(name, feeds);
      try {
        const isChecked = this.#checked.has(name);
        return await (isChecked ? this.#device.run(name, feeds) : this.#runFirst(graph, feeds));
      } catch (error) {
        throw this.#failure(graph, error);
      }
    });
  }

  /** The results of the device where they are those of the CPU; else of the CPU, on which the session then stays. */
  async #runFirst(graph: KernelGraph, feeds: TensorMap): Promise<TensorMap> {
    const state = [...sharedState([graph]).keys()];
    const before = await this.#device.readSome(state);
    const expected = await this.#runOnCpu(graph, before, feeds);
    const found = await this.#tryOnDevice(graph, feeds, state, expected);
    if (typeof found !== 'string') {
      this.#checked.add(graph.name);
      return found;
    }
    const whole = new Map([...(await this.#device.readState()), ...expected.state]);
    await this.#device.dispose();
    this.#onCpu = new OnnxSession([...this.#graphs.values()], this.options);
    await this.#onCpu.writeState(whole);
    this.#fallBack = {
      message: `the graphs are run by onnxruntime on the CPU from here on, since in "${graph.name}" ${found}`,
      fix: this.provider.fix,
    };
    return expected.results;
  }

  async #runOnCpu(graph: KernelGraph, before: TensorMap, feeds: TensorMap): Promise<Outcome> {
    const session = new OnnxSession([graph], this.options);
    try {
      await session.writeState(before);
      const results = await session.run(graph.name, feeds);
      return { results, state: await session.readState() };
    } finally {
      await session.dispose();
    }
  }

  /** @returns The results, or as a phrase why they are of no use. */
  async #tryOnDevice(
    graph: KernelGraph,
    feeds: TensorMap,
    state: readonly string[],
    expected: Outcome,
  ): Promise<TensorMap | string> {
    const { title } = this.provider;
    try {
      const results = await this.#device.run(graph.name, feeds);
      const found = { results, state: await this.#device.readSome(state) };
      const differing = firstDifference(found, expected);
      return differing ? `${title} gives another ${differing} than the CPU` : results;
    } catch (error) {
      return `${title} fails: ${messageOf(error)}`;
    }
  }

  #failure(graph: KernelGraph, error: unknown): unknown {
    if (error instanceof GanspecError) return error;
    const explained = explainOutOfMemory(error, graph);
    if (explained !== error) return explained;
    return new GanspecError(
      'GAN529',
      exitCodes.internal,
      `${this.provider.title} failed in the graph "${graph.name}": ${messageOf(error)}`,
      'Go on from the last checkpoint with `ganspec resume <run> --provider cpu`.',
    );
  }

  readState(): Promise<TensorMap> {
    return this.#queue.run(() => this.#used.readState());
  }

  writeState(state: TensorMap): Promise<void> {
    return this.#queue.run(() => this.#used.writeState(state));
  }

  dispose(): Promise<void> {
    return this.#queue.run(() => this.#used.dispose());
  }
}

/** The first tensor that differs, as a phrase. */
function firstDifference(found: Outcome, expected: Outcome): string | undefined {
  const pairs = [
    ...[...expected.results].map(([name, { data }]) => {
      return { name, data, other: found.results.get(name)?.data };
    }),
    ...[...expected.state].map(([name, { data }]) => {
      return { name, data, other: found.state.get(name)?.data };
    }),
  ];
  for (const { name, data, other } of pairs) {
    const difference = relativeDifference(other ?? [], data);
    if (difference <= tolerance) continue;
    return `"${name}" (relative difference ${difference.toPrecision(2)}, tolerance ${tolerance})`;
  }
  return undefined;
}
