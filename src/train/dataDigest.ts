/** A digest of data, by which a resumed run knows that they are the same. */
import { createHash } from 'node:crypto';
import type { LoadedDataset } from '../entries/dataset.js';
import { sizeOf } from '../ir/tensorType.js';

/** Most numbers that are read: 16 MiB. */
const mostNumbers = 2 ** 22;

/** SHA-256 of the samples and their classes; of many numbers those of samples that are evenly spread over the data. */
export function dataDigest(dataset: LoadedDataset): string {
  const size = Math.max(1, sizeOf(dataset.shape));
  const count = Math.min(dataset.count, Math.max(1, Math.floor(mostNumbers / size)));
  const indices = Int32Array.from({ length: count }, (_, at) =>
    Math.floor((at * dataset.count) / count),
  );
  const samples = new Float32Array(count * size);
  dataset.read(indices, samples);
  const digest = createHash('sha256').update(samples);
  if (dataset.classes !== null && dataset.readLabels) {
    const labels = new Int32Array(count);
    dataset.readLabels(indices, labels);
    digest.update(labels);
  }
  return digest.digest('hex');
}
