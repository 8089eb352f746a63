/** Graphs in onnxruntime with their shared state. */
import { setImmediate } from 'node:timers/promises';
import { zeroTensor } from '../../ir/arrays.js';
import { graphCost } from '../../ir/graphCost.js';
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
import { ModelSession } from './modelSession.js';
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
  readonly session: ModelSession | undefined;
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
      // The library blocks the thread: signals and timers get their turn between two runs.
      await setImmediate();
      try {
        return this.#run(name, feeds);
      } catch (error) {
        throw explainOutOfMemory(error, graphNamed(this.#graphs, name));
      }
    });
  }

  #run(name: string, feeds: TensorMap): TensorMap {
    const { placed, session, outputs, runLoops } = this.#prepare(name);
    const { whole, rest, operands } = placed;
    checkFeeds(whole, feeds);
    for (const { name: input, value } of whole.inputs) {
      const given = feeds.get(input);
      if (given !== undefined) operands.get(value)?.data.set(given.data);
    }
    for (const input of rest.inputs) {
      const given = input.kind === 'feed' ? feeds.get(input.name) : undefined;
      session?.bindInput(input.name, given ?? stateBuffers(this.#memory, input.name).current);
    }
    const results = new Map<string, TensorData>();
    for (const { name: output, kind, value, tensor, type } of outputs) {
      if (kind === 'state') {
        session?.bindOutput(tensor, stateBuffers(this.#memory, output).next);
      } else {
        const operand = output === loopOperandName(value) ? operands.get(value) : undefined;
        const result = operand ?? zeroTensor(type);
        session?.bindOutput(tensor, result);
        if (operand === undefined) results.set(output, result);
      }
    }
    session?.run();
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
    return this.#queue.run(() => {
      for (const { session } of this.#prepared.values()) session?.release();
      this.#prepared.clear();
    });
  }

  /** A graph's parts, made at its first run: many programs never run all their graphs. */
  #prepare(name: string): Prepared {
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
          : new ModelSession(encodeModel(model), threadsFor(rest, this.#options)),
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

/** The floating-point operations of a graph below which threads cost more time than they save. */
const leastFlops = 1e8;

/** The number of threads for a graph; undefined for one on each core. */
function threadsFor(graph: KernelGraph, { threads }: EngineOptions): number | undefined {
  return graphCost(graph).flops < leastFlops ? 1 : threads;
}

function swap(buffers: StateBuffers): void {
  [buffers.current, buffers.next] = [buffers.next, buffers.current];
}
