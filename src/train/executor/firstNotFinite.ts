/** The first tensor of a graph's run that has numbers which are not finite. */
import type { Engine } from '../../engines/engine.js';
import type { AnyKernelNode, KernelGraph, ValueId } from '../../ir/kernelGraph.js';
import { inferType } from '../../ir/shapeRules/shapeRules.js';
import {
  sizeOf,
  typeText,
  type TensorData,
  type TensorMap,
  type TensorType,
} from '../../ir/tensorType.js';
import { typeOf } from '../../ir/typeOf.js';
import { tensorsNotFinite } from '../tensorsNotFinite.js';

/** An input, a state tensor or the output of a node. */
export type NotFinite =
  | { readonly kind: 'state'; readonly name: string }
  | {
      readonly kind: 'feed';
      readonly name: string;
      /** Position of the first such number along the first axis. */
      readonly row: number;
    }
  | {
      readonly kind: 'node';
      readonly kernel: string;
      /** JSON Pointer of the part of the spec that the node comes from; empty where there is none. */
      readonly origin: string;
      /** Type as text, as in `f32[64,1]`. */
      readonly type: string;
      /** Node of the gradients and the update, which follow the losses. */
      readonly isAfterLoss: boolean;
    };

/**
 * Runs a graph once more, with a check of every node.
 * @param state Before the run.
 * @param feeds All inputs of the run.
 * @returns undefined where every number is finite.
 */
export async function firstNotFinite(
  engine: Engine,
  graph: KernelGraph,
  state: TensorMap,
  feeds: TensorMap,
): Promise<NotFinite | undefined> {
  const [feed] = tensorsNotFinite(feeds);
  if (feed !== undefined) return { kind: 'feed', name: feed, row: firstRow(feeds.get(feed)) };
  const read = new Set(graph.inputs.map(({ name }) => name));
  const [broken] = tensorsNotFinite(state).filter((name) => read.has(name));
  if (broken !== undefined) return { kind: 'state', name: broken };
  const checked = withChecks(graph);
  const session = await engine.prepare([checked]);
  try {
    await session.writeState(new Map([...state].filter(([name]) => read.has(name))));
    const results = await session.run(graph.name, feeds);
    const at = graph.nodes.findIndex(
      ({ output }) => !Number.isFinite(results.get(checkName(output))?.data[0] ?? 0),
    );
    const node = graph.nodes[at];
    return node && nodeFound(graph, node, at);
  } finally {
    await session.dispose();
  }
}

function firstRow(tensor: TensorData | undefined): number {
  if (!tensor) return 0;
  const { data, shape } = tensor;
  const at = data.findIndex((value: number) => !Number.isFinite(value));
  return Math.floor(at / sizeOf(shape.slice(1)));
}

function nodeFound(graph: KernelGraph, node: AnyKernelNode, at: number): NotFinite {
  const losses = graph.outputs.filter(({ name }) => name.endsWith('Loss'));
  const last = graph.nodes.findLastIndex(({ output }) =>
    losses.some(({ value }) => value === output),
  );
  const { kernel, origin, output } = node;
  const type = typeText(typeOf(graph, output));
  return { kind: 'node', kernel, origin, type, isAfterLoss: at > last };
}

const checkName = (value: ValueId): string => `check/${value}`;

/** The graph with one result for each float node, `sum(0 · x)`: 0 where all of its numbers are finite, else NaN. */
function withChecks(graph: KernelGraph): KernelGraph {
  const types: TensorType[] = [...graph.types];
  const add = (type: TensorType): ValueId => types.push(type) - 1;
  const scalar: TensorType = { dtype: 'float32', shape: [] };
  const zero = add(scalar);
  const checks = graph.nodes.flatMap((node) => {
    const type = typeOf(graph, node.output);
    if (type.dtype !== 'float32') return [];
    const attributes = { axis: type.shape.map((_, axis) => axis), keepDims: false };
    const product = add(type);
    const sum = add(inferType('Sum', [type], attributes));
    const nodes: AnyKernelNode[] = [
      {
        kernel: 'Multiply',
        inputs: [node.output, zero],
        attributes: {},
        output: product,
        origin: '',
      },
      { kernel: 'Sum', inputs: [product], attributes, output: sum, origin: '' },
    ];
    return [{ nodes, output: { name: checkName(node.output), value: sum } }];
  });
  return {
    ...graph,
    types,
    constants: [...graph.constants, { value: zero, content: { fill: 0 } }],
    nodes: [...graph.nodes, ...checks.flatMap(({ nodes }) => nodes)],
    outputs: checks.map(({ output }) => ({ ...output, kind: 'result' })),
  };
}
