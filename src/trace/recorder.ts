/** Collects kernel calls as nodes of a graph, and returns tensors that represent their results. */
import { exitCodes, GanspecError, InternalError } from '../diagnostics/errors.js';
import { runningHook } from '../diagnostics/runningHook.js';
import type {
  AnyKernelNode,
  GraphConstant,
  GraphInput,
  GraphOutput,
  KernelGraph,
  ValueId,
} from '../ir/kernelGraph.js';
import type { KernelName, Kernels } from '../ir/kernels.js';
import { inferType } from '../ir/shapeRules/shapeRules.js';
import { sizeOf, typeText, type TensorData, type TensorType } from '../ir/tensorType.js';
import { tf, type Tensor } from '../tf.js';
import { recordingError, runningOps } from './recordingError.js';

/** The key of a tensor's data in tfjs: an object that is compared by identity. */
export type DataId = Tensor['dataId'];

/** An output of a recording. */
export interface RecordedOutput {
  readonly name: string;
  readonly kind: 'state' | 'result';
  readonly tensor: Tensor;
}

/**
 * One recording. Its tensors have a shape and a dtype but no values, and are valid until the recording ends; tfjs functions
 * applied to them are recorded.
 */
export class Recorder {
  readonly #types: TensorType[] = [];
  readonly #inputs: GraphInput[] = [];
  readonly #constants: GraphConstant[] = [];
  readonly #nodes: AnyKernelNode[] = [];
  readonly #values = new WeakMap<DataId, ValueId>();
  #origin = '';

  /** @param maxNodes Largest number of nodes; one more is an error. */
  constructor(private readonly maxNodes = Infinity) {}

  /** Every kernel call so far, in order. */
  get nodes(): readonly AnyKernelNode[] {
    return this.#nodes;
  }

  /** The origin of new nodes: a JSON Pointer, or empty. */
  get origin(): string {
    return this.#origin;
  }

  /**
   * Declares an input of the graph.
   *
   * @throws InternalError where the name is taken.
   */
  input(name: string, type: TensorType, kind: GraphInput['kind']): Tensor {
    if (this.#inputs.some((input) => input.name === name)) {
      throw new InternalError(`the input ${name} is declared twice`);
    }
    const value = this.#newValue(type);
    this.#inputs.push({ name, value, kind });
    return this.tensorOf(value);
  }

  /**
   * A constant tensor of given numbers.
   *
   * @throws InternalError where the shape holds another number of elements.
   */
  constant({ dtype, shape, data }: TensorData): Tensor {
    if (data.length !== sizeOf(shape)) {
      throw new InternalError(
        `${data.length} numbers do not make a tensor ${typeText({ dtype, shape })}`,
      );
    }
    return this.tensorOf(this.#constant({ dtype, shape }, { data: data.slice() }));
  }

  /** A constant tensor filled with one number. */
  fill(type: TensorType, fill: number): Tensor {
    return this.tensorOf(this.fillValue(type, fill));
  }

  /** A constant filled with one number, without a tensor. */
  fillValue(type: TensorType, fill: number): ValueId {
    return this.#constant(type, { fill });
  }

  /** Runs `body`, whose nodes get this origin. */
  at<T>(origin: string, body: () => T): T {
    const outer = this.#origin;
    this.#origin = origin;
    try {
      return body();
    } finally {
      this.#origin = outer;
    }
  }

  /** The same tensor as a constant for differentiation. */
  stopGradient<T extends Tensor>(x: T): T {
    // The shape is kept, hence the rank in T.
    return this.emit('StopGradient', [x], {}) as T;
  }

  /**
   * Records one kernel call.
   *
   * @param inputs In the order of the kernel's declared input names.
   * @returns The tensor that represents its output.
   * @throws InternalError where the inputs do not fit the kernel, GanspecError GAN706 where there are too many nodes.
   */
  emit<K extends KernelName>(
    kernel: K,
    inputs: readonly Tensor[],
    attributes: Kernels[K]['attributes'],
  ): Tensor {
    const values = inputs.map((input) => this.valueOf(input));
    const type = this.#inferred(kernel, values, attributes);
    if (this.#nodes.length >= this.maxNodes) throw this.#tooLarge();
    const output = this.#newValue(type);
    const node = { kernel, inputs: values, attributes, output, origin: this.#origin };
    // By the signature `kernel` and `attributes` belong together, which the union over kernels does not express.
    this.#nodes.push(node as AnyKernelNode);
    return this.tensorOf(output);
  }

  /** The value that a tensor represents. @throws GanspecError where the tensor is not of this recording. */
  valueOf({ dataId, shape, dtype }: Tensor): ValueId {
    const value = this.#values.get(dataId);
    if (value === undefined) {
      throw recordingError(
        'foreign',
        this.#origin,
        `${runningOps() || 'the recording'} got a tensor ${dtype}[${shape.join(',')}] that was made outside of the recording`,
        'Make every tensor inside of the function that is recorded, or give its numbers with context.constant.',
      );
    }
    return value;
  }

  /** A new tensor that represents a value. */
  tensorOf(value: ValueId): Tensor {
    const { dtype, shape } = this.typeOf(value);
    const dataId = this.dataIdOf(value);
    const tensor = tf.engine().makeTensorFromTensorInfo({ dataId, dtype, shape: [...shape] });
    // It has no memory to free, so it may be used after tf.dispose or outside of its tf.tidy.
    tensor.throwIfDisposed = () => undefined;
    return unchangeable(tensor);
  }

  /** A new data key of a value in tfjs. */
  dataIdOf(value: ValueId): DataId {
    const dataId = {};
    this.#values.set(dataId, value);
    return dataId;
  }

  /** The type of a value. */
  typeOf(value: ValueId): TensorType {
    const type = this.#types[value];
    if (type === undefined) throw new InternalError(`there is no value ${value}`);
    return type;
  }

  /** The recorded graph as plain data. @throws InternalError where two outputs have the same name. */
  graph(name: string, outputs: readonly RecordedOutput[]): KernelGraph {
    const named = new Map<string, GraphOutput>();
    for (const { name: output, kind, tensor } of outputs) {
      if (named.has(output)) throw new InternalError(`the output ${output} is given twice`);
      named.set(output, { name: output, value: this.valueOf(tensor), kind });
    }
    return {
      name,
      types: [...this.#types],
      inputs: [...this.#inputs],
      constants: [...this.#constants],
      nodes: [...this.#nodes],
      outputs: [...named.values()],
    };
  }

  /** The type of a kernel's output; shapes that do not fit are the mistake of the hook that is running, if any. */
  #inferred<K extends KernelName>(
    kernel: K,
    values: readonly ValueId[],
    attributes: Kernels[K]['attributes'],
  ): TensorType {
    const types = values.map((value) => this.typeOf(value));
    try {
      return inferType(kernel, types, attributes);
    } catch (error) {
      if (!(error instanceof InternalError) || runningHook() === undefined) throw error;
      throw recordingError(
        'misuse',
        this.#origin,
        `${runningOps() || kernel} got tensors that do not fit: ${error.message}`,
        'Print the shapes (x.shape), and bring them into line with tf.reshape, tf.transpose or tf.squeeze.',
      );
    }
  }

  #tooLarge(): GanspecError {
    return new GanspecError(
      'GAN706',
      exitCodes.limit,
      `the graphs of training become too large to compile${this.#origin === '' ? '' : `: they pass the limit at ${this.#origin}`}`,
      'use fewer layers or fewer penalties: each penalty on gradients repeats all layers of its network; if it is meant, pass --allow-large',
      this.#origin === '' ? undefined : this.#origin,
    );
  }

  #newValue({ dtype, shape }: TensorType): ValueId {
    return this.#types.push({ dtype, shape: [...shape] }) - 1;
  }

  #constant(type: TensorType, content: GraphConstant['content']): ValueId {
    const value = this.#newValue(type);
    this.#constants.push({ value, content });
    return value;
  }
}

/** A tensor whose description no code can change, as a hook might that appends to `x.shape`. */
function unchangeable(tensor: Tensor): Tensor {
  Object.freeze(tensor.shape);
  Object.freeze(tensor.strides);
  for (const name of ['shape', 'strides', 'size', 'dtype', 'dataId'] as const)
    Object.defineProperty(tensor, name, { writable: false, configurable: false });
  return tensor;
}
