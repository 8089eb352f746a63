/** Samples as a file that a person can look at. */
import type { LoadedDataset, EncodedSamples, Encoder } from '../../entries/dataset.js';
import type { Interval } from '../../entries/interval.js';
import type { Samples } from '../samples.js';
import { classGrid } from './classGrid.js';
import { isDrawn } from './font.js';
import { imageGrid, singleImage } from './grid.js';
import { encodeNpy } from './npy.js';
import { encodePng } from './png.js';
import { scatterPlot } from './scatter.js';

/** Properties of the data set that decide the file format of samples, besides their shape; the functions are not called for images. */
export interface SampleForm {
  /** The values of black and white in an image, see `pictureRange`. */
  readonly range: Interval;
  /** Names of the classes; fewer than there are where they have numbers only. */
  readonly names: readonly string[];
  readonly openEncoder: () => Promise<Encoder | undefined>;
  /** Opens the data set for real points beside generated ones; undefined where the data are unavailable. */
  readonly openDataset: () => Promise<LoadedDataset | undefined>;
  /** True for a plot that fits all points; others fit the real ones, so that those of a run can be compared. */
  readonly fitsAll?: boolean;
}

/** A file of samples. */
export interface SampleFile extends EncodedSamples {
  /** Class of each sample, for a file beside it; absent where samples have none, or the file itself shows them. */
  readonly classes?: readonly string[];
}

/**
 * One image as it is; images as a grid, with a row for each class where they have classes, and names that cannot be drawn beside it; other samples in the form that the data set writes, or, for points of the plane, as a scatter plot
 * beside as many real ones, or else as numbers in an npy file.
 * @param samples `[count, …]`; images are `[count, height, width, 1 or 3]`, points `[count, 2]`.
 */
export async function sampleFile(
  samples: Samples,
  { range, names, openEncoder, openDataset, fitsAll = false }: SampleForm,
): Promise<SampleFile> {
  const { data, shape, labels } = samples;
  const [count = 0, ...sample] = shape;
  if (sample.length === 3 && (sample[2] === 1 || sample[2] === 3)) {
    if (count === 1) {
      const bytes = encodePng(singleImage(data, shape, range));
      return { extension: 'png', bytes, ...classesOf(samples, names) };
    }
    const grid = labels
      ? classGrid(data, shape, range, labels, names)
      : imageGrid(data, shape, range);
    return { extension: 'png', bytes: encodePng(grid), ...undrawnClasses(samples, names) };
  }
  const encode = await openEncoder();
  if (encode) {
    const { showsClasses, ...file } = encode(data, labels);
    return showsClasses === true ? file : { ...file, ...classesOf(samples, names) };
  }
  if (sample.length === 1 && sample[0] === 2) {
    const real = realPoints(await openDataset(), count);
    const groups = labels && { labels, names };
    const fitted = fitsAll ? new Float32Array([...real, ...data]) : undefined;
    const bytes = encodePng(scatterPlot(real, data, groups, fitted));
    return { extension: 'png', bytes, ...undrawnClasses(samples, names) };
  }
  return numbersFile(samples, names);
}

/** The numbers of samples in an npy file. @param names As of `SampleForm`. */
export function numbersFile(samples: Samples, names: readonly string[]): SampleFile {
  const bytes = encodeNpy(samples.data, samples.shape);
  return { extension: 'npy', bytes, ...classesOf(samples, names) };
}

function classesOf({ labels }: Samples, names: readonly string[]): Pick<SampleFile, 'classes'> {
  return labels ? { classes: Array.from(labels, (label) => names[label] ?? String(label)) } : {};
}

/** The classes where a picture has the number of one in the place of its name. */
function undrawnClasses(samples: Samples, names: readonly string[]): Pick<SampleFile, 'classes'> {
  const shown = [...new Set(samples.labels)].map((label) => names[label] ?? String(label));
  return shown.every(isDrawn) ? {} : classesOf(samples, names);
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
