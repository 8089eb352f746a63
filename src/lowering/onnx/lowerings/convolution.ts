/** Lowerings of the three convolution kernels: the cheapest algorithm of each list. */
import { cheapest, type ConvAlgorithm } from '../convolution/algorithm.js';
import { geometryOf } from '../convolution/geometry.js';
import { phasedInputGradient } from '../convolution/phases.js';
import { im2colFilterGradient, im2colForward } from '../convolution/products.js';
import { scatteredInputGradient } from '../convolution/scatter.js';
import type { OnnxLowerings } from '../lowering.js';

/** Algorithms by kernel; a new one is a file and a line here. */
export const convAlgorithms = {
  Conv2D: [im2colForward],
  Conv2DBackpropInput: [phasedInputGradient, scatteredInputGradient],
  Conv2DBackpropFilter: [im2colFilterGradient],
} satisfies Record<string, readonly ConvAlgorithm[]>;

/** Lowerings by kernel. */
export const onnxConvolution = {
  Conv2D: ({ inputs: [x, filter], attributes, output }, onnx) => {
    const geometry = geometryOf(x.shape, filter.shape, output.shape, attributes);
    return cheapest(convAlgorithms.Conv2D, geometry).lower(x, filter, geometry, onnx);
  },
  Conv2DBackpropInput: ({ inputs: [dy, filter], attributes, output }, onnx) => {
    const geometry = geometryOf(output.shape, filter.shape, dy.shape, attributes);
    return cheapest(convAlgorithms.Conv2DBackpropInput, geometry).lower(dy, filter, geometry, onnx);
  },
  Conv2DBackpropFilter: ({ inputs: [x, dy], attributes, output }, onnx) => {
    const geometry = geometryOf(x.shape, output.shape, dy.shape, attributes);
    return cheapest(convAlgorithms.Conv2DBackpropFilter, geometry).lower(x, dy, geometry, onnx);
  },
} satisfies Partial<OnnxLowerings>;
