/** Samples as a file that a person can look at. */
import type { Dataset } from '../../registry/entries.js';
import type { Samples } from '../session.js';
import { imageGrid } from './grid.js';
import { encodeNpy } from './npy.js';
import { encodePng } from './png.js';
import { scatterPlot } from './scatter.js';

export interface SampleFile {
  readonly extension: 'png' | 'npy';
  readonly bytes: Uint8Array;
}

/**
 * Images as a grid, points of the plane as a scatter plot beside as many real ones; anything else as numbers in an npy file.
 * @param samples `[count, …]`; images are `[count, height, width, 1 or 3]`, points `[count, 2]`.
 * @param openDataset Called for points only.
 */
export async function sampleFile(
  samples: Samples,
  openDataset: () => Promise<Dataset>,
): Promise<SampleFile> {
  const { data, shape } = samples;
  const [count = 0, ...sample] = shape;
  if (sample.length === 3 && (sample[2] === 1 || sample[2] === 3)) {
    return { extension: 'png', bytes: encodePng(imageGrid(data, shape)) };
  }
  if (sample.length === 1 && sample[0] === 2) {
    const dataset = await openDataset();
    const shown = Math.min(count, dataset.count);
    const real = new Float32Array(2 * shown);
    dataset.read(
      Array.from({ length: shown }, (_, index) => index),
      real,
    );
    return { extension: 'png', bytes: encodePng(scatterPlot(real, data)) };
  }
  return { extension: 'npy', bytes: encodeNpy(data, shape) };
}
