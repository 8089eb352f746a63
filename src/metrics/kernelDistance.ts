import { defineMetric, type SampleRows } from '../entries/metric.js';
import { schemas, type KernelDistanceMetric } from '../generated/metrics.js';
import { eachDotProducts } from './shared/dotProducts.js';
import { tooWide } from './shared/featureChoice.js';
import { meanWithError } from './shared/meanWithError.js';

/**
 * Squared maximum mean discrepancy under the kernel k(x, y) = (x·y / width + 1)³, without bias (KID):
 *
 *   mean of k(x, x′) over x ≠ x′ + mean of k(y, y′) over y ≠ y′ − 2 · mean of k(x, y)
 *
 * The mean over disjoint blocks of `blockSize` samples of each side, with the standard error of that mean; it may be below 0.
 * @source Bińkowski et al. 2018, arXiv:1801.01401, section 3
 */
export const kernelDistance = defineMetric<KernelDistanceMetric>({
  type: 'kernelDistance',
  schema: schemas.kernelDistance,
  better: 'lower',
  features: ({ features }) => features,
  unfit: (data, _config, features) => tooWide(data, features),
  measure({ real, generated }, { blockSize }) {
    const size = Math.min(blockSize, real.count, generated.count);
    const blocks = Math.floor(Math.min(real.count, generated.count) / size);
    const distances = Array.from({ length: blocks }, (_, block) => {
      const [x, y] = [part(real, block, size), part(generated, block, size)];
      return meanKernel(x, x) + meanKernel(y, y) - 2 * meanKernel(x, y);
    });
    return { ...meanWithError(distances), details: { blocks, blockSize: size } };
  },
});

function part({ width, numbers }: SampleRows, block: number, count: number): SampleRows {
  const rows = numbers.subarray(block * count * width, (block + 1) * count * width);
  return { count, width, numbers: rows };
}

/** Mean of the kernel over pairs of rows, of different rows where both sides are the same. */
function meanKernel(x: SampleRows, y: SampleRows): number {
  const isSame = x === y;
  let sum = 0;
  eachDotProducts(x, y, (row, products) => {
    for (let j = 0; j < products.length; j++) {
      if (!isSame || j !== row) sum += ((products[j] ?? 0) / x.width + 1) ** 3;
    }
  });
  return sum / (x.count * (isSame ? x.count - 1 : y.count));
}
