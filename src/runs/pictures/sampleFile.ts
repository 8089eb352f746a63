/** Samples as a file that a person can look at. */
import type { LoadedDataset, EncodedSamples, Encoder } from '../../entries/dataset.js';
import type { Interval } from '../../entries/interval.js';
import type { Samples } from '../samples.js';
import { imageGrid } from './grid.js';
import { encodeNpy } from './npy.js';
import { encodePng } from './png.js';
import { scatterPlot } from './scatter.js';

/** Properties of the data set that decide the file format of samples, besides their shape; the functions are not called for images. */
export interface SampleForm {
  /** The values of black and white in an image; null for -1 and 1. */
  readonly range: Interval | null;
  readonly openEncoder: () => Promise<Encoder | undefined>;
  /** Opens the data set for real points beside generated ones; undefined where the data are unavailable. */
  readonly openDataset: () => Promise<LoadedDataset | undefined>;
}

/**
 * Images as a grid; other samples in the form that the data set writes, or, for points of the plane, as a scatter plot
 * beside as many real ones, or else as numbers in an npy file.
 * @param samples `[count, …]`; images are `[count, height, width, 1 or 3]`, points `[count, 2]`.
 */
export async function sampleFile(
  samples: Samples,
  { range, openEncoder, openDataset }: SampleForm,
): Promise<EncodedSamples> {
  const { data, shape, labels } = samples;
  const [count = 0, ...sample] = shape;
  if (sample.length === 3 && (sample[2] === 1 || sample[2] === 3)) {
    return { extension: 'png', bytes: encodePng(imageGrid(data, shape, range ?? [-1, 1])) };
  }
  const encode = await openEncoder();
  if (encode) return encode(data, labels);
  if (sample.length === 1 && sample[0] === 2) {
    const real = realPoints(await openDataset(), count);
    return { extension: 'png', bytes: encodePng(scatterPlot(real, data)) };
  }
  return { extension: 'npy', bytes: encodeNpy(data, shape) };
}

function realPoints(dataset: LoadedDataset | undefined, count: number): Float32Array {
  const shown = Math.min(count, dataset?.count ?? 0);
  const points = new Float32Array(2 * shown);
  dataset?.read(
    Array.from({ length: shown }, (_, index) => index),
    points,
  );
  return points;
}
