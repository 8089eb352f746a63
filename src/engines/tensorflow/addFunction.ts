/** A graph as one function of TensorFlow. */
import { InternalError } from '../../diagnostics/errors.js';
import { sameType } from '../../ir/sameType.js';
import { typeText, type DType, type Shape, type TensorType } from '../../ir/tensorType.js';
import type {
  TensorFlowNode,
  TypedTensorFlowGraph,
} from '../../lowering/tensorflow/tensorflowGraph.js';
import type { TensorFlowContext } from './context.js';
import { setAttribute } from './setAttribute.js';
import { typeNumbers } from './tensors.js';

/**
 * Makes a graph known to a context as a function, whose parameters and results are the inputs and outputs of the graph.
 * @throws InternalError where TensorFlow finds another shape or type for a node than ganspec.
 */
export function addFunction(
  context: TensorFlowContext,
  graph: TypedTensorFlowGraph,
  name: string,
): void {
  const { api, address } = context;
  const body = api.TF_NewGraph();
  try {
    const operations = new Operations();
    for (const node of graph.nodes) {
      const operation = addOperation(context, body, node, operations);
      operations.set(node.name, operation);
      checkType(node, typeOfOutput(context, body, operation), graph.types.get(node.name));
    }
    const [inputs, outputs] = [graph.inputs, graph.outputs].map((ports) =>
      operations.outputs(ports.map(({ node }) => node)),
    );
    const counts = [graph.inputs.length, graph.outputs.length] as const;
    // Of all operations; outputs keep the names of their nodes.
    const made = context.checked((status) =>
      api.TF_GraphToFunction(
        ...([body, name, 0, -1, null, counts[0], inputs ?? null] as const),
        ...([counts[1], outputs ?? null, null, null, null, status] as const),
      ),
    );
    context.checked((status) => {
      api.TFE_ContextAddFunction(address, made, status);
    });
    api.TF_DeleteFunction(made);
  } finally {
    api.TF_DeleteGraph(body);
  }
}

/** The operations of a graph under construction, by the names of their nodes; each has one output. */
class Operations extends Map<string, bigint> {
  /** @throws InternalError where there is no such node yet. */
  of(node: string): bigint {
    const operation = this.get(node);
    if (operation === undefined) throw new InternalError(`there is no node "${node}" yet`);
    return operation;
  }

  /** A list of `TF_Output`: pairs of an operation and the number of its output, which is the first. */
  outputs(nodes: readonly string[]): BigUint64Array {
    return BigUint64Array.from(nodes.flatMap((node) => [this.of(node), 0n]));
  }
}

function addOperation(
  context: TensorFlowContext,
  body: bigint,
  node: TensorFlowNode,
  operations: Operations,
): bigint {
  const { api } = context;
  const { op, name, inputs, attributes } = node;
  const operation = api.TF_NewOperation(body, op, name);
  const listed = op === 'ConcatV2' ? inputs.length - 1 : 0;
  if (listed > 0) {
    api.TF_AddInputList(operation, operations.outputs(inputs.slice(0, listed)), listed);
  }
  for (const input of inputs.slice(listed)) {
    api.TF_AddInput(operation, { oper: operations.of(input), index: 0 });
  }
  for (const [key, value] of Object.entries(attributes)) {
    // TensorFlow infers the type of the operands.
    if (key !== 'T') setAttribute(context, operation, key, value);
  }
  return context.checked((status) => api.TF_FinishOperation(operation, status));
}

/** The type that TensorFlow finds by its own rules; −1 for a size that it does not know. */
function typeOfOutput(
  context: TensorFlowContext,
  body: bigint,
  operation: bigint,
): { readonly dtype: DType | undefined; readonly shape: Shape } {
  const { api } = context;
  const output = { oper: operation, index: 0 };
  const number = api.TF_OperationOutputType(output);
  const dtypes = Object.keys(typeNumbers) as DType[];
  const rank = context.checked((status) => api.TF_GraphGetTensorNumDims(body, output, status));
  const sizes = new BigInt64Array(Math.max(rank, 0)).fill(-1n);
  context.checked((status) => {
    if (rank > 0) api.TF_GraphGetTensorShape(body, output, sizes, rank, status);
  });
  return {
    dtype: dtypes.find((dtype) => typeNumbers[dtype] === number),
    shape: rank < 0 ? [-1] : Array.from(sizes, Number),
  };
}

function checkType(
  { op, name }: TensorFlowNode,
  found: { readonly dtype: DType | undefined; readonly shape: Shape },
  declared: TensorType | undefined,
): void {
  const dtype = found.dtype ?? 'float32';
  const type = { ...found, dtype };
  if (declared && found.dtype && sameType(type, declared)) return;
  const [here, there] = [declared ? typeText(declared) : 'no type', typeText(type)];
  throw new InternalError(`the node "${name}" (${op}) has ${here}, and ${there} by TensorFlow`);
}
