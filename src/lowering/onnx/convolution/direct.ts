/** Convolutions by plain sums: one product with the im2col matrix of the image, and one of two ways to the image's gradient. */
import { matMul } from '../matMul.js';
import type { ConvForm, ConvLowering } from './convForm.js';
import { productCost } from './cost.js';
import { outPositionsOf, tapsOf, type ConvGeometry } from '../../convolution/geometry.js';
import { im2col, im2colCost } from './im2col.js';
import { phasedCost, phasedInputGradient } from './phases.js';
import { scatteredCost, scatteredInputGradient } from './scatter.js';

/** y = patches · filter. */
const forward: ConvLowering = (x, filter, geometry, onnx) => {
  const { batch, outHeight, outWidth, channels, filters } = geometry;
  const matrix = onnx.reshape(filter, [tapsOf(geometry) * channels, filters]);
  const y = matMul(im2col(x, geometry, onnx), matrix, onnx);
  return onnx.reshape(y, [batch, outHeight, outWidth, filters]);
};

/** dFilter = patchesᵀ · dy. */
export const filterGradient: ConvLowering = (x, dy, geometry, onnx) => {
  const { batch, kernelHeight, kernelWidth, channels, filters } = geometry;
  const rows = onnx.reshape(dy, [batch * outPositionsOf(geometry), filters]);
  const product = matMul(im2col(x, geometry, onnx), rows, onnx, { transposeA: true });
  return onnx.reshape(product, [kernelHeight, kernelWidth, channels, filters]);
};

/** The convolution and its filter's gradient, which share the im2col matrix. */
function productsCost(geometry: ConvGeometry): number {
  const { batch, channels, filters } = geometry;
  const rows = batch * outPositionsOf(geometry);
  const inner = tapsOf(geometry) * channels;
  return (
    im2colCost(geometry) +
    productCost({ rows, inner, columns: filters }) +
    productCost({ rows: inner, inner: rows, columns: filters, transposed: true })
  );
}

/** Fast for many channels. */
export const directByPhases = direct('direct by phases', phasedInputGradient, phasedCost);

/** Fast for few channels, where phases multiply by thin matrices. */
export const directScattered = direct('direct, scattered', scatteredInputGradient, scatteredCost);

function direct(
  name: string,
  inputGradient: ConvLowering,
  gradientCost: (geometry: ConvGeometry) => number | undefined,
): ConvForm {
  return {
    name,
    cost: (geometry) => {
      const gradient = gradientCost(geometry);
      return gradient && productsCost(geometry) + gradient;
    },
    lowerings: (geometry, onnx) => ({
      forward: (x, filter) => forward(x, filter, geometry, onnx),
      inputGradient: (dy, filter) => inputGradient(dy, filter, geometry, onnx),
      filterGradient: (x, dy) => filterGradient(x, dy, geometry, onnx),
    }),
  };
}
