/** ONNX models that take batches of every size. */
import type {
  OnnxDimension,
  OnnxInitializer,
  OnnxModel,
  OnnxNode,
  OnnxTensorInfo,
} from '../../lowering/onnx/onnxModel.js';
import { GrowingLists, type ListConstant, type ListNode } from './growingLists.js';
import { operandsOf } from './operands.js';
import { batchAxis, growthOf, type BatchAxis, type BatchSizes, type Pair } from './sizes.js';

/**
 * Joins the models of one network at two batch sizes into one for every size.
 * @returns Undefined where the models have not one form, or no input begins with the batch.
 */
export function openOnnx(
  [model, other]: Pair<OnnxModel>,
  sizes: BatchSizes,
): OnnxModel<OnnxDimension> | undefined {
  const inputs = model.inputs.map((info, at) => openInfo([info, other.inputs[at] ?? info], sizes));
  const source = inputs.find(({ batch }) => batch?.axis === 0);
  const constants = [byName(model.initializers), byName(other.initializers)] as const;
  const operands = model.nodes.map((node, at) =>
    operandsOf([node, other.nodes[at]], constants, sizes),
  );
  if (!source?.batch || !operands.every((list) => list !== undefined)) return undefined;
  const lists = new GrowingLists(source.info.name, source.batch.slope);
  const opened = model.nodes.map((node, at) => {
    const isShape = (place: number): boolean => node.opType === 'Reshape' && place === 1;
    const names = operands[at]?.map((operand, place) => lists.nameOf(operand, isShape(place)));
    return { ...node, inputs: names ?? [] };
  });
  const nodes = [...lists.nodes.map(listNode), ...opened];
  const used = new Set(nodes.flatMap((node) => node.inputs));
  const initializers = [...model.initializers, ...lists.constants.map(listInitializer)];
  return {
    name: model.name,
    inputs: inputs.map(({ info }) => info),
    initializers: initializers.filter(({ name }) => used.has(name)),
    nodes,
    outputs: model.outputs.map((info, at) => {
      return openInfo([info, other.outputs[at] ?? info], sizes).info;
    }),
  };
}

function byName(initializers: OnnxModel['initializers']) {
  return new Map(initializers.map(({ name, ...numbers }) => [name, numbers]));
}

interface OpenInfo {
  readonly info: OnnxTensorInfo<OnnxDimension>;
  readonly batch: BatchAxis | undefined;
}

/** A tensor of the caller whose batch axis has a name: `batch`, or the part of it that the packs of a batch are. */
function openInfo([info, other]: Pair<OnnxTensorInfo>, sizes: BatchSizes): OpenInfo {
  const growth = growthOf([info.shape, other.shape], sizes);
  const batch = growth && batchAxis(growth);
  if (!batch) return { info, batch };
  const name = batch.slope === sizes.unit ? 'batch' : `batch / ${sizes.unit / batch.slope}`;
  const shape = info.shape.map((size, axis) => (axis === batch.axis ? name : size));
  return { info: { ...info, shape }, batch };
}

const operators = { Shape: 'Shape', Slice: 'Slice', Multiply: 'Mul', Add: 'Add', Divide: 'Div' };

function listNode({ name, op, inputs }: ListNode): OnnxNode {
  const opType = operators[op];
  return { opType, domain: '', inputs, outputs: [name], attributes: {}, origin: '' };
}

function listInitializer({ name, values }: ListConstant): OnnxInitializer {
  const data = BigInt64Array.from(values, BigInt);
  return { name, dtype: 'int64', shape: [values.length], data };
}
