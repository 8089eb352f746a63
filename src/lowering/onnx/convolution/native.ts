/** Convolutions by ONNX's own operators, which GPUs have fast kernels for; they put channels before rows and columns. */
import type { OnnxValue, OnnxBuilder } from '../onnxBuilder.js';
import type { ConvForm, ConvLowering } from './convForm.js';
import { filterGradient } from './direct.js';
import type { ConvGeometry } from '../../convolution/geometry.js';

/** The gradient of the filter is a product of patches: as a convolution its filter would be as large as the image. */
export const nativeConvolution: ConvForm = {
  name: 'native',
  // Taken wherever it is listed.
  cost: () => 0,
  lowerings: (geometry, onnx) => ({
    forward: (x, filter) => forward(x, filter, geometry, onnx),
    inputGradient: (dy, filter) => inputGradient(dy, filter, geometry, onnx),
    filterGradient: (x, dy) => filterGradient(x, dy, geometry, onnx),
  }),
};

const forward: ConvLowering = (x, filter, geometry, onnx) => {
  const { batch, filters, outHeight, outWidth } = geometry;
  const y = onnx.op('Conv', [channelsFirst(x, onnx), filtersFirst(filter, onnx)], {
    shape: [batch, filters, outHeight, outWidth],
    attributes: attributesOf(geometry),
  });
  return channelsLast(y, onnx);
};

const inputGradient: ConvLowering = (dy, filter, geometry, onnx) => {
  const { batch, channels, height, width } = geometry;
  const dx = onnx.op('ConvTranspose', [channelsFirst(dy, onnx), filtersFirst(filter, onnx)], {
    shape: [batch, channels, height, width],
    attributes: { ...attributesOf(geometry), output_padding: { ints: unread(geometry) } },
  });
  return channelsLast(dx, onnx);
};

function attributesOf({ kernelHeight, kernelWidth, strides, padding }: ConvGeometry) {
  const [[top, bottom], [left, right]] = padding;
  return {
    kernel_shape: { ints: [kernelHeight, kernelWidth] },
    strides: { ints: strides },
    pads: { ints: [top, left, bottom, right] },
  };
}

/** Rows and columns at the end that no tap meets. */
function unread(geometry: ConvGeometry): readonly number[] {
  const { height, width, kernelHeight, kernelWidth, outHeight, outWidth } = geometry;
  const { strides, padding } = geometry;
  const sizes = [
    [height, kernelHeight, outHeight],
    [width, kernelWidth, outWidth],
  ] as const;
  return sizes.map(([size, taps, outputs], axis) => {
    const [before = 0, after = 0] = padding[axis] ?? [];
    return size + before + after - taps - (outputs - 1) * (strides[axis] ?? 1);
  });
}

/** `[batch, height, width, channels]` to `[batch, channels, height, width]`. */
function channelsFirst(x: OnnxValue, onnx: OnnxBuilder): OnnxValue {
  return transpose(x, [0, 3, 1, 2], onnx);
}

function channelsLast(x: OnnxValue, onnx: OnnxBuilder): OnnxValue {
  return transpose(x, [0, 2, 3, 1], onnx);
}

/** `[height, width, channels, filters]` to `[filters, channels, height, width]`. */
function filtersFirst(filter: OnnxValue, onnx: OnnxBuilder): OnnxValue {
  return transpose(filter, [3, 2, 0, 1], onnx);
}

function transpose(x: OnnxValue, order: readonly number[], onnx: OnnxBuilder): OnnxValue {
  const shape = order.map((axis) => x.shape[axis] ?? 1);
  return onnx.op('Transpose', [x], { shape, attributes: { perm: { ints: order } } });
}
