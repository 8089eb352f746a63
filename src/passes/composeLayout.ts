/** Merges consecutive reshapes, transposes and slices. */
import type { GraphEditor } from '../ir/graphEditor.js';
import type { RewriteRule } from '../ir/rewrite.js';
import type { ValueId } from '../ir/kernelGraph.js';
import { rewritePass } from './pass.js';

const reshape: RewriteRule<'Reshape'> = ({ inputs: [x = -1], attributes }, edit) => {
  const [source] = edit.producerOf('Reshape', x)?.inputs ?? [];
  return source === undefined ? undefined : edit.reshape(source, attributes.shape);
};

const transpose: RewriteRule<'Transpose'> = ({ inputs: [x = -1], attributes }, edit) => {
  const before = edit.producerOf('Transpose', x);
  if (before === undefined) return undefined;
  const perm = attributes.perm.map((axis) => before.attributes.perm[axis] ?? axis);
  return edit.emit('Transpose', before.inputs, { perm });
};

const slice: RewriteRule<'Slice'> = ({ inputs: [x = -1], attributes: { begin, size } }, edit) => {
  const before = edit.producerOf('Slice', x);
  if (before !== undefined) {
    const start = begin.map((offset, axis) => offset + (before.attributes.begin[axis] ?? 0));
    return edit.emit('Slice', before.inputs, { begin: start, size });
  }
  return sliceOfConcat(x, begin, size, edit);
};

/** Replaces a slice within one of the concatenated tensors by a slice of that tensor. */
function sliceOfConcat(
  x: ValueId,
  begin: readonly number[],
  size: readonly number[],
  edit: GraphEditor,
): ValueId | undefined {
  const concat = edit.producerOf('Concat', x);
  if (concat === undefined) return undefined;
  const { axis } = concat.attributes;
  const first = begin[axis] ?? 0;
  let start = 0;
  for (const part of concat.inputs) {
    const end = start + (edit.shape(part)[axis] ?? 0);
    if (first >= start && first + (size[axis] ?? 0) <= end) {
      return edit.emit('Slice', [part], { begin: begin.with(axis, first - start), size });
    }
    start = end;
  }
  return undefined;
}

/** The pass. */
export const composeLayout = rewritePass(
  'composeLayout',
  'reshapes, transposes and slices that follow each other become one, and a slice of joined tensors a slice of one of them',
  { Reshape: reshape, Transpose: transpose, Slice: slice },
);
