/** Graphs interpreted on a tfjs backend, and the state that they share. */
import { InternalError } from '../../diagnostics/errors.js';
import { zeroTensor } from '../../ir/arrays.js';
import type { KernelGraph } from '../../ir/kernelGraph.js';
import type { TensorData, TensorMap, TensorType } from '../../ir/tensorType.js';
import { tf, type Tensor } from '../../tf.js';
import type { EngineSession } from '../engine.js';
import { SerialQueue } from '../serialQueue.js';
import { checkFeeds, checkState, graphNamed, graphsByName, sharedState } from '../sessionInputs.js';
import { evaluateGraph } from './evaluateGraph.js';
import { onBackend } from './onBackend.js';

export class TfjsSession implements EngineSession {
  readonly #backend: string;
  readonly #graphs: ReadonlyMap<string, KernelGraph>;
  readonly #declared: ReadonlyMap<string, TensorType>;
  /** Absent while a tensor is still all zeros. */
  readonly #state = new Map<string, Tensor>();
  readonly #queue = new SerialQueue();

  constructor(graphs: readonly KernelGraph[], backend: string) {
    this.#backend = backend;
    this.#graphs = graphsByName(graphs);
    this.#declared = sharedState(graphs);
  }

  run(name: string, feeds: TensorMap): Promise<TensorMap> {
    return this.#onBackend(() => {
      const graph = graphNamed(this.#graphs, name);
      checkFeeds(graph, feeds);
      const given = graph.inputs
        .filter(({ kind }) => kind === 'feed')
        .map(({ name: input }) => [input, tensorOf(demand(feeds, input))] as const);
      const fed = new Map(given);
      const inputs = graph.inputs.map(({ kind, name: input }) =>
        kind === 'feed' ? demand(fed, input) : this.#stateTensor(input),
      );
      try {
        return this.#keep(graph, evaluateGraph(graph, inputs));
      } finally {
        for (const tensor of fed.values()) tensor.dispose();
      }
    });
  }

  readState(): Promise<TensorMap> {
    return this.#onBackend(
      () =>
        new Map(
          [...this.#declared].map(([name, type]) => [
            name,
            numbersOf(this.#stateTensor(name), type),
          ]),
        ),
    );
  }

  writeState(state: TensorMap): Promise<void> {
    return this.#onBackend(() => {
      checkState(state, this.#declared);
      for (const [name, data] of state) this.#replace(name, tensorOf(data));
    });
  }

  dispose(): Promise<void> {
    return this.#onBackend(() => {
      for (const tensor of this.#state.values()) tensor.dispose();
      this.#state.clear();
    });
  }

  #onBackend<T>(job: () => T): Promise<T> {
    return this.#queue.run(() => onBackend(this.#backend, job));
  }

  /** Stores state outputs in the session and copies results to the caller. */
  #keep(graph: KernelGraph, outputs: readonly Tensor[]): TensorMap {
    const results = new Map<string, TensorData>();
    graph.outputs.forEach(({ kind, name, value }, at) => {
      const [tensor, type] = [outputs[at], graph.types[value]];
      if (tensor === undefined || type === undefined)
        throw new InternalError(`no output "${name}"`);
      if (kind === 'state') {
        this.#replace(name, tensor);
      } else {
        results.set(name, numbersOf(tensor, type));
        tensor.dispose();
      }
    });
    return results;
  }

  #replace(name: string, tensor: Tensor): void {
    this.#state.get(name)?.dispose();
    this.#state.set(name, tensor);
  }

  #stateTensor(name: string): Tensor {
    const known = this.#state.get(name);
    if (known !== undefined) return known;
    const { dtype, shape } = demand(this.#declared, name);
    const made = tf.keep(tf.zeros([...shape], dtype));
    this.#state.set(name, made);
    return made;
  }
}

/** A tensor with its own copy of the numbers: tfjs would otherwise go on reading the caller's array. */
function tensorOf({ dtype, shape, data }: TensorData): Tensor {
  return tf.keep(tf.tensor(data.slice(), [...shape], dtype));
}

function numbersOf(tensor: Tensor, type: TensorType): TensorData {
  const copy = zeroTensor(type);
  copy.data.set(tensor.dataSync());
  return copy;
}

function demand<T>(map: ReadonlyMap<string, T>, name: string): T {
  const found = map.get(name);
  if (found === undefined) throw new InternalError(`there is no tensor named "${name}"`);
  return found;
}
