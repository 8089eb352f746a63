/** TensorFlow graphs that take batches of every size. */
import type { Shape, TensorType } from '../../ir/tensorType.js';
import type {
  TensorFlowGraph,
  TensorFlowInput,
  TensorFlowNode,
} from '../../lowering/tensorflow/tensorflowGraph.js';
import { GrowingLists, type ListConstant, type ListNode } from './growingLists.js';
import { operandsOf, type LoweredConstant } from './operands.js';
import { batchAxis, growthOf, type BatchAxis, type BatchSizes, type Pair } from './sizes.js';

/** Length of an axis that is as long as the caller's tensor. */
const anyLength = -1;

/**
 * Joins the graphs of one network at two batch sizes into one for every size.
 * @returns Undefined where the graphs have not one form, or no input begins with the batch.
 */
export function openTensorFlow(
  [graph, other]: Pair<TensorFlowGraph>,
  sizes: BatchSizes,
): TensorFlowGraph | undefined {
  const inputs = graph.inputs.map((port, at) => openPort([port, other.inputs[at] ?? port], sizes));
  const source = inputs.find(({ batch }) => batch?.axis === 0);
  const [nodes, others] = [operationsOf(graph), operationsOf(other)];
  const constants = [constantsOf(graph), constantsOf(other)] as const;
  const operands = nodes.map((node, at) => operandsOf([node, others[at]], constants, sizes));
  if (!source?.batch || !operands.every((list) => list !== undefined)) return undefined;
  const lists = new GrowingLists(source.port.node, source.batch.slope);
  const opened = nodes.map((node, at) => {
    const isShape = (place: number): boolean => node.op === 'Reshape' && place === 1;
    const names = operands[at]?.map((operand, place) => lists.nameOf(operand, isShape(place)));
    return { ...node, inputs: names ?? [] };
  });
  const computed = [...lists.nodes.map(listNode), ...opened];
  const used = new Set(computed.flatMap((node) => node.inputs));
  const fixed = graph.nodes.filter(({ op }) => op === 'Const');
  return {
    ...graph,
    inputs: inputs.map(({ port }) => port),
    nodes: [
      ...graph.nodes.filter(({ op }) => op === 'Placeholder').map((node) => reshaped(node, inputs)),
      ...[...fixed, ...lists.constants.map(listConstant)].filter(({ name }) => used.has(name)),
      ...computed,
    ],
    outputs: graph.outputs.map((port, at) => {
      return openPort([port, other.outputs[at] ?? port], sizes).port;
    }),
  };
}

/** Nodes that compute. */
function operationsOf({ nodes }: TensorFlowGraph): readonly TensorFlowNode[] {
  return nodes.filter(({ op }) => op !== 'Const' && op !== 'Placeholder');
}

function constantsOf({ nodes }: TensorFlowGraph): ReadonlyMap<string, LoweredConstant> {
  return new Map(
    nodes.flatMap(({ name, attributes: { value } }) =>
      value && 'tensor' in value ? [[name, value.tensor] as const] : [],
    ),
  );
}

interface OpenPort<Port extends TensorType> {
  readonly port: Port;
  readonly batch: BatchAxis | undefined;
}

/** A tensor of the caller whose batch axis may have any length. */
function openPort<Port extends TensorType>(
  [port, other]: Pair<Port>,
  sizes: BatchSizes,
): OpenPort<Port> {
  const growth = growthOf([port.shape, other.shape], sizes);
  const batch = growth && batchAxis(growth);
  if (!batch) return { port, batch };
  const shape: Shape = port.shape.map((size, axis) => (axis === batch.axis ? anyLength : size));
  return { port: { ...port, shape }, batch };
}

/** A placeholder of the shape that its input has now. */
function reshaped(
  node: TensorFlowNode,
  inputs: readonly OpenPort<TensorFlowInput>[],
): TensorFlowNode {
  const input = inputs.find(({ port }) => port.node === node.name);
  if (!input) return node;
  return { ...node, attributes: { ...node.attributes, shape: { shape: input.port.shape } } };
}

const operations = {
  Shape: 'Shape',
  Slice: 'Slice',
  Multiply: 'Mul',
  Add: 'AddV2',
  Divide: 'FloorDiv',
} as const;

function listNode({ name, op, inputs }: ListNode): TensorFlowNode {
  return { name, op: operations[op], inputs, attributes: { T: { type: 'int32' } } };
}

function listConstant({ name, values }: ListConstant): TensorFlowNode {
  const tensor = { dtype: 'int32', shape: [values.length], data: Int32Array.from(values) } as const;
  const attributes = { dtype: { type: 'int32' }, value: { tensor } } as const;
  return { name, op: 'Const', inputs: [], attributes };
}
