/** The input's gradient by sub-pixel phases: no zeros are multiplied, at the price of one product for each phase. */
import { concatRows, gatherRows, placeRows } from '../gatherRows.js';
import { matMul } from '../matMul.js';
import type { OnnxBuilder, OnnxValue } from '../onnxBuilder.js';
import type { ConvLowering } from './convForm.js';
import { gatherCost, productCost, swapCost } from './cost.js';
import {
  inPositionsOf,
  outPositionsOf,
  tapsOf,
  type ConvGeometry,
} from '../../convolution/geometry.js';

/** Input positions that meet the same taps of the filter. */
interface Phase {
  readonly positions: readonly number[];
  readonly taps: readonly number[];
}

/** The phases that meet any tap: at most strides[0] · strides[1]. */
function phasesOf(geometry: ConvGeometry): readonly Phase[] {
  const { strides, padding, width, kernelWidth } = geometry;
  const phaseOf = (row: number, column: number) =>
    (row % strides[0]) * strides[1] + (column % strides[1]);
  const phases = Array.from({ length: strides[0] * strides[1] }, () => ({
    positions: [] as number[],
    taps: [] as number[],
  }));
  for (let at = 0; at < inPositionsOf(geometry); at++) {
    const [row, column] = [Math.floor(at / width) + padding[0][0], (at % width) + padding[1][0]];
    phases[phaseOf(row, column)]?.positions.push(at);
  }
  for (let tap = 0; tap < tapsOf(geometry); tap++) {
    phases[phaseOf(Math.floor(tap / kernelWidth), tap % kernelWidth)]?.taps.push(tap);
  }
  return phases.filter(({ positions, taps }) => positions.length > 0 && taps.length > 0);
}

/** The output position that reaches an input position through a tap of its phase; `undefined` where there is none. */
function reaches(geometry: ConvGeometry, position: number, tap: number): number | undefined {
  const { strides, padding, width, kernelWidth, outHeight, outWidth } = geometry;
  const row =
    (Math.floor(position / width) + padding[0][0] - Math.floor(tap / kernelWidth)) / strides[0];
  const column = ((position % width) + padding[1][0] - (tap % kernelWidth)) / strides[1];
  const inside = row >= 0 && row < outHeight && column >= 0 && column < outWidth;
  return inside ? row * outWidth + column : undefined;
}

/** One phase of the gradient: `[batch, phase.positions.length, channels]`. */
function lowerPhase(
  dy: OnnxValue,
  flipped: OnnxValue,
  { positions, taps }: Phase,
  geometry: ConvGeometry,
  onnx: OnnxBuilder,
): OnnxValue {
  const { batch, channels, filters } = geometry;
  const outside = outPositionsOf(geometry);
  const sources = Int32Array.from(
    positions.flatMap((at) => taps.map((tap) => reaches(geometry, at, tap) ?? outside)),
  );
  const rows = batch * positions.length;
  const patches = onnx.reshape(gatherRows(dy, sources, onnx), [rows, taps.length * filters]);
  const taken = onnx.op('Gather', [flipped, onnx.indices(Int32Array.from(taps))], {
    shape: [taps.length, filters, channels],
    attributes: { axis: { i: 0 } },
  });
  const matrix = onnx.reshape(taken, [taps.length * filters, channels]);
  return onnx.reshape(matMul(patches, matrix, onnx), [batch, positions.length, channels]);
}

/** dx = for each phase, patches of dy · the phase's taps; then all phases put into place. */
export const phasedInputGradient: ConvLowering = (dy, filter, geometry, onnx) => {
  const { batch, height, width, channels, filters } = geometry;
  const phases = phasesOf(geometry);
  const taps = onnx.reshape(filter, [tapsOf(geometry), channels, filters]);
  const flipped = onnx.op('Transpose', [taps], {
    shape: [tapsOf(geometry), filters, channels],
    attributes: { perm: { ints: [0, 2, 1] } },
  });
  const parts = phases.map((phase) => lowerPhase(dy, flipped, phase, geometry, onnx));
  const order = Int32Array.from(phases.flatMap(({ positions }) => positions));
  const dx = placeRows(concatRows(parts, onnx), order, inPositionsOf(geometry), onnx);
  return onnx.reshape(dx, [batch, height, width, channels]);
};

/** Expected nanoseconds; undefined where strides skip the whole image, which leaves no phase to join. */
export function phasedCost(geometry: ConvGeometry): number | undefined {
  const { batch, channels, filters } = geometry;
  const phases = phasesOf(geometry);
  if (phases.length === 0) return undefined;
  const costs = phases.map(({ positions, taps }) => {
    const rows = batch * positions.length;
    return (
      gatherCost(rows * taps.length, filters) +
      productCost({ rows, inner: taps.length * filters, columns: channels })
    );
  });
  const reorder =
    phases.length === 1 ? 0 : 2 * gatherCost(batch * inPositionsOf(geometry), channels);
  const flip = swapCost(tapsOf(geometry) * channels * filters);
  return costs.reduce((sum, cost) => sum + cost, reorder + flip);
}
