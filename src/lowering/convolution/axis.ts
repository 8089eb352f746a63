/** Ways to compute one axis of a convolution: how it is cut into tiles, and the short convolution of a tile. */
import type { ConvGeometry } from './geometry.js';
import {
  cyclicConvolution,
  toomCook,
  type EvaluationPoint,
  type ShortConvolution,
} from './shortConvolution.js';

/** One axis of a convolution: output o meets through tap t the position stride · o + t − before. */
export interface Axis {
  readonly positions: number;
  readonly taps: number;
  readonly stride: number;
  /** Zeros in front of the first position. */
  readonly before: number;
  readonly outputs: number;
}

/** The vertical and the horizontal axis. */
export function axesOf(geometry: ConvGeometry): readonly [Axis, Axis] {
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

/**
 * A way to compute an axis. Positions are grouped into cells of one position for each phase (tap t has phase t mod stride), which
 * makes a convolution with stride 1 of them.
 */
export interface AxisForm {
  readonly tiles: number;
  /** Cells that a tile reads. */
  readonly cells: number;
  /** Outputs that a tile makes; those past the last of the axis are not used. */
  readonly outputs: number;
  readonly convolution: ShortConvolution;
  /** The position at a phase of a cell; outside the axis where there is none. */
  position(tile: number, cell: number, phase: number): number;
  /** The offset `m` of the short convolution that a tap has. */
  offset(tap: number): number;
}

/** Points of Toom and Cook's method by the taps of a phase and the outputs of a tile. With ±i it is as exact as a plain sum. */
const points: Readonly<Record<number, Readonly<Record<number, readonly EvaluationPoint[]>>>> = {
  2: {
    2: [[0, 0], [1, 0], 'infinity'],
    4: [[1, 0], [-1, 0], [0, 1], [0, -1], 'infinity'],
  },
  3: {
    2: [[0, 0], [1, 0], [-1, 0], 'infinity'],
    4: [[0, 0], [1, 0], [-1, 0], [0, 1], [0, -1], 'infinity'],
  },
  5: {
    2: [[0, 0], [1, 0], [-1, 0], [0, 1], [0, -1], 'infinity'],
    4: [[0, 0], [1, 0], [-1, 0], [0, 1], [0, -1], [2, 0], [-0.5, 0], 'infinity'],
  },
};

/** Tiles of `outputs` outputs by Toom and Cook's method; undefined where no points are listed. */
export function toomCookTiles(axis: Axis, outputs: number): AxisForm | undefined {
  const taps = tapsOfPhase(axis);
  if (taps === 1) return tiled(axis, 1, toomCook(['infinity'], 1, 1));
  const chosen = points[taps]?.[outputs];
  return chosen && tiled(axis, outputs, toomCook(chosen, taps, outputs));
}

/** Tiles of `outputs` outputs by Fourier transforms. */
export function fourierTiles(axis: Axis, outputs: number): AxisForm {
  return tiled(axis, outputs, cyclicConvolution(outputs + tapsOfPhase(axis) - 1));
}

/** The greatest number of taps of a phase. */
export function tapsOfPhase({ taps, stride }: Axis): number {
  return Math.ceil(taps / stride);
}

function tiled(axis: Axis, outputs: number, convolution: ShortConvolution): AxisForm {
  return {
    tiles: Math.ceil(axis.outputs / outputs),
    cells: convolution.length,
    outputs,
    convolution,
    position: (tile, cell, phase) => axis.stride * (outputs * tile + cell) + phase - axis.before,
    offset: (tap) => Math.floor(tap / axis.stride),
  };
}

/**
 * The whole axis as one tile, by a Fourier transform that is just long enough: zeros outside the axis take no cells, since they
 * may stand for any others that are congruent.
 */
export function wholeAxis(axis: Axis): AxisForm {
  const { positions, taps, stride, before, outputs } = axis;
  // A phase begins with its first position that is not in front of the axis.
  const skipped = Array.from({ length: stride }, (_, phase) =>
    Math.max(0, Math.ceil((before - phase) / stride)),
  );
  const cellsOf = skipped.map((cell, phase) =>
    Math.max(0, Math.ceil((positions + before - phase) / stride) - cell),
  );
  const cells = Math.max(...cellsOf);
  const skippedBefore = (phase: number): number => skipped[phase] ?? 0;
  const reaches = skipped.map((first, phase) => {
    const lastOffset = Math.ceil((taps - phase) / stride) - 1 - first;
    return Math.max(cells - 1 + first, outputs - 1 + lastOffset);
  });
  return {
    tiles: 1,
    cells,
    outputs,
    convolution: cyclicConvolution(Math.max(...reaches) + 1),
    position: (_, cell, phase) => stride * (cell + skippedBefore(phase)) + phase - before,
    offset: (tap) => Math.floor(tap / stride) - skippedBefore(tap % stride),
  };
}
