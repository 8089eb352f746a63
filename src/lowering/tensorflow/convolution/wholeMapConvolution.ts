/**
 * A convolution by transforms of whole maps: y = Y · ((W · w) ∗ (X · x)), where ∗ multiplies [batch, channels] by
 * [channels, filters] in each row. With the positions of the map first, each transform is one product of two matrices.
 * TensorFlow computes equal operations once, so that the three kernels share X · x, W · w and Yᵀ · dy.
 */
import { sizeOf, type Shape } from '../../../ir/tensorType.js';
import { axesOf, wholeAxis } from '../../convolution/axis.js';
import { bilinearForm, type BilinearForm, type Matrix } from '../../convolution/bilinearForm.js';
import { tapsOf, type ConvGeometry } from '../../convolution/geometry.js';
import { reshaped } from '../shapes.js';
import type { TensorFlowBuilder, TensorFlowValue } from '../tensorflowBuilder.js';
import { fromCells, toCells } from './cells.js';

export class WholeMapConvolution {
  readonly #x: TensorFlowValue;
  readonly #w: TensorFlowValue;
  readonly #y: TensorFlowValue;

  constructor(
    private readonly geometry: ConvGeometry,
    private readonly graph: TensorFlowBuilder,
  ) {
    const [vertical, horizontal] = axesOf(geometry);
    const form = bilinearForm(geometry, wholeAxis(vertical), wholeAxis(horizontal));
    this.#x = matrix(form.x, graph);
    this.#w = matrix(byPlace(form, geometry), graph);
    this.#y = matrix(form.y, graph);
  }

  /** @returns y */
  forward(x: TensorFlowValue, filter: TensorFlowValue): TensorFlowValue {
    const { batch, outHeight, outWidth, filters } = this.geometry;
    const product = this.#rowByRow(this.#inputTransform(x), this.#filterTransform(filter), {});
    const cells = this.#transform(this.#y, product, true);
    return fromCells(cells, [batch, outHeight, outWidth, filters], [1, 1], this.graph);
  }

  /** @returns the gradient with respect to x */
  inputGradient(dy: TensorFlowValue, filter: TensorFlowValue): TensorFlowValue {
    const { batch, height, width, channels, strides } = this.geometry;
    const [left, right] = [this.#outputTransform(dy), this.#filterTransform(filter)];
    const cells = this.#transform(this.#x, this.#rowByRow(left, right, { right: true }), true);
    return fromCells(cells, [batch, height, width, channels], strides, this.graph);
  }

  /** @returns the gradient with respect to the filter */
  filterGradient(x: TensorFlowValue, dy: TensorFlowValue): TensorFlowValue {
    const { kernelHeight, kernelWidth, channels, filters } = this.geometry;
    const [left, right] = [this.#inputTransform(x), this.#outputTransform(dy)];
    const product = this.#rowByRow(left, right, { left: true });
    const rows = this.#w.shape[0] ?? 1;
    const byRow = reshaped(product, [rows, channels, filters], this.graph);
    const taps = this.#transform(this.#w, byRow, true);
    return reshaped(taps, [kernelHeight, kernelWidth, channels, filters], this.graph);
  }

  /** X · x: `[rows, batch, positions of a cell · channels]`. */
  #inputTransform(x: TensorFlowValue): TensorFlowValue {
    return this.#transform(this.#x, toCells(x, this.geometry.strides, this.graph));
  }

  /** W · w: `[rows, positions of a cell · channels, filters]`. */
  #filterTransform(filter: TensorFlowValue): TensorFlowValue {
    const { channels, filters, strides } = this.geometry;
    const taps = reshaped(filter, [tapsOf(this.geometry), channels, filters], this.graph);
    const rows = this.#x.shape[0] ?? 1;
    const transformed = this.#transform(this.#w, taps);
    return reshaped(transformed, [rows, sizeOf(strides) * channels, filters], this.graph);
  }

  /** Yᵀ · dy: `[rows, batch, filters]`. */
  #outputTransform(dy: TensorFlowValue): TensorFlowValue {
    return this.#transform(this.#y, toCells(dy, [1, 1], this.graph));
  }

  /** A constant matrix, or its transpose, times the first axis of a tensor with three. */
  #transform(constant: TensorFlowValue, x: TensorFlowValue, transposed = false): TensorFlowValue {
    const [count = 1, ...inner] = x.shape;
    const rows = constant.shape[transposed ? 1 : 0] ?? 1;
    const columns = sizeOf(inner);
    const operands = [constant, reshaped(x, [count, columns], this.graph)];
    const attributes = { transpose_a: { bool: transposed }, transpose_b: { bool: false } };
    const shape = [rows, columns];
    const product = this.graph.op('MatMul', operands, { dtype: x.dtype, shape, attributes });
    return reshaped(product, [rows, ...inner], this.graph);
  }

  /** The product of two matrices, either of them transposed, for each row. */
  #rowByRow(
    a: TensorFlowValue,
    b: TensorFlowValue,
    { left = false, right = false }: { readonly left?: boolean; readonly right?: boolean },
  ): TensorFlowValue {
    const [rows = 1] = a.shape;
    const shape: Shape = [rows, a.shape[left ? 2 : 1] ?? 1, b.shape[right ? 1 : 2] ?? 1];
    const attributes = { adj_x: { bool: left }, adj_y: { bool: right } };
    return this.graph.op('BatchMatMulV2', [a, b], { dtype: a.dtype, shape, attributes });
  }
}

/** W with the phases in the order of the positions of a cell: `[rows · positions of a cell, taps]`. */
function byPlace({ w, phases }: BilinearForm, { strides, padding }: ConvGeometry): Matrix {
  return w.map((_, at) => {
    const place = at % phases;
    const down = (Math.floor(place / strides[1]) + padding[0][0]) % strides[0];
    const right = ((place % strides[1]) + padding[1][0]) % strides[1];
    return w[at - place + down * strides[1] + right] ?? [];
  });
}

function matrix(rows: Matrix, graph: TensorFlowBuilder): TensorFlowValue {
  const shape = [rows.length, rows[0]?.length ?? 0];
  return graph.constant({ dtype: 'float32', shape, data: Float32Array.from(rows.flat()) });
}
