/** Lowerings of the three convolution kernels: the cheapest form of the convolution. */
import { cheapest, type ConvForm, type ConvLowerings } from '../convolution/convForm.js';
import { geometryOf, type ConvGeometry } from '../../convolution/geometry.js';
import type { OnnxLowerings } from '../lowering.js';
import type { OnnxBuilder } from '../onnxBuilder.js';

/** Lowerings by kernel, with the forms to choose from. Convolutions of equal sizes are prepared once. */
export function onnxConvolution(forms: readonly ConvForm[], onnx: OnnxBuilder) {
  const prepared = new Map<string, ConvLowerings>();
  const lowerings = (geometry: ConvGeometry): ConvLowerings => {
    const key = JSON.stringify(geometry);
    const known = prepared.get(key) ?? cheapest(forms, geometry).lowerings(geometry, onnx);
    prepared.set(key, known);
    return known;
  };
  return {
    Conv2D: ({ inputs: [x, filter], attributes, output }) => {
      const geometry = geometryOf(x.shape, filter.shape, output.shape, attributes);
      return lowerings(geometry).forward(x, filter);
    },
    Conv2DBackpropInput: ({ inputs: [dy, filter], attributes, output }) => {
      const geometry = geometryOf(output.shape, filter.shape, dy.shape, attributes);
      return lowerings(geometry).inputGradient(dy, filter);
    },
    Conv2DBackpropFilter: ({ inputs: [x, dy], attributes, output }) => {
      const geometry = geometryOf(x.shape, output.shape, dy.shape, attributes);
      return lowerings(geometry).filterGradient(x, dy);
    },
  } satisfies Partial<OnnxLowerings>;
}
