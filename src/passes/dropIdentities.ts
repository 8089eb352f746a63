/** Removes kernels that return their input. */
import type { GraphEditor } from '../ir/graphEditor.js';
import type { KernelNode, ValueId } from '../ir/kernelGraph.js';
import type { KernelName } from '../ir/kernels.js';
import { ruleFor } from '../ir/rewrite.js';
import { sameType } from '../ir/sameType.js';
import { rewritePass } from './pass.js';

/** Kernels that return their first operand unchanged where the output has its type. */
export const identityAtSameType: ReadonlySet<KernelName> = new Set<KernelName>([
  'Reshape',
  'Cast',
  'BroadcastTo',
  'Tile',
  'Slice',
  'PadV2',
  'Concat',
  'UpSampleNearest',
  'UpSampleNearestGrad',
]);

/** The first operand, if the node returns it unchanged. */
function inputIf<K extends KernelName>(node: KernelNode<K>, holds: boolean): ValueId | undefined {
  return holds ? node.inputs[0] : undefined;
}

function keepsType<K extends KernelName>(
  node: KernelNode<K>,
  edit: GraphEditor,
): ValueId | undefined {
  const [x] = node.inputs;
  if (x === undefined) return undefined;
  return sameType(edit.type(x), edit.type(node.output)) ? x : undefined;
}

function reducesNothing(
  { inputs, output, attributes }: KernelNode<'Sum' | 'Mean' | 'Max' | 'Min'>,
  edit: GraphEditor,
): ValueId | undefined {
  const [x] = inputs;
  if (x === undefined) return undefined;
  const trivial = attributes.axis.every((axis) => edit.shape(x)[axis] === 1);
  return trivial ? edit.reshape(x, edit.shape(output)) : undefined;
}

/** The pass. `StopGradient` is removed since graphs are differentiated before the passes. */
export const dropIdentities = rewritePass(
  'dropIdentities',
  'kernels that give back what they get are left out',
  {
    StopGradient: (node) => node.inputs[0],
    ...ruleFor(identityAtSameType, keepsType),
    ClipByValue: (node) => {
      const { clipValueMin, clipValueMax } = node.attributes;
      return inputIf(node, clipValueMin === -Infinity && clipValueMax === Infinity);
    },
    Reverse: (node, edit) =>
      inputIf(
        node,
        node.attributes.dims.every((axis) => edit.shape(node.output)[axis] === 1),
      ),
    Transpose: ({ inputs: [x], output, attributes: { perm } }, edit) => {
      if (x === undefined) return undefined;
      // The order of axes of size 1 does not matter.
      const moved = perm.filter((axis) => edit.shape(x)[axis] !== 1);
      const inOrder = moved.every((axis, place) => axis > (moved[place - 1] ?? -1));
      return inOrder ? edit.reshape(x, edit.shape(output)) : undefined;
    },
    Sum: reducesNothing,
    Mean: reducesNothing,
    Max: reducesNothing,
    Min: reducesNothing,
  },
);
