/** The matrix of all patches of an image: a convolution is its product with the filter. */
import { gatherRows } from '../gatherRows.js';
import type { OnnxBuilder, OnnxValue } from '../onnxBuilder.js';
import { copyCost, gatherCost, transposeCost } from './cost.js';
import {
  inPositionsOf,
  meets,
  outPositionsOf,
  tapsOf,
  type ConvGeometry,
} from '../../convolution/geometry.js';
import { imagesLast, imagesFirst } from './imagesLast.js';

/**
 * Patches of `x`, one row for each output position: `[batch · outPositions, taps · channels]`. A convolution and its filter
 * gradient share this matrix. With few channels the pixels of all images are moved at once.
 */
export function im2col(x: OnnxValue, geometry: ConvGeometry, onnx: OnnxBuilder): OnnxValue {
  const { batch, channels } = geometry;
  const [outPositions, taps] = [outPositionsOf(geometry), tapsOf(geometry)];
  const positions = patchPositions(geometry);
  const patches =
    turnedCost(geometry) < plainCost(geometry)
      ? imagesFirst(gatherRows(imagesLast(x, onnx), positions, onnx), batch, onnx)
      : gatherRows(x, positions, onnx);
  return onnx.reshape(patches, [batch * outPositions, taps * channels]);
}

/** Expected nanoseconds of `im2col`. */
export function im2colCost(geometry: ConvGeometry): number {
  return Math.min(turnedCost(geometry), plainCost(geometry));
}

function plainCost(geometry: ConvGeometry): number {
  const { batch, channels } = geometry;
  const rows = batch * outPositionsOf(geometry) * tapsOf(geometry);
  return copyCost(batch * inPositionsOf(geometry) * channels) + gatherCost(rows, channels);
}

function turnedCost(geometry: ConvGeometry): number {
  const { batch, channels } = geometry;
  const [rows, floats] = [outPositionsOf(geometry) * tapsOf(geometry), batch * channels];
  const turned = (inPositionsOf(geometry) + rows) * floats;
  return gatherCost(rows, floats) + transposeCost(turned);
}

/** For each output position and tap the input position, one past the last on the padding. */
function patchPositions(geometry: ConvGeometry): Int32Array {
  const taps = tapsOf(geometry);
  const padding = inPositionsOf(geometry);
  return Int32Array.from(
    { length: outPositionsOf(geometry) * taps },
    (_, at) => meets(geometry, Math.floor(at / taps), at % taps) ?? padding,
  );
}
