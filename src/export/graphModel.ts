/** The files of a TensorFlow.js graph model: operations in the JSON form of TensorFlow's GraphDef, and their weights. */
import type { DType, TensorData, TensorType } from '../ir/tensorType.js';
import type {
  TensorFlowAttribute,
  TensorFlowGraph,
} from '../lowering/tensorflow/tensorflowGraph.js';
import type { QuantizedTensor } from './quantize.js';

/** The files of a model, as `tf.loadGraphModel` reads them. */
export interface GraphModelFiles {
  /** `model.json`. */
  readonly model: string;
  /** `weights.bin`, which `model.json` names: the numbers of all constants. */
  readonly weights: Uint8Array;
}

/**
 * @param generatedBy Name and version of the program that wrote it.
 * @param quantized The constants that are kept in fewer bits.
 * @source tfjs-converter, `ModelJSON` in tfjs-core/src/io/types.ts.
 */
export function encodeGraphModel(
  { inputs, outputs, nodes }: TensorFlowGraph,
  generatedBy: string,
  quantized: ReadonlyMap<TensorData, QuantizedTensor> = new Map(),
): GraphModelFiles {
  const weights = nodes.flatMap(({ name, attributes }) =>
    Object.values(attributes).flatMap((value) =>
      'tensor' in value ? [{ name, ...value.tensor, ...quantized.get(value.tensor) }] : [],
    ),
  );
  const specs = weights.map(({ name, shape, dtype, quantization }) => {
    return { name, shape, dtype, ...(quantization && { quantization }) };
  });
  const model = {
    format: 'graph-model',
    generatedBy,
    convertedBy: null,
    signature: { inputs: portsJson(inputs), outputs: portsJson(outputs) },
    modelTopology: {
      node: nodes.map(nodeJson),
      library: {},
      versions: { producer: 0, minConsumer: 0 },
    },
    weightsManifest: [{ paths: ['weights.bin'], weights: specs }],
  };
  const bytes = weights.map(({ data }) =>
    Buffer.from(data.buffer, data.byteOffset, data.byteLength),
  );
  return { model: `${JSON.stringify(model)}\n`, weights: Buffer.concat(bytes) };
}

const typeNames: Readonly<Record<DType, string>> = {
  float32: 'DT_FLOAT',
  int32: 'DT_INT32',
  bool: 'DT_BOOL',
};

function portsJson(ports: TensorFlowGraph['inputs'] | TensorFlowGraph['outputs']): object {
  return Object.fromEntries(
    ports.map(({ name, node, ...type }) => [name, { name: `${node}:0`, ...typeJson(type) }]),
  );
}

function nodeJson({ name, op, inputs, attributes }: TensorFlowGraph['nodes'][number]): object {
  const attr = Object.entries(attributes).map(([key, value]) => [key, attributeJson(value)]);
  return { name, op, input: inputs, attr: Object.fromEntries(attr) as object };
}

/** Protobuf's JSON form: whole numbers as text, text in base64; the numbers of a tensor are in `weights.bin`. */
function attributeJson(value: TensorFlowAttribute): object {
  if ('type' in value) return { type: typeNames[value.type] };
  if ('bool' in value) return { b: value.bool };
  if ('float' in value) return { f: value.float };
  if ('int' in value) return { i: String(value.int) };
  if ('ints' in value) return { list: { i: value.ints.map(String) } };
  if ('string' in value) return { s: Buffer.from(value.string, 'utf8').toString('base64') };
  if ('shape' in value) return { shape: shapeJson(value.shape) };
  return { tensor: typeJson(value.tensor) };
}

function typeJson({ dtype, shape }: TensorType): object {
  return { dtype: typeNames[dtype], tensorShape: shapeJson(shape) };
}

function shapeJson(shape: readonly number[]): object {
  return { dim: shape.map((size) => ({ size: String(size) })) };
}
