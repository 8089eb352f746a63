/** The rounding of every form of a convolution in float32, against float64. */
import { expect, it } from 'vitest';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { ConvForm } from '../../../src/lowering/onnx/convolution/convForm.js';
import { convForms, nativeForms } from '../../../src/lowering/onnx/convolution/forms.js';
import type { ConvGeometry } from '../../../src/lowering/convolution/geometry.js';
import { OnnxBuilder } from '../../../src/lowering/onnx/onnxBuilder.js';
import { encodeModel } from '../../../src/lowering/onnx/onnxModel.js';
import {
  exactResults,
  operandShapes,
  randomOperands,
  relativeError,
  type ConvOperands,
} from '../convolution/rounding.js';
import { squareGeometry } from '../convolution/squareGeometry.js';

/** y, dx and dw in float32, in a form. */
async function rounded(form: ConvForm, geometry: ConvGeometry, given: ConvOperands<Float32Array>) {
  const onnx = new OnnxBuilder();
  const lowerings = form.lowerings(geometry, onnx);
  const shapes = operandShapes(geometry);
  const [x, filter, dy] = [
    onnx.input('x', 'float32', shapes.x),
    onnx.input('filter', 'float32', shapes.filter),
    onnx.input('dy', 'float32', shapes.dy),
  ];
  const model = onnx.finish('convolution', [
    lowerings.forward(x, filter),
    lowerings.inputGradient(dy, filter),
    lowerings.filterGradient(x, dy),
  ]);
  const session = await InferenceSession.create(encodeModel(model), { logSeverityLevel: 3 });
  const results = await session.run({
    x: new Tensor('float32', given.x, [...shapes.x]),
    filter: new Tensor('float32', given.filter, [...shapes.filter]),
    dy: new Tensor('float32', given.dy, [...shapes.dy]),
  });
  await session.release();
  return model.outputs.map(({ name }) => [...(results[name]?.data as Float32Array)]);
}

it.each([
  [2, 8, 48, 32, 3, 1],
  [2, 7, 48, 32, 5, 1],
  [2, 8, 32, 48, 4, 2],
  [2, 14, 16, 48, 5, 2],
  // Tiles enough to be kept row by row.
  [260, 8, 4, 5, 3, 1],
  [260, 16, 3, 4, 4, 2],
  [260, 14, 1, 8, 5, 2],
])(
  'of every form is at most 7e-7 for %i images of %i × %i, %i filters, taps %i, stride %i',
  async (...sizes) => {
    const geometry = squareGeometry(sizes);
    const given = randomOperands(geometry);
    const expected = exactResults(geometry, given);
    const applying = [...convForms, ...nativeForms].filter(
      (form) => form.cost(geometry) !== undefined,
    );
    expect(applying.length).toBeGreaterThan(4);
    for (const form of applying) {
      const found = await rounded(form, geometry, given);
      const errors = found.map((numbers, at) => relativeError(numbers, expected[at] ?? []));
      for (const error of errors) expect(error).toBeLessThan(7e-7);
    }
  },
);
