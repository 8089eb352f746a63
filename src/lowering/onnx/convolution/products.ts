/** Convolutions as one product with the im2col matrix of the image: forward, and the filter's gradient. */
import { matMul } from '../matMul.js';
import type { ConvAlgorithm } from './algorithm.js';
import { productMicroseconds } from './cost.js';
import { outPositionsOf, tapsOf, type ConvGeometry } from './geometry.js';
import { im2col, im2colMicroseconds } from './im2col.js';

function cost(geometry: ConvGeometry): number {
  const { batch, channels, filters } = geometry;
  const rows = batch * outPositionsOf(geometry);
  const inner = tapsOf(geometry) * channels;
  return im2colMicroseconds(geometry) + productMicroseconds(rows, inner, filters);
}

/** y = patches · filter. */
export const im2colForward: ConvAlgorithm = {
  name: 'im2col',
  applies: () => true,
  cost,
  lower: (x, filter, geometry, onnx) => {
    const { batch, outHeight, outWidth, channels, filters } = geometry;
    const matrix = onnx.reshape(filter, [tapsOf(geometry) * channels, filters]);
    const y = matMul(im2col(x, geometry, onnx), matrix, onnx);
    return onnx.reshape(y, [batch, outHeight, outWidth, filters]);
  },
};

/** dFilter = patchesᵀ · dy. */
export const im2colFilterGradient: ConvAlgorithm = {
  name: 'im2col',
  applies: () => true,
  cost,
  lower: (x, dy, geometry, onnx) => {
    const { batch, kernelHeight, kernelWidth, channels, filters } = geometry;
    const rows = onnx.reshape(dy, [batch * outPositionsOf(geometry), filters]);
    const product = matMul(im2col(x, geometry, onnx), rows, onnx, { transposeA: true });
    return onnx.reshape(product, [kernelHeight, kernelWidth, channels, filters]);
  },
};
