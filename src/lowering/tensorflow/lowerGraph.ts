/** A KernelGraph as a graph model whose state inputs are weights. */
import { callOf, typeOf } from '../../ir/kernelCall.js';
import { arrayOf } from '../../engines/sessionInputs.js';
import { InternalError } from '../../diagnostics/errors.js';
import type { KernelGraph, KernelNode, ValueId } from '../../ir/kernelGraph.js';
import type { KernelName } from '../../ir/kernels.js';
import type { TensorMap } from '../../ir/tensorType.js';
import type { GraphModel } from '../../export/graphModel.js';
import { GraphModelBuilder, type GraphModelValue } from './graphModelBuilder.js';
import type { Lowerings } from './lowering.js';
import { contractionLowerings } from './lowerings/contraction.js';
import { elementwiseLowerings } from './lowerings/elementwise.js';
import { layoutLowerings } from './lowerings/layout.js';

/** One lowering for each kernel. */
const lowerings: Lowerings = {
  ...elementwiseLowerings,
  ...layoutLowerings,
  ...contractionLowerings,
};

/** A model, and the names in it that differ from those of the graph. */
export interface LoweredGraph {
  readonly model: GraphModel;
  /** Names of inputs, state and results that are no names of nodes, with the ones they got. */
  readonly mapped: ReadonlyMap<string, string>;
}

/**
 * Feeds become placeholders, state becomes weights; results keep their names.
 * @param state Has every state input of the graph.
 */
export function lowerGraph(graph: KernelGraph, state: TensorMap): LoweredGraph {
  const model = new GraphModelBuilder();
  const values = new Map<ValueId, GraphModelValue>();
  for (const { name, value, kind } of graph.inputs) {
    const tensor = state.get(name);
    if (kind === 'feed') values.set(value, model.input(name, typeOf(graph, value)));
    else if (tensor) values.set(value, model.weight(name, tensor));
    else throw new InternalError(`graph ${graph.name} reads "${name}", which the state lacks`);
  }
  for (const { value, content } of graph.constants) {
    const type = typeOf(graph, value);
    const data = 'data' in content ? arrayOf[type.dtype].from(content.data) : undefined;
    if (data) values.set(value, model.constant({ ...type, data }));
    else if ('fill' in content) values.set(value, model.fill(content.fill, type));
  }
  const valueOf = (id: ValueId): GraphModelValue => {
    const value = values.get(id);
    if (value === undefined) throw new InternalError(`graph ${graph.name} uses %${id} too early`);
    return value;
  };
  for (const node of graph.nodes) {
    values.set(node.output, lowerNode(node, graph, valueOf, model));
  }
  const results = graph.outputs.filter(({ kind }) => kind === 'result');
  const finished = model.finish(results.map(({ name, value }) => [name, valueOf(value)]));
  return { model: finished, mapped: model.mapped };
}

function lowerNode<K extends KernelName>(
  node: KernelNode<K>,
  graph: KernelGraph,
  valueOf: (id: ValueId) => GraphModelValue,
  model: GraphModelBuilder,
): GraphModelValue {
  return lowerings[node.kernel](callOf(node, graph, valueOf), model);
}
