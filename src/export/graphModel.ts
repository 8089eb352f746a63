/** A TensorFlow.js graph model as plain data: nodes in the JSON form of TensorFlow's GraphDef, and their weights. */
import type { DType, TensorData, TensorType } from '../ir/tensorType.js';

const typeNames = { float32: 'DT_FLOAT', int32: 'DT_INT32', bool: 'DT_BOOL' } as const;
type TypeName = (typeof typeNames)[DType];

interface TensorShape {
  readonly dim: readonly { readonly size: string }[];
}

/** An attribute in protobuf's JSON form: whole numbers as text, text in base64. */
export type AttrValue =
  | { readonly type: TypeName }
  | { readonly b: boolean }
  | { readonly f: number }
  | { readonly i: string }
  | { readonly s: string }
  | { readonly list: { readonly i: readonly string[] } }
  | { readonly shape: TensorShape }
  | { readonly tensor: { readonly dtype: TypeName; readonly tensorShape: TensorShape } };

/** The forms of attributes, from plain values. */
export const attr = {
  type: (dtype: DType): AttrValue => ({ type: typeNames[dtype] }),
  flag: (b: boolean): AttrValue => ({ b }),
  float: (f: number): AttrValue => ({ f }),
  whole: (i: number): AttrValue => ({ i: String(i) }),
  text: (s: string): AttrValue => ({ s: Buffer.from(s, 'utf8').toString('base64') }),
  wholes: (list: readonly number[]): AttrValue => ({ list: { i: list.map(String) } }),
  shape: (shape: readonly number[]): AttrValue => ({ shape: shapeOf(shape) }),
  tensor: ({ dtype, shape }: TensorType): AttrValue => ({
    tensor: { dtype: typeNames[dtype], tensorShape: shapeOf(shape) },
  }),
} as const;

function shapeOf(shape: readonly number[]): TensorShape {
  return { dim: shape.map((size) => ({ size: String(size) })) };
}

/** One operation with one output, named as the node. */
export interface GraphModelNode {
  readonly name: string;
  readonly op: string;
  readonly input: readonly string[];
  readonly attr: Readonly<Record<string, AttrValue>>;
}

/** A placeholder or a result: what programs call it, and its node. */
export interface GraphModelPort extends TensorType {
  readonly key: string;
  readonly node: string;
}

/** Numbers of a `Const` node. */
export interface GraphModelWeight extends TensorData {
  readonly name: string;
}

export interface GraphModel {
  readonly inputs: readonly GraphModelPort[];
  readonly outputs: readonly GraphModelPort[];
  readonly nodes: readonly GraphModelNode[];
  readonly weights: readonly GraphModelWeight[];
}

/** The files of a model, as `tf.loadGraphModel` reads them. */
export interface GraphModelFiles {
  /** `model.json`. */
  readonly model: string;
  /** `weights.bin`, which `model.json` names. */
  readonly weights: Uint8Array;
}

/**
 * @param generatedBy Name and version of the program that wrote it.
 * @source tfjs-converter, `ModelJSON` in tfjs-core/src/io/types.ts.
 */
export function encodeGraphModel(
  { inputs, outputs, nodes, weights }: GraphModel,
  generatedBy: string,
): GraphModelFiles {
  const specs = weights.map(({ name, shape, dtype }) => ({ name, shape, dtype }));
  const model = {
    format: 'graph-model',
    generatedBy,
    convertedBy: null,
    signature: { inputs: ports(inputs), outputs: ports(outputs) },
    modelTopology: { node: nodes, library: {}, versions: { producer: 0, minConsumer: 0 } },
    weightsManifest: [{ paths: ['weights.bin'], weights: specs }],
  };
  const bytes = weights.map(({ data }) =>
    Buffer.from(data.buffer, data.byteOffset, data.byteLength),
  );
  return { model: `${JSON.stringify(model)}\n`, weights: Buffer.concat(bytes) };
}

function ports(list: readonly GraphModelPort[]): object {
  return Object.fromEntries(
    list.map(({ key, node, dtype, shape }) => [
      key,
      { name: `${node}:0`, dtype: typeNames[dtype], tensorShape: shapeOf(shape) },
    ]),
  );
}
