import { join } from 'node:path';
import type { ByteArray } from './byteArray.js';
import { interleave } from './interleave.js';
import { dataError, readWhole } from '../shared/dataFile.js';

/** Pixels of a colour plane; each image has a red, a green and a blue plane. */
const plane = 32 * 32;
/** Bytes of a label and an image. */
const recordBytes = 1 + 3 * plane;
const recordsPerFile = 10_000;

/**
 * Reads images and labels from files of the binary version of CIFAR-10, concatenated.
 *
 *   file = 10000 × (label, 1024 red, 1024 green, 1024 blue)
 *
 * @param perClass Number of images of each class, to verify the files.
 * @returns Images `[count, 32, 32, 3]`, labels `[count]`.
 * @throws GanspecError GAN406 if the files are not those of CIFAR-10; errors of `readWhole`.
 */
export function readCifar(
  folder: string,
  names: readonly string[],
  perClass: number,
): { readonly images: ByteArray; readonly labels: ByteArray } {
  const count = names.length * recordsPerFile;
  const images = new Uint8Array(count * 3 * plane);
  const labels = new Uint8Array(count);
  names.forEach((name, part) => {
    const bytes = readRecords(join(folder, name));
    for (let record = 0; record < recordsPerFile; record++) {
      const start = record * recordBytes;
      const index = part * recordsPerFile + record;
      labels[index] = bytes[start] ?? 0;
      const planes = bytes.subarray(start + 1, start + recordBytes);
      interleave(planes, 3, images.subarray(index * 3 * plane, (index + 1) * 3 * plane));
    }
  });
  const counts = new Uint32Array(256);
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  if (!counts.every((found, label) => found === (label < 10 ? perClass : 0))) {
    throw dataError('GAN406', `${folder}: has not the labels of CIFAR-10`);
  }
  return {
    images: { file: folder, shape: [count, 32, 32, 3], data: images },
    labels: { file: folder, shape: [count], data: labels },
  };
}

function readRecords(file: string): Uint8Array {
  const bytes = readWhole(file);
  const wanted = recordsPerFile * recordBytes;
  if (bytes.length === wanted) return bytes;
  throw dataError('GAN406', `${file}: has ${bytes.length} bytes, where CIFAR-10 has ${wanted}`);
}
