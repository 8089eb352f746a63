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
import { differenceOf, type RunOutcome } from './differenceOf.js';

/** Reasons why the outcome of a device is of no use, with the remedy. */
interface Refused {
  readonly reason: string;
  readonly fix: string;
}

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
    // The whole state, which cannot be read any more from a device that is lost in this run.
    const whole = await this.#device.readState();
    const own = sharedState([graph]);
    const before = new Map([...whole].filter(([name]) => own.has(name)));
    const expected = await this.#runOnCpu(graph, before, feeds);
    const found = await this.#tryOnDevice(graph, feeds, before, expected);
    if (!('reason' in found)) {
      this.#checked.add(graph.name);
      return found.results;
    }
    await this.#device.dispose();
    this.#onCpu = new OnnxSession([...this.#graphs.values()], this.options);
    await this.#onCpu.writeState(new Map([...whole, ...expected.state]));
    this.#fallBack = {
      message: `the graphs are run by onnxruntime on the CPU from here on, since in "${graph.name}" ${found.reason}`,
      fix: found.fix,
    };
    return expected.results;
  }

  async #runOnCpu(graph: KernelGraph, before: TensorMap, feeds: TensorMap): Promise<RunOutcome> {
    const session = new OnnxSession([graph], this.options);
    try {
      await session.writeState(before);
      const results = await session.run(graph.name, feeds);
      return { results, state: await session.readState() };
    } finally {
      await session.dispose();
    }
  }

  async #tryOnDevice(
    graph: KernelGraph,
    feeds: TensorMap,
    before: TensorMap,
    expected: RunOutcome,
  ): Promise<RunOutcome | Refused> {
    const { title, fix } = this.provider;
    try {
      const results = await this.#device.run(graph.name, feeds);
      const found = { results, state: await this.#device.readSome([...before.keys()]) };
      const differing = differenceOf(found, expected, before);
      if (differing === undefined) return found;
      return {
        reason: `${title} gives ${differing} than the CPU`,
        fix: 'Train with `--provider cpu`; another version of the driver may give other numbers.',
      };
    } catch (error) {
      return { reason: `${title} fails: ${messageOf(error)}`, fix };
    }
  }

  #failure(graph: KernelGraph, error: unknown): unknown {
    if (error instanceof GanspecError) return error;
    const explained = explainOutOfMemory(error, graph, 'GPU');
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
