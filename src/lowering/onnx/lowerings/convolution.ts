/** Lowerings of the three convolution kernels: the cheapest form of the convolution. */
import { cheapest, type ConvForm } from '../convolution/convForm.js';
import { geometryOf } from '../convolution/geometry.js';
import type { OnnxLowerings } from '../lowering.js';

/** Lowerings by kernel, with the forms to choose from. */
export function onnxConvolution(forms: readonly ConvForm[]) {
  return {
    Conv2D: ({ inputs: [x, filter], attributes, output }, onnx) => {
      const geometry = geometryOf(x.shape, filter.shape, output.shape, attributes);
      return cheapest(forms, geometry).forward(x, filter, geometry, onnx);
    },
    Conv2DBackpropInput: ({ inputs: [dy, filter], attributes, output }, onnx) => {
      const geometry = geometryOf(output.shape, filter.shape, dy.shape, attributes);
      return cheapest(forms, geometry).inputGradient(dy, filter, geometry, onnx);
    },
    Conv2DBackpropFilter: ({ inputs: [x, dy], attributes, output }, onnx) => {
      const geometry = geometryOf(x.shape, output.shape, dy.shape, attributes);
      return cheapest(forms, geometry).filterGradient(x, dy, geometry, onnx);
    },
  } satisfies Partial<OnnxLowerings>;
}
