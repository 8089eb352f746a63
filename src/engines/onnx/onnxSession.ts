/** Graphs in onnxruntime with their shared state. */
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { zeroTensor } from '../../ir/arrays.js';
import type { GraphOutput, KernelGraph } from '../../ir/kernelGraph.js';
import type { TensorData, TensorMap, TensorType } from '../../ir/tensorType.js';
import type { EngineOptions, EngineSession } from '../engine.js';
import { typeOf } from '../../ir/typeOf.js';
import { explainOutOfMemory } from '../outOfMemory.js';
import { SerialQueue } from '../serialQueue.js';
import { checkFeeds, checkState, graphNamed, graphsByName } from '../sessionInputs.js';
import { loopOperandName } from '../../lowering/loops/splitLoops.js';
import { lowerToOnnx } from '../../lowering/onnx/lowerToOnnx.js';
import { encodeModel } from '../../lowering/onnx/onnxModel.js';
import { prepareLoops } from './loopRunner.js';
import {
  sessionMemory,
  stateBuffers,
  type PlacedGraph,
  type SessionMemory,
  type StateBuffers,
} from './sessionMemory.js';

/** A graph ready to run. */
interface Prepared {
  readonly placed: PlacedGraph;
  /** The session of the part outside loops; absent where there is none. */
  readonly session: InferenceSession | undefined;
  /** The outputs of that part, with the names of the model's tensors. */
  readonly outputs: readonly (GraphOutput & {
    readonly tensor: string;
    readonly type: TensorType;
  })[];
  readonly runLoops: (() => void) | undefined;
}

export class OnnxSession implements EngineSession {
  readonly #graphs: ReadonlyMap<string, KernelGraph>;
  readonly #prepared = new Map<string, Prepared>();
  readonly #memory: SessionMemory;
  readonly #queue = new SerialQueue();
  readonly #options: EngineOptions;

  constructor(graphs: readonly KernelGraph[], options: EngineOptions) {
    this.#graphs = graphsByName(graphs);
    this.#options = options;
    this.#memory = sessionMemory(graphs);
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
    const { placed, session, outputs, runLoops } = await this.#prepare(name);
    const { whole, rest, operands } = placed;
    checkFeeds(whole, feeds);
    for (const { name: input, value } of whole.inputs) {
      const given = feeds.get(input);
      if (given !== undefined) operands.get(value)?.data.set(given.data);
    }
    const fed: Record<string, Tensor> = {};
    for (const input of rest.inputs) {
      const given = input.kind === 'feed' ? feeds.get(input.name) : undefined;
      fed[input.name] = tensorOf(given ?? stateBuffers(this.#memory, input.name).current);
    }
    const fetched: Record<string, Tensor> = {};
    const results = new Map<string, TensorData>();
    for (const { name: output, kind, value, tensor, type } of outputs) {
      if (kind === 'state') {
        fetched[tensor] = tensorOf(stateBuffers(this.#memory, output).next);
      } else {
        const operand = output === loopOperandName(value) ? operands.get(value) : undefined;
        const result = operand ?? zeroTensor(type);
        fetched[tensor] = tensorOf(result);
        if (operand === undefined) results.set(output, result);
      }
    }
    await session?.run(fed, fetched);
    runLoops?.();
    for (const { name: output, kind } of whole.outputs) {
      if (kind === 'state') swap(stateBuffers(this.#memory, output));
    }
    return results;
  }

  readState(): Promise<TensorMap> {
    return this.#queue.run(
      () =>
        new Map(
          [...this.#memory.state].map(([name, { current }]) => {
            const copy = zeroTensor(current);
            copy.data.set(current.data);
            return [name, copy];
          }),
        ),
    );
  }

  writeState(state: TensorMap): Promise<void> {
    return this.#queue.run(() => {
      const declared = [...this.#memory.state].map(
        ([name, { current }]) => [name, current] as const,
      );
      checkState(state, new Map(declared));
      for (const [name, { data }] of state) stateBuffers(this.#memory, name).current.data.set(data);
    });
  }

  dispose(): Promise<void> {
    return this.#queue.run(async () => {
      const sessions = [...this.#prepared.values()].flatMap(({ session }) => session ?? []);
      this.#prepared.clear();
      await Promise.all(sessions.map((session) => session.release()));
    });
  }

  /** A graph's parts, made at its first run: many programs never run all their graphs. */
  async #prepare(name: string): Promise<Prepared> {
    const known = this.#prepared.get(name);
    if (known !== undefined) return known;
    const placed = graphNamed(this.#memory.graphs, name);
    const { rest } = placed;
    const model = lowerToOnnx(rest);
    const prepared = {
      placed,
      session:
        rest.outputs.length === 0
          ? undefined
          : await InferenceSession.create(encodeModel(model), sessionOptions(this.#options)),
      outputs: rest.outputs.map((output, at) => ({
        ...output,
        tensor: model.outputs[at]?.name ?? '',
        type: typeOf(rest, output.value),
      })),
      runLoops: prepareLoops(placed, this.#memory),
    };
    this.#prepared.set(name, prepared);
    return prepared;
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

function swap(buffers: StateBuffers): void {
  [buffers.current, buffers.next] = [buffers.next, buffers.current];
}
