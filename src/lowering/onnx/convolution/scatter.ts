/** The input's gradient as one product, whose columns are then added up at the positions that they belong to. */
import { gatherRows } from '../gatherRows.js';
import { matMul } from '../matMul.js';
import type { ConvLowering } from './convForm.js';
import { gatherCost, productCost, sumCost, transposeCost } from './cost.js';
import {
  inPositionsOf,
  meets,
  outPositionsOf,
  tapsOf,
  type ConvGeometry,
} from '../../convolution/geometry.js';
import { imagesFirst, imagesLast } from './imagesLast.js';

/** For each input position, the rows `out · taps + tap` that end there, filled up with a row of zeros. */
function arrivals(geometry: ConvGeometry): readonly (readonly number[])[] {
  const taps = tapsOf(geometry);
  const rows = outPositionsOf(geometry) * taps;
  const lists = Array.from({ length: inPositionsOf(geometry) }, (): number[] => []);
  for (let row = 0; row < rows; row++) {
    const position = meets(geometry, Math.floor(row / taps), row % taps);
    if (position !== undefined) lists[position]?.push(row);
  }
  const longest = Math.max(1, ...lists.map((list) => list.length));
  return lists.map((list) => [...list, ...Array<number>(longest - list.length).fill(rows)]);
}

/** dx[p] = Σ of the rows of dy · filterᵀ that fall on p. */
export const scatteredInputGradient: ConvLowering = (dy, filter, geometry, onnx) => {
  const { batch, height, width, channels, filters } = geometry;
  const [positions, outPositions] = [inPositionsOf(geometry), outPositionsOf(geometry)];
  const taps = tapsOf(geometry);
  const gradient = onnx.reshape(dy, [batch * outPositions, filters]);
  const matrix = onnx.reshape(filter, [taps * channels, filters]);
  const product = matMul(gradient, matrix, onnx, { transposeB: true });
  const patches = onnx.reshape(product, [batch, outPositions * taps, channels]);
  const lists = arrivals(geometry);
  const rows = gatherRows(imagesLast(patches, onnx), Int32Array.from(lists.flat()), onnx);
  const longest = lists[0]?.length ?? 1;
  const stacked = onnx.reshape(rows, [positions, longest, channels * batch]);
  const sum = onnx.op('ReduceSum', [stacked, onnx.list([1])], {
    shape: [positions, channels * batch],
    attributes: { keepdims: { i: 0 } },
  });
  return onnx.reshape(imagesFirst(sum, batch, onnx), [batch, height, width, channels]);
};

/** Expected nanoseconds. */
export function scatteredCost(geometry: ConvGeometry): number {
  const { batch, channels, filters, kernelHeight, kernelWidth, strides } = geometry;
  const [taps, outPositions] = [tapsOf(geometry), outPositionsOf(geometry)];
  const overlap = Math.ceil(kernelHeight / strides[0]) * Math.ceil(kernelWidth / strides[1]);
  const [rows, floats] = [inPositionsOf(geometry) * overlap, channels * batch];
  const turned = (outPositions * taps + inPositionsOf(geometry)) * floats;
  return (
    productCost({ rows: batch * outPositions, inner: filters, columns: taps * channels }) +
    transposeCost(turned) +
    gatherCost(rows, floats) +
    sumCost(rows * floats)
  );
}
