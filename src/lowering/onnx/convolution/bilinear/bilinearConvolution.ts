/**
 * Convolutions in a bilinear form: transforms by constant matrices, and between them one product of channels by filters for
 * each row.
 */
import { InternalError } from '../../../../diagnostics/errors.js';
import { gatherRows } from '../../gatherRows.js';
import { matMul } from '../../matMul.js';
import type { OnnxBuilder, OnnxValue } from '../../onnxBuilder.js';
import type { ConvForm, ConvLowerings } from '../convForm.js';
import {
  inPositionsOf,
  outPositionsOf,
  tapsOf,
  type ConvGeometry,
} from '../../../convolution/geometry.js';
import { addOverlaps } from './addOverlaps.js';
import { axesOf, type Axis, type AxisForm } from '../../../convolution/axis.js';
import { bilinearSizes } from '../../../convolution/bilinearSizes.js';
import { bilinearCost } from './bilinearCost.js';
import { filterPhases, type FilterPhases } from './filterPhases.js';
import { bilinearForm, type BilinearForm, type Matrix } from '../../../convolution/bilinearForm.js';
import { tileStack, type TileStack } from './tileStack.js';

/** Both axes in one way; undefined where it does not apply to the axis. */
export function bilinearConvolution(
  name: string,
  axisForm: (axis: Axis) => AxisForm | undefined,
): ConvForm {
  const formsOf = (geometry: ConvGeometry): readonly [AxisForm, AxisForm] | undefined => {
    const [vertical, horizontal] = axesOf(geometry).map(axisForm);
    return vertical && horizontal && [vertical, horizontal];
  };
  return {
    name,
    cost: (geometry) => {
      if (tapsOf(geometry) === 1) return undefined;
      const both = formsOf(geometry);
      return both && bilinearCost(geometry, bilinearSizes(...both));
    },
    lowerings: (geometry, onnx) => {
      const both = formsOf(geometry);
      if (!both) throw new InternalError(`${name} does not apply to a convolution`);
      return new BilinearConvolution(bilinearForm(geometry, ...both), geometry, onnx);
    },
  };
}

class BilinearConvolution implements ConvLowerings {
  readonly #constants = new Map<Matrix, OnnxValue>();
  readonly #xTransposed: Matrix;
  readonly #yTransposed: Matrix;
  readonly #phases: FilterPhases;
  readonly #stack: TileStack;
  readonly #rowsOfOutputs: Int32Array;

  constructor(
    private readonly form: BilinearForm,
    private readonly geometry: ConvGeometry,
    private readonly onnx: OnnxBuilder,
  ) {
    this.#xTransposed = transpose(form.x);
    this.#yTransposed = transpose(form.y);
    this.#phases = filterPhases(form);
    this.#stack = tileStack(form, geometry, onnx);
    this.#rowsOfOutputs = rowsOfOutputs(form, outPositionsOf(geometry));
  }

  forward(x: OnnxValue, filter: OnnxValue): OnnxValue {
    const { onnx } = this;
    const { batch, outHeight, outWidth, filters } = this.geometry;
    const product = this.#stack.times(this.#inputTransform(x), this.#filterTransform(filter));
    const y = this.#stack.write(this.#matrix(this.#yTransposed), product);
    const rows = this.#stack.take(y, this.#rowsOfOutputs);
    return onnx.reshape(rows, [batch, outHeight, outWidth, filters]);
  }

  inputGradient(dy: OnnxValue, filter: OnnxValue): OnnxValue {
    const { form, onnx } = this;
    const { batch, height, width, channels } = this.geometry;
    const [left, right] = [this.#outputTransform(dy), this.#filterTransform(filter)];
    const product = this.#stack.times(left, right, true);
    const cells = this.#stack.write(this.#matrix(this.#xTransposed), product);
    const dx = addOverlaps(
      (rows) => this.#stack.take(cells, rows),
      form,
      inPositionsOf(this.geometry),
      onnx,
    );
    return onnx.reshape(dx, [batch, height, width, channels]);
  }

  filterGradient(x: OnnxValue, dy: OnnxValue): OnnxValue {
    const { kernelHeight, kernelWidth, channels, filters } = this.geometry;
    const product = this.#stack.correlate(this.#inputTransform(x), this.#outputTransform(dy));
    const dw = this.#filterOf(product);
    return this.onnx.reshape(dw, [kernelHeight, kernelWidth, channels, filters]);
  }

  /** X · x of every tile: `phases · channels` wide. */
  #inputTransform(x: OnnxValue): OnnxValue {
    return this.#stack.read(this.#matrix(this.form.x), x, this.form.sources);
  }

  /** W · w: `[rows, phases · channels, filters]`. */
  #filterTransform(filter: OnnxValue): OnnxValue {
    const { form, onnx } = this;
    const { channels, filters } = this.geometry;
    const taps = onnx.reshape(filter, [tapsOf(this.geometry), channels * filters]);
    const transformed = matMul(this.#matrix(form.w), taps, onnx);
    return onnx.reshape(transformed, [form.x.length, form.phases * channels, filters]);
  }

  /** Yᵀ · dy of every tile: `filters` wide. */
  #outputTransform(dy: OnnxValue): OnnxValue {
    return this.#stack.read(this.#matrix(this.form.y), dy, this.form.targets);
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
}

/** For each output position the row of the tiles that makes it. */
function rowsOfOutputs({ targets }: BilinearForm, positions: number): Int32Array {
  const rows = new Int32Array(positions);
  targets.forEach((position, row) => {
    if (position < positions) rows[position] = row;
  });
  return rows;
}

function transpose(rows: Matrix): Matrix {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? 0));
}
