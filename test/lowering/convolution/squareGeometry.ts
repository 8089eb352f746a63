import { spatialPadding } from '../../../src/ir/convGeometry.js';
import { geometryOf, type ConvGeometry } from '../../../src/lowering/convolution/geometry.js';

/** The geometry of `[images, size, channels, filters, taps, stride]` with "same" padding; maps and kernels are squares. */
export function squareGeometry(sizes: readonly number[]): ConvGeometry {
  const [images = 1, size = 1, channels = 1, filters = 1, taps = 1, stride = 1] = sizes;
  const out = Math.ceil(size / stride);
  return geometryOf(
    [images, size, size, channels],
    [taps, taps, channels, filters],
    [images, out, out, filters],
    {
      strides: [stride, stride],
      padding: spatialPadding('same', [size, size], [taps, taps], [stride, stride]),
    },
  );
}
