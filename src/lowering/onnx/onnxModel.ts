/** An ONNX model as plain data, and its wire form. */
import proto from 'onnx-proto';
import type { DType } from '../../ir/tensorType.js';

/** An attribute of a node: an integer, a float, a list of integers. */
export type OnnxAttribute =
  { readonly i: number } | { readonly f: number } | { readonly ints: readonly number[] };

export interface OnnxNode {
  readonly opType: string;
  /** The default operator set, or onnxruntime's own. */
  readonly domain: '' | 'com.microsoft';
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, OnnxAttribute>>;
  /** JSON Pointer of the piece of the spec that this node came from. */
  readonly origin: string;
}

export type OnnxElementType = DType | 'int64';

/** The size of an axis, or the name of one that is as long as the caller's tensor. */
export type OnnxDimension = number | string;

/** A named tensor of a model; `dtype` is its element type. */
export interface OnnxTensorInfo<Dimension extends OnnxDimension = number> {
  readonly name: string;
  readonly dtype: OnnxElementType;
  readonly shape: readonly Dimension[];
}

export interface OnnxInitializer extends OnnxTensorInfo {
  readonly data: Float32Array | Int32Array | Uint8Array | BigInt64Array;
}

/** `Dimension` is that of inputs and outputs. */
export interface OnnxModel<Dimension extends OnnxDimension = number> {
  readonly name: string;
  readonly inputs: readonly OnnxTensorInfo<Dimension>[];
  readonly initializers: readonly OnnxInitializer[];
  readonly nodes: readonly OnnxNode[];
  readonly outputs: readonly OnnxTensorInfo<Dimension>[];
}

/** Numbers of `onnx.TensorProto.DataType`. */
const elementTypes: Readonly<Record<OnnxElementType, number>> = {
  float32: 1,
  int32: 6,
  int64: 7,
  bool: 9,
};

/** The operator sets that the lowerings are written for, by domain. */
const operatorSets = { '': 17, 'com.microsoft': 1 } as const;

function attributeProto(name: string, value: OnnxAttribute) {
  const { FLOAT, INT, INTS } = proto.onnx.AttributeProto.AttributeType;
  if ('i' in value) return { name, type: INT, i: value.i };
  if ('f' in value) return { name, type: FLOAT, f: value.f };
  return { name, type: INTS, ints: [...value.ints] };
}

function nodeProto({ opType, domain, inputs, outputs, attributes }: OnnxNode) {
  return {
    opType,
    domain,
    input: [...inputs],
    output: [...outputs],
    name: outputs[0] ?? '',
    attribute: Object.entries(attributes).map(([name, value]) => attributeProto(name, value)),
  };
}

function infoProto({ name, dtype, shape }: OnnxTensorInfo<OnnxDimension>) {
  const dim = shape.map((size) =>
    typeof size === 'string' ? { dimParam: size } : { dimValue: size },
  );
  return { name, type: { tensorType: { elemType: elementTypes[dtype], shape: { dim } } } };
}

function initializerProto({ name, dtype, shape, data }: OnnxInitializer) {
  const rawData = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return { name, dataType: elementTypes[dtype], dims: [...shape], rawData };
}

/** The model in protobuf's wire form, as onnxruntime reads it. */
export function encodeModel(model: OnnxModel<OnnxDimension>): Uint8Array {
  const domains = new Set(['' as const, ...model.nodes.map(({ domain }) => domain)]);
  return proto.onnx.ModelProto.encode({
    irVersion: proto.onnx.Version.IR_VERSION,
    producerName: 'ganspec',
    opsetImport: [...domains].map((domain) => ({ domain, version: operatorSets[domain] })),
    graph: {
      name: model.name,
      input: model.inputs.map(infoProto),
      output: model.outputs.map(infoProto),
      initializer: model.initializers.map(initializerProto),
      node: model.nodes.map(nodeProto),
    },
  }).finish();
}
