/** The operands of a convolution and its gradients, their results in float64, and errors relative to these. */
import type { ConvGeometry } from '../../../src/lowering/convolution/geometry.js';
import { sizeOf, type Shape } from '../../../src/ir/tensorType.js';
import { interpretKernel } from '../../../src/oracle/interpret.js';
import { randomNumbers } from '../../oracle/random.js';

export interface ConvOperands<Value> {
  readonly x: Value;
  readonly filter: Value;
  readonly dy: Value;
}

export function operandShapes(geometry: ConvGeometry): ConvOperands<Shape> {
  const { batch, height, width, channels, filters } = geometry;
  return {
    x: [batch, height, width, channels],
    filter: [geometry.kernelHeight, geometry.kernelWidth, channels, filters],
    dy: [batch, geometry.outHeight, geometry.outWidth, filters],
  };
}

export function randomOperands(geometry: ConvGeometry): ConvOperands<Float32Array> {
  const { x, filter, dy } = operandShapes(geometry);
  return { x: values(x, 1), filter: values(filter, 2), dy: values(dy, 3) };
}

function values(shape: Shape, seed: number): Float32Array {
  const next = randomNumbers(seed);
  return Float32Array.from({ length: sizeOf(shape) }, () => next() - 0.5);
}

/** y, dx and dw in float64, from the definition. */
export function exactResults(geometry: ConvGeometry, given: ConvOperands<Float32Array>) {
  const shapes = operandShapes(geometry);
  const operand = (name: keyof ConvOperands<unknown>) => ({
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

/** The norm of the differences over the norm of the exact numbers. */
export function relativeError(found: readonly number[], exactly: ArrayLike<number>): number {
  const norm = (numbers: readonly number[]) =>
    Math.sqrt(numbers.reduce((sum, number) => sum + number * number, 0));
  const numbers = Array.from(exactly);
  return norm(found.map((value, at) => value - (numbers[at] ?? NaN))) / norm(numbers);
}
