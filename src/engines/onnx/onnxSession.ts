/** Graphs in onnxruntime with their shared state. */
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { InternalError } from '../../diagnostics/errors.js';
import { zeroTensor } from '../../ir/arrays.js';
import type { GraphOutput, KernelGraph } from '../../ir/kernelGraph.js';
import type { TensorData, TensorMap, TensorType } from '../../ir/tensorType.js';
import type { EngineOptions, EngineSession } from '../engine.js';
import { typeOf } from '../../ir/typeOf.js';
import { explainOutOfMemory } from '../outOfMemory.js';
import { SerialQueue } from '../serialQueue.js';
import { checkFeeds, checkState, graphNamed, graphsByName, sharedState } from '../sessionInputs.js';
import { lowerToOnnx } from '../../lowering/onnx/lowerToOnnx.js';
import { encodeModel } from '../../lowering/onnx/onnxModel.js';

/** A graph ready to run; `outputs` names the model's tensor of each of the graph's outputs. */
interface Prepared {
  readonly graph: KernelGraph;
  readonly session: InferenceSession;
  readonly outputs: readonly (GraphOutput & {
    readonly tensor: string;
    readonly type: TensorType;
  })[];
}

/** A state tensor, and the buffer that the next run writes its successor into. */
interface StateBuffers {
  current: Tensor;
  next: Tensor;
}

export class OnnxSession implements EngineSession {
  readonly #graphs: ReadonlyMap<string, KernelGraph>;
  readonly #prepared = new Map<string, Prepared>();
  readonly #declared: ReadonlyMap<string, TensorType>;
  readonly #state: ReadonlyMap<string, StateBuffers>;
  readonly #queue = new SerialQueue();
  readonly #options: EngineOptions;

  constructor(graphs: readonly KernelGraph[], options: EngineOptions) {
    this.#graphs = graphsByName(graphs);
    this.#options = options;
    this.#declared = sharedState(graphs);
    this.#state = new Map(
      [...this.#declared].map(([name, type]) => [
        name,
        { current: tensorOf(zeroTensor(type)), next: tensorOf(zeroTensor(type)) },
      ]),
    );
  }

  run(name: string, feeds: TensorMap): Promise<TensorMap> {
    return this.#queue.run(async () => {
      try {
        return await this.#run(name, feeds);
      } catch (error) {
        throw explainOutOfMemory(error, graphNamed(this.#graphs, name));
      }
    });
  }

  async #run(name: string, feeds: TensorMap): Promise<TensorMap> {
    const { graph, session, outputs } = await this.#prepare(name);
    checkFeeds(graph, feeds);
    const fed: Record<string, Tensor> = {};
    for (const input of graph.inputs) {
      const given = feeds.get(input.name);
      fed[input.name] =
        input.kind === 'feed' && given !== undefined
          ? tensorOf(given)
          : this.#buffers(input.name).current;
    }
    const fetched: Record<string, Tensor> = {};
    const results = new Map<string, TensorData>();
    for (const { name: output, kind, tensor, type } of outputs) {
      if (kind === 'state') {
        fetched[tensor] = this.#buffers(output).next;
      } else {
        const result = zeroTensor(type);
        fetched[tensor] = tensorOf(result);
        results.set(output, result);
      }
    }
    await session.run(fed, fetched);
    for (const { name: output, kind } of outputs) {
      if (kind === 'state') swap(this.#buffers(output));
    }
    return results;
  }

  readState(): Promise<TensorMap> {
    return this.#queue.run(
      () =>
        new Map(
          [...this.#declared].map(([name, type]) => {
            const copy = zeroTensor(type);
            copy.data.set(numbersOf(this.#buffers(name).current));
            return [name, copy];
          }),
        ),
    );
  }

  writeState(state: TensorMap): Promise<void> {
    return this.#queue.run(() => {
      checkState(state, this.#declared);
      for (const [name, { data }] of state) numbersOf(this.#buffers(name).current).set(data);
    });
  }

  dispose(): Promise<void> {
    return this.#queue.run(async () => {
      const sessions = [...this.#prepared.values()].map(({ session }) => session);
      this.#prepared.clear();
      await Promise.all(sessions.map((session) => session.release()));
    });
  }

  /** The onnxruntime session of a graph, created at its first run: many programs never run all their graphs. */
  async #prepare(name: string): Promise<Prepared> {
    const known = this.#prepared.get(name);
    if (known !== undefined) return known;
    const graph = graphNamed(this.#graphs, name);
    const model = lowerToOnnx(graph);
    const outputs = graph.outputs.map((output, at) => {
      const tensor = model.outputs[at]?.name ?? '';
      return { ...output, tensor, type: typeOf(graph, output.value) };
    });
    const session = await InferenceSession.create(
      encodeModel(model),
      sessionOptions(this.#options),
    );
    const prepared = { graph, session, outputs };
    this.#prepared.set(name, prepared);
    return prepared;
  }

  #buffers(name: string): StateBuffers {
    const buffers = this.#state.get(name);
    if (buffers === undefined) throw new InternalError(`there is no state named "${name}"`);
    return buffers;
  }
}

/**
 * Denormals, as in the moments of a dead unit, are flushed to 0: some processors take thirty times as long for them. See
 * `flushDenormals` for the threads that this holds for.
 * Threads wait without spinning, which otherwise slows several live sessions, and every other process, down.
 */
export function sessionOptions({ threads }: EngineOptions): InferenceSession.SessionOptions {
  return {
    ...(threads === undefined ? {} : { intraOpNumThreads: threads }),
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    // Errors are thrown as well.
    logSeverityLevel: 4,
    extra: { session: { set_denormal_as_zero: '1', intra_op: { allow_spinning: '0' } } },
  };
}

/** An onnxruntime tensor that shares the array, without a copy. */
function tensorOf({ dtype, shape, data }: TensorData): Tensor {
  return new Tensor(dtype, data, [...shape]);
}

/** The numbers of a tensor; all tensors of this session are in host memory. */
function numbersOf({ data }: Tensor): TensorData['data'] {
  if (data instanceof Float32Array || data instanceof Int32Array || data instanceof Uint8Array) {
    return data;
  }
  throw new InternalError('onnxruntime returned a tensor of another type than was asked for');
}

function swap(buffers: StateBuffers): void {
  [buffers.current, buffers.next] = [buffers.next, buffers.current];
}
