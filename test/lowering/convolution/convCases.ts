/** The cases of the three kernels of convolutions, each with the sizes of its convolution. */
import { geometryOf, type ConvGeometry } from '../../../src/lowering/convolution/geometry.js';
import { caseGraph, kernelCases, type KernelCase } from '../../oracle/kernelCases.js';

const methods = {
  Conv2D: 'forward',
  Conv2DBackpropInput: 'inputGradient',
  Conv2DBackpropFilter: 'filterGradient',
} as const;

export interface ConvCase {
  readonly one: KernelCase;
  readonly geometry: ConvGeometry;
  /** The lowering of the kernel. */
  readonly method: (typeof methods)[keyof typeof methods];
}

function isConvolution(kernel: string): kernel is keyof typeof methods {
  return kernel in methods;
}

function geometryOfCase(one: KernelCase): ConvGeometry {
  const [a, b] = one.inputs.map(({ shape }) => shape);
  const y = caseGraph(one).types.at(-1)?.shape;
  if (a === undefined || b === undefined || y === undefined) throw new Error('not a convolution');
  if (one.kernel === 'Conv2D') return geometryOf(a, b, y, one.attributes);
  if (one.kernel === 'Conv2DBackpropInput') return geometryOf(y, b, a, one.attributes);
  if (one.kernel === 'Conv2DBackpropFilter') return geometryOf(a, y, b, one.attributes);
  throw new Error('not a convolution');
}

export const convCases: readonly ConvCase[] = kernelCases.flatMap((one) =>
  isConvolution(one.kernel)
    ? [{ one, geometry: geometryOfCase(one), method: methods[one.kernel] }]
    : [],
);
