/** The expected time of a convolution in a bilinear form. */
import { addCost, copyCost, gatherCost, productCost } from '../cost.js';
import {
  inPositionsOf,
  outPositionsOf,
  tapsOf,
  type ConvGeometry,
} from '../../../convolution/geometry.js';
import type { BilinearSizes } from '../../../convolution/bilinearSizes.js';

/** Nanoseconds of the convolution and its two gradients, what they share counted once. */
export function bilinearCost(
  geometry: ConvGeometry,
  { rows, tiles, cells, outputs }: BilinearSizes,
): number {
  const { batch, channels: c, filters: f, strides } = geometry;
  const phases = strides[0] * strides[1];
  const [taps, sc] = [tapsOf(geometry), phases * c];
  const all = batch * tiles;
  const [input, output] = [batch * inPositionsOf(geometry), batch * outPositionsOf(geometry)];
  const shared =
    copyCost(input * c) +
    gatherCost(all * cells * phases, c) +
    productCost({ stack: all, rows, inner: cells, columns: sc }) +
    productCost({ rows: rows * phases, inner: taps, columns: c * f }) +
    gatherCost(output, f) +
    productCost({ stack: all, rows, inner: outputs, columns: f });
  const forward =
    productCost({ stack: rows, rows: all, inner: sc, columns: f }) +
    productCost({ stack: all, rows: outputs, inner: rows, columns: f }) +
    gatherCost(output, f);
  const inputGradient =
    productCost({ stack: rows, rows: all, inner: f, columns: sc }) +
    productCost({ stack: all, rows: cells, inner: rows, columns: sc }) +
    copyCost(all * cells * sc) +
    2 * addCost(input * c);
  const filterGradient =
    productCost({ stack: rows, rows: sc, inner: all, columns: f, transposed: true }) +
    productCost({ stack: phases, rows: taps / phases, inner: rows, columns: c * f });
  return shared + forward + inputGradient + filterGradient;
}
