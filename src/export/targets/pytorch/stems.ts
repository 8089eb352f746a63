/** Names of variables by what is computed. */
import type { AnyKernelNode } from '../../../ir/kernelGraph.js';
import type { PythonText } from './expression.js';

const stems: Readonly<Record<string, string>> = {
  BatchMatMul: 'product',
  Conv2D: 'convolved',
  Conv2DBackpropInput: 'convolved',
  Rsqrt: 'inverse',
  Sum: 'total',
  Mean: 'mean',
  Max: 'largest',
  Min: 'smallest',
  Square: 'squares',
  Sqrt: 'root',
  Exp: 'powers',
  Log: 'logarithm',
  Reshape: 'reshaped',
  Transpose: 'turned',
  Concat: 'joined',
  Slice: 'part',
  Greater: 'mask',
  Less: 'mask',
  Equal: 'mask',
  StopGradient: 'fixed',
  Sub: 'difference',
  RealDiv: 'ratio',
  Multiply: 'scaled',
  Add: 'total',
};

/** A name for the value of an expression. @param node That computes it, where there is one. */
export function stemOf(node: AnyKernelNode | undefined, { text }: PythonText): string {
  const drawn = /draws\.\w+\("(?:[^"]*\/)?(\w+)"/.exec(text)?.[1];
  return drawn ?? (node && stems[node.kernel]) ?? 'value';
}
