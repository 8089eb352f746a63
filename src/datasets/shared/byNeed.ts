import type { DatasetWarning } from '../../entries/dataset.js';
import { maxFileBytes } from './dataFile.js';

/**
 * Warning of samples that memory is not to hold, and that are read from files by need.
 * @param what Subject of the message, such as `photos: 300000 images of [64, 64, 3]`.
 * @param from Where they are read from, such as `the file`.
 */
export function byNeedWarning(
  what: string,
  bytes: number,
  from: string,
): readonly DatasetWarning[] {
  if (bytes <= maxFileBytes) return [];
  return [
    {
      code: 'GAN422',
      message: `${what} take ${gigabytes(bytes)}, over ${gigabytes(maxFileBytes)}: they are read from ${from} by need, a batch at a time, and memory stays bounded`,
      hint: 'Keep the file on a fast disk; or set "limit", or make the samples smaller, to hold all in memory.',
    },
  ];
}

/** Bytes in units of 10⁹, as disks are sold. */
function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(2)} GB`;
}
