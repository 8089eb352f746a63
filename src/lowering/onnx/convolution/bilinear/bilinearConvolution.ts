/**
 * Convolutions in a bilinear form: transforms by constant matrices, and between them one product of channels by filters for
 * each row. Images stay in their layout, since products read stacks in either order at no cost.
 */
import { InternalError } from '../../../../diagnostics/errors.js';
import { gatherRows } from '../../gatherRows.js';
import { matMul } from '../../matMul.js';
import type { OnnxBuilder, OnnxValue } from '../../onnxBuilder.js';
import type { ConvForm } from '../convForm.js';
import { inPositionsOf, outPositionsOf, tapsOf, type ConvGeometry } from '../geometry.js';
import { addOverlaps } from './addOverlaps.js';
import type { Axis, AxisForm } from './axis.js';
import { bilinearCost, bilinearSizes } from './bilinearCost.js';
import { bilinearForm, type BilinearForm, type Matrix } from './bilinearForm.js';

/** Both axes in one way; undefined where it does not apply to the axis. */
export function bilinearConvolution(
  name: string,
  axisForm: (axis: Axis) => AxisForm | undefined,
): ConvForm {
  const axesOf = (geometry: ConvGeometry): readonly [AxisForm, AxisForm] | undefined => {
    const [vertical, horizontal] = axes(geometry).map(axisForm);
    return vertical && horizontal && [vertical, horizontal];
  };
  const formOf = (geometry: ConvGeometry): BilinearForm => {
    const both = axesOf(geometry);
    if (!both) throw new InternalError(`${name} does not apply to a convolution`);
    return bilinearForm(geometry, ...both);
  };
  return {
    name,
    cost: (geometry) => {
      if (tapsOf(geometry) === 1) return undefined;
      const both = axesOf(geometry);
      return both && bilinearCost(geometry, bilinearSizes(...both));
    },
    forward: (x, filter, geometry, onnx) => forward(x, filter, formOf(geometry), geometry, onnx),
    inputGradient: (dy, filter, geometry, onnx) =>
      inputGradient(dy, filter, formOf(geometry), geometry, onnx),
    filterGradient: (x, dy, geometry, onnx) =>
      filterGradient(x, dy, formOf(geometry), geometry, onnx),
  };
}

function axes(geometry: ConvGeometry): readonly [Axis, Axis] {
  const { height, width, kernelHeight, kernelWidth, strides, padding } = geometry;
  const { outHeight, outWidth } = geometry;
  return [
    {
      positions: height,
      taps: kernelHeight,
      stride: strides[0],
      before: padding[0][0],
      outputs: outHeight,
    },
    {
      positions: width,
      taps: kernelWidth,
      stride: strides[1],
      before: padding[1][0],
      outputs: outWidth,
    },
  ];
}

/** X · x of every tile: `[batch · tiles, rows, phases · channels]`. */
function inputTransform(
  x: OnnxValue,
  form: BilinearForm,
  { batch, channels }: ConvGeometry,
  onnx: OnnxBuilder,
): OnnxValue {
  const cells = gatherRows(x, form.sources, onnx);
  const { tiles, phases } = form;
  return matMul(
    matrix(form.x, onnx),
    onnx.reshape(cells, [batch * tiles, form.cells, phases * channels]),
    onnx,
  );
}

/** W · w: `[rows, phases · channels, filters]`. */
function filterTransform(
  filter: OnnxValue,
  form: BilinearForm,
  geometry: ConvGeometry,
  onnx: OnnxBuilder,
): OnnxValue {
  const { channels, filters } = geometry;
  const taps = onnx.reshape(filter, [tapsOf(geometry), channels * filters]);
  const transformed = matMul(matrix(form.w, onnx), taps, onnx);
  return onnx.reshape(transformed, [form.x.length, form.phases * channels, filters]);
}

/** Yᵀ · dy of every tile: `[batch · tiles, rows, filters]`. */
function outputTransform(
  dy: OnnxValue,
  form: BilinearForm,
  { batch, filters }: ConvGeometry,
  onnx: OnnxBuilder,
): OnnxValue {
  const outputs = gatherRows(dy, form.targets, onnx);
  return matMul(
    matrix(form.y, onnx),
    onnx.reshape(outputs, [batch * form.tiles, form.outputs, filters]),
    onnx,
  );
}

function forward(
  x: OnnxValue,
  filter: OnnxValue,
  form: BilinearForm,
  geometry: ConvGeometry,
  onnx: OnnxBuilder,
): OnnxValue {
  const { batch, outHeight, outWidth, filters } = geometry;
  const product = matMul(
    inputTransform(x, form, geometry, onnx),
    filterTransform(filter, form, geometry, onnx),
    onnx,
    { stackSecondA: true },
  );
  const y = matMul(stackOfOne(transpose(form.y), onnx), product, onnx, { stackSecondB: true });
  const tiled = onnx.reshape(y, [batch, form.tiles * form.outputs, filters]);
  const rows = gatherRows(tiled, inverse(form.targets, outPositionsOf(geometry)), onnx);
  return onnx.reshape(rows, [batch, outHeight, outWidth, filters]);
}

function inputGradient(
  dy: OnnxValue,
  filter: OnnxValue,
  form: BilinearForm,
  geometry: ConvGeometry,
  onnx: OnnxBuilder,
): OnnxValue {
  const { batch, height, width, channels } = geometry;
  const product = matMul(
    outputTransform(dy, form, geometry, onnx),
    filterTransform(filter, form, geometry, onnx),
    onnx,
    { stackSecondA: true, transposeB: true },
  );
  const cells = matMul(stackOfOne(transpose(form.x), onnx), product, onnx, { stackSecondB: true });
  const gradients = onnx.reshape(cells, [batch, form.tiles * form.cells, form.phases * channels]);
  const dx = addOverlaps(gradients, form, inPositionsOf(geometry), onnx);
  return onnx.reshape(dx, [batch, height, width, channels]);
}

function filterGradient(
  x: OnnxValue,
  dy: OnnxValue,
  form: BilinearForm,
  geometry: ConvGeometry,
  onnx: OnnxBuilder,
): OnnxValue {
  const { kernelHeight, kernelWidth, channels, filters } = geometry;
  const product = matMul(
    inputTransform(x, form, geometry, onnx),
    outputTransform(dy, form, geometry, onnx),
    onnx,
    { transposeA: true, stackSecondA: true, stackSecondB: true },
  );
  const dw = filterOf(product, form, channels * filters, onnx);
  return onnx.reshape(dw, [kernelHeight, kernelWidth, channels, filters]);
}

/**
 * Wᵀ · product, phase by phase, since a tap meets the rows of its own phase only.
 * @param product `[rows, phases · channels, filters]`
 * @returns `[taps, channels · filters]`
 */
function filterOf(
  product: OnnxValue,
  form: BilinearForm,
  width: number,
  onnx: OnnxBuilder,
): OnnxValue {
  const rows = form.x.length;
  const byPhase = onnx.reshape(product, [rows, form.phases, width]);
  const tapsOfPhases = Array.from({ length: form.phases }, (_, phase) =>
    form.tapPhases.flatMap((own, tap) => (own === phase ? [tap] : [])),
  );
  const most = Math.max(...tapsOfPhases.map((taps) => taps.length));
  const matrices = tapsOfPhases.flatMap((taps, phase) =>
    Array.from({ length: most }, (_, at) =>
      Array.from(
        { length: rows },
        (_, row) => form.w[row * form.phases + phase]?.[taps[at] ?? -1] ?? 0,
      ),
    ),
  );
  const stack = onnx.constant({
    dtype: 'float32',
    shape: [form.phases, most, rows],
    data: Float32Array.from(matrices.flat()),
  });
  const sums = matMul(stack, byPhase, onnx, { stackSecondB: true });
  const places = tapsOfPhases.flatMap((taps, phase) =>
    taps.map((tap, at) => ({ tap, row: phase * most + at })),
  );
  const order = places.toSorted((a, b) => a.tap - b.tap).map(({ row }) => row);
  const flat = onnx.reshape(sums, [1, form.phases * most, width]);
  return gatherRows(flat, Int32Array.from(order), onnx);
}

function matrix(rows: Matrix, onnx: OnnxBuilder): OnnxValue {
  const shape = [rows.length, rows[0]?.length ?? 0];
  return onnx.constant({ dtype: 'float32', shape, data: Float32Array.from(rows.flat()) });
}

/** A matrix that is the same for a whole stack. */
function stackOfOne(rows: Matrix, onnx: OnnxBuilder): OnnxValue {
  const constant = matrix(rows, onnx);
  return onnx.reshape(constant, [1, ...constant.shape]);
}

function transpose(rows: Matrix): Matrix {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? 0));
}

/** For each position the index of the output of a tile that is its own. */
function inverse(targets: Int32Array, positions: number): Int32Array {
  const places = new Int32Array(positions);
  targets.forEach((position, at) => {
    if (position < positions) places[position] = at;
  });
  return places;
}
