/** Ways to keep the tiles of all images in memory while they are transformed and multiplied. */
import { InternalError } from '../../../../diagnostics/errors.js';
import { sizeOf, type Shape } from '../../../../ir/tensorType.js';
import { gatherRows, rowsToTake } from '../../gatherRows.js';
import { matMul } from '../../matMul.js';
import type { OnnxBuilder, OnnxValue } from '../../onnxBuilder.js';
import type { ConvGeometry } from '../../../convolution/geometry.js';
import type { BilinearForm } from '../../../convolution/bilinearForm.js';

/** The tiles of a batch, each a matrix of `rows` by `width` numbers. */
export interface TileStack {
  /**
   * A constant matrix times what every tile reads of an image.
   *
   * @param matrix `[rows, read]`
   * @param image `[batch, …, channels]`
   * @param positions By `[tile, read, phase]` the position in the image; one past the last for zeros.
   * @returns Tiles of `rows` by `phases · channels`.
   */
  read(matrix: OnnxValue, image: OnnxValue, positions: Int32Array): OnnxValue;
  /**
   * Row r of every tile times matrix r of a stack.
   *
   * @param filters `[rows, width, newWidth]`, or `[rows, newWidth, width]` where `transposed`.
   */
  times(tiles: OnnxValue, filters: OnnxValue, transposed?: boolean): OnnxValue;
  /** For each row the sum over all tiles of left columns times right ones: `[rows, width of left, width of right]`. */
  correlate(left: OnnxValue, right: OnnxValue): OnnxValue;
  /** A constant matrix `[written, rows]` times every tile: tiles of `written` rows. */
  write(matrix: OnnxValue, tiles: OnnxValue): OnnxValue;
  /** Rows of the tiles of every image: row `tile · rows + row` for each of `taken`; gives `[batch, taken.length, width]`. */
  take(tiles: OnnxValue, taken: Int32Array): OnnxValue;
}

/**
 * The widest tiles that are kept row by row, and the fewest: the three kernels of 64 images with taps 3 × 3 take 0.72 of the time
 * with 32 channels on maps of 32 × 32 and 0.86 on 16 × 16, with 64 channels 0.93 and 0.96; with 128 channels or few tiles 1.02 to
 * 1.06.
 */
const [widest, fewest] = [64, 1024];

/** The way that is faster for a convolution. */
export function tileStack(
  form: BilinearForm,
  geometry: ConvGeometry,
  onnx: OnnxBuilder,
): TileStack {
  const { batch, channels, filters } = geometry;
  const width = Math.max(form.phases * channels, filters);
  const isFaster = width <= widest && batch * form.tiles >= fewest;
  return new (isFaster ? RowByRow : TileByTile)(batch, form.tiles, onnx);
}

/** `[batch · tiles, rows, width]`: images keep their order, and products read the stack of rows as the second axis. */
class TileByTile implements TileStack {
  constructor(
    private readonly batch: number,
    private readonly tiles: number,
    private readonly onnx: OnnxBuilder,
  ) {}

  read(matrix: OnnxValue, image: OnnxValue, positions: Int32Array): OnnxValue {
    const read = lastOf(matrix);
    const cells = gatherRows(image, positions, this.onnx);
    const width = (positions.length / (this.tiles * read)) * lastOf(image);
    const all = this.onnx.reshape(cells, [this.batch * this.tiles, read, width]);
    return matMul(matrix, all, this.onnx);
  }

  times(tiles: OnnxValue, filters: OnnxValue, transposed = false): OnnxValue {
    return matMul(tiles, filters, this.onnx, { stackSecondA: true, transposeB: transposed });
  }

  correlate(left: OnnxValue, right: OnnxValue): OnnxValue {
    const stackSecond = { stackSecondA: true, stackSecondB: true };
    return matMul(left, right, this.onnx, { transposeA: true, ...stackSecond });
  }

  write(matrix: OnnxValue, tiles: OnnxValue): OnnxValue {
    const ofStack = this.onnx.reshape(matrix, [1, ...matrix.shape]);
    return matMul(ofStack, tiles, this.onnx, { stackSecondB: true });
  }

  take(tiles: OnnxValue, taken: Int32Array): OnnxValue {
    const [, rows = 0, width = 0] = tiles.shape;
    const all = this.onnx.reshape(tiles, [this.batch, this.tiles * rows, width]);
    return gatherRows(all, taken, this.onnx);
  }
}

/** `[rows, batch · tiles · width]`: every product reads and writes long rows, but images are put in another order. */
class RowByRow implements TileStack {
  constructor(
    private readonly batch: number,
    private readonly tiles: number,
    private readonly onnx: OnnxBuilder,
  ) {}

  read(matrix: OnnxValue, image: OnnxValue, positions: Int32Array): OnnxValue {
    const { batch, tiles, onnx } = this;
    const [read, channels] = [lastOf(matrix), lastOf(image)];
    const phases = positions.length / (tiles * read);
    // By [read, tile, phase].
    const order = Int32Array.from(positions, (_, at) => {
      const [row, within] = [Math.floor(at / (tiles * phases)), at % (tiles * phases)];
      const [tile, phase] = [Math.floor(within / phases), within % phases];
      return positions[(tile * read + row) * phases + phase] ?? 0;
    });
    const rows = rowsToTake(image, order, onnx);
    const cells = this.#take(rows, order, [read, 1, tiles * phases], rows.shape[1] ?? 0);
    const flat = onnx.reshape(cells, [read, batch * tiles * phases * channels]);
    const product = matMul(matrix, flat, onnx);
    return onnx.reshape(product, [matrix.shape[0] ?? 0, batch * tiles, phases * channels]);
  }

  times(tiles: OnnxValue, filters: OnnxValue, transposed = false): OnnxValue {
    return matMul(tiles, filters, this.onnx, { transposeB: transposed });
  }

  correlate(left: OnnxValue, right: OnnxValue): OnnxValue {
    return matMul(left, right, this.onnx, { transposeA: true });
  }

  write(matrix: OnnxValue, tiles: OnnxValue): OnnxValue {
    const { batch, onnx } = this;
    const [rows = 0, count = 0, width = 0] = tiles.shape;
    const product = matMul(matrix, onnx.reshape(tiles, [rows, count * width]), onnx);
    return onnx.reshape(product, [matrix.shape[0] ?? 0, batch * this.tiles, width]);
  }

  take(tiles: OnnxValue, taken: Int32Array): OnnxValue {
    const [rows = 0, count = 0] = tiles.shape;
    const order = Int32Array.from(taken, (at) => (at % rows) * count + Math.floor(at / rows));
    return this.#take(tiles, order, [1, taken.length], this.tiles);
  }

  /**
   * Rows of all images.
   *
   * @param first The rows of the first image, of a shape in which the last but one axis is 1.
   * @param step Rows from one image to the next.
   * @returns The rows in the shape of `first`, with the images as the last axis but one.
   */
  #take(x: OnnxValue, first: Int32Array, shape: Shape, step: number): OnnxValue {
    const { batch, onnx } = this;
    const dtype = 'int32';
    const images = Int32Array.from({ length: batch }, (_, image) => image * step);
    const indices = onnx.elementwise('Add', [
      onnx.constant({ dtype, shape, data: first }),
      onnx.constant({ dtype, shape: [batch, 1], data: images }),
    ]);
    const width = lastOf(x);
    const rows = onnx.reshape(x, [sizeOf(x.shape) / width, width]);
    return onnx.op('Gather', [rows, indices], { shape: [...indices.shape, width] });
  }
}

function lastOf({ shape }: OnnxValue): number {
  const size = shape.at(-1);
  if (size === undefined) throw new InternalError('a scalar has no last axis');
  return size;
}
