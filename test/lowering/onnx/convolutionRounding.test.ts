/** The rounding of every form of a convolution in float32, against float64. */
import { expect, it } from 'vitest';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { ConvForm } from '../../../src/lowering/onnx/convolution/convForm.js';
import { convForms, nativeForms } from '../../../src/lowering/onnx/convolution/forms.js';
import type { ConvGeometry } from '../../../src/lowering/onnx/convolution/geometry.js';
import { OnnxBuilder } from '../../../src/lowering/onnx/onnxBuilder.js';
import { encodeModel } from '../../../src/lowering/onnx/onnxModel.js';
import { sizeOf, type Shape } from '../../../src/ir/tensorType.js';
import { interpretKernel } from '../../../src/oracle/interpret.js';
import { randomNumbers } from '../../oracle/random.js';
import { squareGeometry } from './squareGeometry.js';

interface Operands<Value> {
  readonly x: Value;
  readonly filter: Value;
  readonly dy: Value;
}

function shapesOf(geometry: ConvGeometry): Operands<Shape> {
  const { batch, height, width, channels, filters } = geometry;
  return {
    x: [batch, height, width, channels],
    filter: [geometry.kernelHeight, geometry.kernelWidth, channels, filters],
    dy: [batch, geometry.outHeight, geometry.outWidth, filters],
  };
}

function values(shape: Shape, seed: number): Float32Array {
  const next = randomNumbers(seed);
  return Float32Array.from({ length: sizeOf(shape) }, () => next() - 0.5);
}

/** y, dx and dw in float64, from the definition. */
function exact(geometry: ConvGeometry, given: Operands<Float32Array>) {
  const shapes = shapesOf(geometry);
  const operand = (name: keyof Operands<unknown>) => ({
    dtype: 'float32' as const,
    shape: shapes[name],
    data: Float64Array.from(given[name]),
  });
  const { strides, padding } = geometry;
  const attributes = { strides, padding };
  const { x, filter, dy } = { x: operand('x'), filter: operand('filter'), dy: operand('dy') };
  return [
    interpretKernel('Conv2D', [x, filter], attributes),
    interpretKernel('Conv2DBackpropInput', [dy, filter], { ...attributes, inputShape: shapes.x }),
    interpretKernel('Conv2DBackpropFilter', [x, dy], { ...attributes, filterShape: shapes.filter }),
  ].map(({ data }) => data);
}

/** y, dx and dw in float32, in a form. */
async function rounded(form: ConvForm, geometry: ConvGeometry, given: Operands<Float32Array>) {
  const onnx = new OnnxBuilder();
  const lowerings = form.lowerings(geometry, onnx);
  const shapes = shapesOf(geometry);
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

/** The norm of the differences over the norm of the exact numbers. */
function relativeError(found: readonly number[], exactly: ArrayLike<number>): number {
  const norm = (numbers: readonly number[]) =>
    Math.sqrt(numbers.reduce((sum, number) => sum + number * number, 0));
  const numbers = Array.from(exactly);
  return norm(found.map((value, at) => value - (numbers[at] ?? NaN))) / norm(numbers);
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
    const shapes = shapesOf(geometry);
    const given = {
      x: values(shapes.x, 1),
      filter: values(shapes.filter, 2),
      dy: values(shapes.dy, 3),
    };
    const expected = exact(geometry, given);
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
