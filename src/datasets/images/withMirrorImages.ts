import { sizeOf } from '../../ir/tensorType.js';
import type { DatasetDescription, LoadedDataset } from '../../entries/dataset.js';

/**
 * Doubles a data set of images `[height, width, channels]` by horizontal flips: sample count + i is the mirror image of
 * sample i. Generated images never pass through here.
 * @source Karras et al. 2020 (StyleGAN2-ADA), arXiv:2006.06676, "x-flips"
 */
export function withMirrorImages(images: LoadedDataset): LoadedDataset {
  const { count } = images;
  const [, width = 0, channels = 0] = images.shape;
  const size = sizeOf(images.shape);
  const original = (indices: ArrayLike<number>): Uint32Array =>
    Uint32Array.from(indices, (index) => index % count);
  return {
    ...withMirrorCounts(images),
    read(indices, out) {
      images.read(original(indices), out);
      for (let i = 0; i < indices.length; i++) {
        if ((indices[i] ?? 0) < count) continue;
        flipHorizontally(out.subarray(i * size, (i + 1) * size), width, channels);
      }
    },
    ...(images.readLabels && {
      readLabels: (indices: ArrayLike<number>, out: Int32Array) => {
        images.readLabels?.(original(indices), out);
      },
    }),
  };
}

/** Counts of a data set with the mirror images of its samples. */
export function withMirrorCounts<D extends DatasetDescription>(images: D): D {
  const { count, classList } = images;
  const doubled = classList?.map(({ name, count }) =>
    count === undefined ? { name } : { name, count: 2 * count },
  );
  return { ...images, count: 2 * count, ...(doubled && { classList: doubled }) };
}

function flipHorizontally(image: Float32Array, width: number, channels: number): void {
  const rows = image.slice();
  for (let i = 0; i < image.length; i++) {
    const column = Math.floor(i / channels) % width;
    image[i] = rows[i + (width - 1 - 2 * column) * channels] ?? 0;
  }
}
