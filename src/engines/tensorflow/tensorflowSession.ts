/** Graphs as functions of TensorFlow, and the state that they share, in TensorFlow's memory. */
import { InternalError } from '../../diagnostics/errors.js';
import { zeroTensor } from '../../ir/arrays.js';
import type { KernelGraph } from '../../ir/kernelGraph.js';
import type { TensorData, TensorMap, TensorType } from '../../ir/tensorType.js';
import { typeOf } from '../../ir/typeOf.js';
import {
  forLibrary,
  forProcessors,
  lowerToTensorFlow,
} from '../../lowering/tensorflow/lowerToTensorFlow.js';
import type { EngineSession } from '../engine.js';
import { explainOutOfMemory } from '../outOfMemory.js';
import { SerialQueue } from '../serialQueue.js';
import { checkFeeds, checkState, graphNamed, graphsByName, sharedState } from '../sessionInputs.js';
import { addFunction } from './addFunction.js';
import type { TensorFlowContext } from './context.js';
import { newHandle, readHandle } from './tensors.js';

export class TensorFlowSession implements EngineSession {
  readonly #graphs: ReadonlyMap<string, KernelGraph>;
  readonly #declared: ReadonlyMap<string, TensorType>;
  /** The functions of the graphs that have run, by the names of the graphs: many programs never run all their graphs. */
  readonly #functions = new Map<string, string>();
  /** Handles; absent while a tensor is still all zeros. */
  readonly #state = new Map<string, bigint>();
  readonly #queue = new SerialQueue();
  #context: TensorFlowContext | undefined;

  /** @param context Freed with the session. */
  constructor(graphs: readonly KernelGraph[], context: () => TensorFlowContext) {
    this.#graphs = graphsByName(graphs);
    this.#declared = sharedState(graphs);
    this.#context = context();
  }

  run(name: string, feeds: TensorMap): Promise<TensorMap> {
    return this.#inContext((context) => {
      const graph = graphNamed(this.#graphs, name);
      checkFeeds(graph, feeds);
      try {
        return this.#run(context, graph, feeds);
      } catch (error) {
        throw explainOutOfMemory(error, graph, context.gpu === undefined ? 'CPU' : 'GPU');
      }
    });
  }

  #run(context: TensorFlowContext, graph: KernelGraph, feeds: TensorMap): TensorMap {
    const { api } = context;
    const given: bigint[] = [];
    const call = context.checked((status) =>
      api.TFE_NewOp(context.address, this.#functionOf(context, graph), status),
    );
    try {
      for (const { name } of graph.inputs) {
        const feed = feeds.get(name);
        if (feed) given.push(newHandle(context, feed));
        const handle = feed ? given.at(-1) : this.#stateHandle(context, name);
        context.checked((status) => {
          api.TFE_OpAddInput(call, handle ?? null, status);
        });
      }
      const outputs = new BigUint64Array(graph.outputs.length);
      context.checked((status) => {
        api.TFE_Execute(call, outputs, Int32Array.of(outputs.length), status);
      });
      return this.#take(context, graph, outputs);
    } finally {
      api.TFE_DeleteOp(call);
      for (const handle of given) api.TFE_DeleteTensorHandle(handle);
    }
  }

  /** Keeps the next state and copies results to the caller. */
  #take(context: TensorFlowContext, graph: KernelGraph, outputs: BigUint64Array): TensorMap {
    const handles = graph.outputs.map((output, at) => ({ ...output, handle: outputs[at] ?? 0n }));
    for (const { kind, name, handle } of handles) {
      if (kind === 'state') this.#replace(context, name, handle);
    }
    const results = handles.filter(({ kind }) => kind === 'result');
    try {
      return new Map(
        results.map(({ name, value, handle }): [string, TensorData] => [
          name,
          readHandle(context, handle, typeOf(graph, value)),
        ]),
      );
    } finally {
      for (const { handle } of results) context.api.TFE_DeleteTensorHandle(handle);
    }
  }

  readState(): Promise<TensorMap> {
    return this.#inContext(
      (context) =>
        new Map(
          [...this.#declared].map(([name, type]) => [
            name,
            readHandle(context, this.#stateHandle(context, name), type),
          ]),
        ),
    );
  }

  writeState(state: TensorMap): Promise<void> {
    return this.#inContext((context) => {
      checkState(state, this.#declared);
      for (const [name, data] of state) this.#replace(context, name, newHandle(context, data));
    });
  }

  dispose(): Promise<void> {
    return this.#queue.run(() => {
      const context = this.#context;
      if (!context) return;
      this.#context = undefined;
      for (const handle of this.#state.values()) context.api.TFE_DeleteTensorHandle(handle);
      this.#state.clear();
      context.dispose();
    });
  }

  #inContext<T>(job: (context: TensorFlowContext) => T): Promise<T> {
    return this.#queue.run(() => {
      if (!this.#context) throw new InternalError('the session is disposed');
      return job(this.#context);
    });
  }

  /** The name of a graph's function, which is made at the first run. */
  #functionOf(context: TensorFlowContext, graph: KernelGraph): string {
    const known = this.#functions.get(graph.name);
    if (known !== undefined) return known;
    const name = `graph${this.#functions.size}`;
    const lowerings = context.gpu === undefined ? forProcessors : forLibrary;
    addFunction(context, lowerToTensorFlow(graph, lowerings), name);
    this.#functions.set(graph.name, name);
    return name;
  }

  #stateHandle(context: TensorFlowContext, name: string): bigint {
    const type = this.#declared.get(name);
    if (!type) throw new InternalError(`there is no state named "${name}"`);
    const known = this.#state.get(name);
    if (known !== undefined) return known;
    const zeros = newHandle(context, zeroTensor(type));
    this.#state.set(name, zeros);
    return zeros;
  }

  #replace(context: TensorFlowContext, name: string, handle: bigint): void {
    const old = this.#state.get(name);
    this.#state.set(name, handle);
    if (old !== undefined) context.api.TFE_DeleteTensorHandle(old);
  }
}
