/** The expected time of a convolution by whole maps beside that of TensorFlow's own kernels. */
import { axesOf, wholeAxis } from '../../convolution/axis.js';
import { bilinearSizes } from '../../convolution/bilinearSizes.js';
import { outPositionsOf, tapsOf, type ConvGeometry } from '../../convolution/geometry.js';

/** Larger maps take longer in most sizes, and are less exact. */
const largestMap = 64;

/** The greatest share of the time of TensorFlow's own kernels that is expected to pay. */
const limit = 0.75;

/** Multiplications in the time that a number of a transform takes to be written and read. */
const multiplicationsPerNumber = 30;

/**
 * True where whole maps are expected to be faster. Measured times of the three kernels beside TensorFlow's own for 64 images,
 * with the expected share in brackets: taps 5 × 5 on 7 × 7 with 128 channels and filters 0.20 (0.24), with 32 and 64 0.47 (0.40);
 * 3 × 3 on 8 × 8 with 128 0.38 (0.50), on 4 × 4 with 256 0.36 (0.42); with stride 2 5 × 5 to 4 × 4 with 128 0.62 (0.69), 4 × 4
 * with 256 0.89 (0.94), 3 × 3 with 128 1.4 (1.75). For 16 images 3 × 3 on 7 × 7 with 128 0.77 (0.73), with 64 1.2 (0.91).
 */
export function wholeMapPays(geometry: ConvGeometry): boolean {
  const isSmall = outPositionsOf(geometry) <= largestMap && tapsOf(geometry) > 1;
  return isSmall && expectedShare(geometry) < limit;
}

/** Multiplications and memory of the three kernels in proportion to the multiplications of plain sums. */
function expectedShare(geometry: ConvGeometry): number {
  const { batch, channels, filters, strides } = geometry;
  const [vertical, horizontal] = axesOf(geometry);
  const { rows, cells, outputs } = bilinearSizes(wholeAxis(vertical), wholeAxis(horizontal));
  const taps = tapsOf(geometry);
  const width = strides[0] * strides[1] * channels;
  const products = 3 * batch * width * filters;
  const transforms = 2 * (batch * (cells * width + outputs * filters) + taps * width * filters);
  const numbers = 2 * (batch * (width + filters) + width * filters);
  const all = rows * (products + transforms + multiplicationsPerNumber * numbers);
  return all / (3 * batch * outputs * taps * channels * filters);
}
