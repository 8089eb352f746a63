/** Takes down kernel calls as they are made, and hands out tensors that stand for their results. */
import { InternalError } from '../diagnostics/errors.js';
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

/** tfjs's key of a tensor's data: an object that is only compared. */
export type DataId = Tensor['dataId'];

/** A tensor that a recording gives back. */
export interface RecordedOutput {
  readonly name: string;
  readonly kind: 'state' | 'result';
  readonly tensor: Tensor;
}

/**
 * One recording. Its tensors have a shape and a dtype but no numbers, and live until the recording ends;
 * tfjs functions applied to them are recorded.
 */
export class Recorder {
  readonly #types: TensorType[] = [];
  readonly #inputs: GraphInput[] = [];
  readonly #constants: GraphConstant[] = [];
  readonly #nodes: AnyKernelNode[] = [];
  readonly #values = new WeakMap<DataId, ValueId>();
  #origin = '';

  /** Every kernel call so far, in order. */
  get nodes(): readonly AnyKernelNode[] {
    return this.#nodes;
  }

  /** The JSON Pointer that new nodes get. */
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
   * A tensor of given numbers, which become part of the graph.
   *
   * @throws InternalError where the numbers are more or fewer than the shape holds.
   */
  constant({ dtype, shape, data }: TensorData): Tensor {
    if (data.length !== sizeOf(shape)) {
      throw new InternalError(
        `${data.length} numbers do not make a tensor ${typeText({ dtype, shape })}`,
      );
    }
    return this.tensorOf(this.#constant({ dtype, shape }, { data: data.slice() }));
  }

  /** A tensor of one number throughout. */
  fill(type: TensorType, fill: number): Tensor {
    return this.tensorOf(this.fillValue(type, fill));
  }

  /** A value of one number throughout, as yet without a tensor. */
  fillValue(type: TensorType, fill: number): ValueId {
    return this.#constant(type, { fill });
  }

  /** Runs `body` with `origin` as the JSON Pointer of its nodes. */
  at<T>(origin: string, body: () => T): T {
    const outer = this.#origin;
    this.#origin = origin;
    try {
      return body();
    } finally {
      this.#origin = outer;
    }
  }

  /** The same numbers, through which no gradient flows. */
  stopGradient<T extends Tensor>(x: T): T {
    // The shape is kept, hence the rank that T stands for.
    return this.emit('StopGradient', [x], {}) as T;
  }

  /**
   * Records one kernel call.
   *
   * @param inputs In the order of the kernel's declared input names.
   * @returns The tensor that stands for its output.
   * @throws InternalError where the inputs do not fit the kernel.
   */
  emit<K extends KernelName>(
    kernel: K,
    inputs: readonly Tensor[],
    attributes: Kernels[K]['attributes'],
  ): Tensor {
    const values = inputs.map((input) => this.valueOf(input));
    const type = inferType(
      kernel,
      values.map((value) => this.typeOf(value)),
      attributes,
    );
    const output = this.#newValue(type);
    const node = { kernel, inputs: values, attributes, output, origin: this.#origin };
    // `kernel` and `attributes` belong together by the signature; the union over kernels cannot say so.
    this.#nodes.push(node as AnyKernelNode);
    return this.tensorOf(output);
  }

  /** @throws GanspecError where the tensor is not of this recording. */
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

  /** A new tensor that stands for a value. */
  tensorOf(value: ValueId): Tensor {
    const { dtype, shape } = this.typeOf(value);
    const dataId = this.dataIdOf(value);
    return tf.engine().makeTensorFromTensorInfo({ dataId, dtype, shape: [...shape] });
  }

  /** A new key under which tfjs knows a value. */
  dataIdOf(value: ValueId): DataId {
    const dataId = {};
    this.#values.set(dataId, value);
    return dataId;
  }

  typeOf(value: ValueId): TensorType {
    const type = this.#types[value];
    if (type === undefined) throw new InternalError(`there is no value ${value}`);
    return type;
  }

  /** What was recorded, as plain data. @throws InternalError where two outputs have one name. */
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

  #newValue({ dtype, shape }: TensorType): ValueId {
    return this.#types.push({ dtype, shape: [...shape] }) - 1;
  }

  #constant(type: TensorType, content: GraphConstant['content']): ValueId {
    const value = this.#newValue(type);
    this.#constants.push({ value, content });
    return value;
  }
}
