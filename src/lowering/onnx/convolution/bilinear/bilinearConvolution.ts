/**
 * Convolutions in a bilinear form: transforms by constant matrices, and between them one product of channels by filters for
 * each row. Images stay in their layout, since products read stacks in either order at no cost.
 */
import { InternalError } from '../../../../diagnostics/errors.js';
import { gatherRows, placeRows } from '../../gatherRows.js';
import { matMul } from '../../matMul.js';
import type { OnnxBuilder, OnnxValue } from '../../onnxBuilder.js';
import type { ConvForm, ConvLowerings } from '../convForm.js';
import { inPositionsOf, outPositionsOf, tapsOf, type ConvGeometry } from '../geometry.js';
import { addOverlaps } from './addOverlaps.js';
import type { Axis, AxisForm } from './axis.js';
import { bilinearCost, bilinearSizes } from './bilinearCost.js';
import { filterPhases, type FilterPhases } from './filterPhases.js';
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
  return {
    name,
    cost: (geometry) => {
      if (tapsOf(geometry) === 1) return undefined;
      const both = axesOf(geometry);
      return both && bilinearCost(geometry, bilinearSizes(...both));
    },
    lowerings: (geometry, onnx) => {
      const both = axesOf(geometry);
      if (!both) throw new InternalError(`${name} does not apply to a convolution`);
      return new BilinearConvolution(bilinearForm(geometry, ...both), geometry, onnx);
    },
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

class BilinearConvolution implements ConvLowerings {
  readonly #constants = new Map<Matrix, OnnxValue>();
  readonly #xTransposed: Matrix;
  readonly #yTransposed: Matrix;
  readonly #phases: FilterPhases;

  constructor(
    private readonly form: BilinearForm,
    private readonly geometry: ConvGeometry,
    private readonly onnx: OnnxBuilder,
  ) {
    this.#xTransposed = transpose(form.x);
    this.#yTransposed = transpose(form.y);
    this.#phases = filterPhases(form);
  }

  forward(x: OnnxValue, filter: OnnxValue): OnnxValue {
    const { form, onnx } = this;
    const { batch, outHeight, outWidth, filters } = this.geometry;
    const [left, right] = [this.#inputTransform(x), this.#filterTransform(filter)];
    const product = matMul(left, right, onnx, { stackSecondA: true });
    const y = matMul(this.#ofStack(this.#yTransposed), product, onnx, { stackSecondB: true });
    const tiled = onnx.reshape(y, [batch, form.tiles * form.outputs, filters]);
    const rows = placeRows(tiled, form.targets, outPositionsOf(this.geometry), onnx);
    return onnx.reshape(rows, [batch, outHeight, outWidth, filters]);
  }

  inputGradient(dy: OnnxValue, filter: OnnxValue): OnnxValue {
    const { form, onnx } = this;
    const { batch, height, width, channels } = this.geometry;
    const [left, right] = [this.#outputTransform(dy), this.#filterTransform(filter)];
    const product = matMul(left, right, onnx, { stackSecondA: true, transposeB: true });
    const cells = matMul(this.#ofStack(this.#xTransposed), product, onnx, { stackSecondB: true });
    const shape = [batch, form.tiles * form.cells, form.phases * channels];
    const dx = addOverlaps(onnx.reshape(cells, shape), form, inPositionsOf(this.geometry), onnx);
    return onnx.reshape(dx, [batch, height, width, channels]);
  }

  filterGradient(x: OnnxValue, dy: OnnxValue): OnnxValue {
    const { kernelHeight, kernelWidth, channels, filters } = this.geometry;
    const [left, right] = [this.#inputTransform(x), this.#outputTransform(dy)];
    const product = matMul(left, right, this.onnx, {
      transposeA: true,
      stackSecondA: true,
      stackSecondB: true,
    });
    const dw = this.#filterOf(product);
    return this.onnx.reshape(dw, [kernelHeight, kernelWidth, channels, filters]);
  }

  /** X · x of every tile: `[batch · tiles, rows, phases · channels]`. */
  #inputTransform(x: OnnxValue): OnnxValue {
    const { form, onnx } = this;
    const { batch, channels } = this.geometry;
    const cells = gatherRows(x, form.sources, onnx);
    const shape = [batch * form.tiles, form.cells, form.phases * channels];
    return matMul(this.#matrix(form.x), onnx.reshape(cells, shape), onnx);
  }

  /** W · w: `[rows, phases · channels, filters]`. */
  #filterTransform(filter: OnnxValue): OnnxValue {
    const { form, onnx } = this;
    const { channels, filters } = this.geometry;
    const taps = onnx.reshape(filter, [tapsOf(this.geometry), channels * filters]);
    const transformed = matMul(this.#matrix(form.w), taps, onnx);
    return onnx.reshape(transformed, [form.x.length, form.phases * channels, filters]);
  }

  /** Yᵀ · dy of every tile: `[batch · tiles, rows, filters]`. */
  #outputTransform(dy: OnnxValue): OnnxValue {
    const { form, onnx } = this;
    const { batch, filters } = this.geometry;
    const outputs = gatherRows(dy, form.targets, onnx);
    const shape = [batch * form.tiles, form.outputs, filters];
    return matMul(this.#matrix(form.y), onnx.reshape(outputs, shape), onnx);
  }

  /**
   * Wᵀ · product.
   * @param product `[rows, phases · channels, filters]`
   * @returns `[taps, channels · filters]`
   */
  #filterOf(product: OnnxValue): OnnxValue {
    const { form, onnx } = this;
    const { most, matrix, places } = this.#phases;
    const [rows, width] = [form.x.length, this.geometry.channels * this.geometry.filters];
    const stack = onnx.reshape(this.#matrix(matrix), [form.phases, most, rows]);
    const byPhase = onnx.reshape(product, [rows, form.phases, width]);
    const sums = matMul(stack, byPhase, onnx, { stackSecondB: true });
    return gatherRows(onnx.reshape(sums, [1, form.phases * most, width]), places, onnx);
  }

  #matrix(rows: Matrix): OnnxValue {
    const known = this.#constants.get(rows);
    if (known !== undefined) return known;
    const shape = [rows.length, rows[0]?.length ?? 0];
    const data = Float32Array.from(rows.flat());
    const constant = this.onnx.constant({ dtype: 'float32', shape, data });
    this.#constants.set(rows, constant);
    return constant;
  }

  /** A matrix that is the same for a whole stack. */
  #ofStack(rows: Matrix): OnnxValue {
    const constant = this.#matrix(rows);
    return this.onnx.reshape(constant, [1, ...constant.shape]);
  }
}

function transpose(rows: Matrix): Matrix {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? 0));
}
