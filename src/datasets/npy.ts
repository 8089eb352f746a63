import { schemas, type NpyDataset } from '../generated/datasets.js';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineDataset, type DatasetContext, type DatasetDescription } from '../entries/dataset.js';
import type { HostConfig } from '../entries/config.js';
import { dataError } from './shared/dataFile.js';
import { dataPath } from './shared/dataPath.js';
import { readNpy, readNpyHeader, type NpyArray, type NpyHeader } from './formats/readNpy.js';

type Options = HostConfig<NpyDataset>;

/** User-provided samples of any shape in a NumPy file. */
export const npy = defineDataset<NpyDataset>({
  type: 'npy',
  schema: schemas.npy,
  describe: (config, context) =>
    describe(readNpyHeader(dataPath(context, config.file, 'file')), config, context),
  open(config, context) {
    const array = readNpy(dataPath(context, config.file, 'file'));
    const description = describe(array, config, context);
    const size = sizeOf(description.shape);
    const [low, high] = boundsOf(array, config) ?? [-1, 1];
    // Halved first, because the difference of two large numbers may overflow.
    const [middle, half] = [low / 2 + high / 2, high / 2 - low / 2];
    checkNumbers(array, description.count * size, boundsOf(array, config));
    const labels = readLabels(config, context, array)?.data;
    return {
      ...description,
      read(indices, out) {
        for (let i = 0; i < indices.length; i++) {
          const start = (indices[i] ?? 0) * size;
          for (let j = 0; j < size; j++) {
            // Maps [low, high] to [-1, 1]; the bounds -1 and 1 leave numbers unchanged.
            out[i * size + j] = (array.at(start + j) - middle) / half;
          }
        }
      },
      ...(labels && {
        readLabels(indices: ArrayLike<number>, out: Int32Array) {
          for (let i = 0; i < indices.length; i++) out[i] = labels[indices[i] ?? 0] ?? 0;
        },
      }),
    };
  },
});

function describe(header: NpyHeader, config: Options, context: DatasetContext): DatasetDescription {
  const [count = 0, ...shape] = header.shape;
  return {
    // A one-dimensional array holds one number per sample.
    shape: shape.length === 0 ? [1] : shape,
    range: boundsOf(header, config) ? [-1, 1] : null,
    count: Math.min(count, config.limit ?? Infinity),
    classes: readLabels(config, context, header)?.classes ?? null,
  };
}

/** Bounds of the values: those of the option, else 0 and 255 for bytes, else none. @throws GanspecError GAN417 */
function boundsOf({ kind }: NpyHeader, { bounds }: Options): readonly [number, number] | null {
  if (bounds && !(bounds[0] / 2 < bounds[1] / 2)) {
    throw new GanspecError(
      'GAN417',
      exitCodes.spec,
      `no number lies between ${bounds[0]} and ${bounds[1]}`,
      'write the least number first, then the greatest',
      '/data/bounds',
    );
  }
  return bounds ?? (kind === 'u1' ? [0, 255] : null);
}

/** Numbers from here on round to infinity in float32. */
const largestFloat = 2 ** 128 - 2 ** 104;

/** @throws GanspecError GAN412 for a number outside the bounds, or one that is not finite in float32. */
function checkNumbers(
  { at, file }: NpyArray,
  count: number,
  bounds: readonly [number, number] | null,
): void {
  const [low, high] = bounds ?? [-largestFloat, largestFloat];
  for (let i = 0; i < count; i++) {
    const value = at(i);
    if (value >= low && value <= high) continue;
    const wanted = bounds ? `between ${low} and ${high}` : 'a finite number';
    throw dataError('GAN412', `${file}: number ${i} is ${value}, not ${wanted}`);
  }
}

/** Labels of a file; the number of classes is the largest label plus one. @throws GanspecError GAN407 */
function readLabels(
  { labels }: Options,
  context: DatasetContext,
  { file, shape: [count = 0] }: NpyHeader,
): { readonly data: Int32Array; readonly classes: number } | null {
  if (labels === null) return null;
  const array = readNpy(dataPath(context, labels, 'labels'));
  if (array.shape.length !== 1 || array.shape[0] !== count) {
    const shape = array.shape.join(', ');
    throw dataError(
      'GAN407',
      `${array.file}: holds [${shape}] labels for the ${count} samples of ${file}`,
    );
  }
  const data = Int32Array.from({ length: count }, (_, i) => array.at(i));
  const wrong = data.findIndex((label, i) => label < 0 || label !== array.at(i));
  if (wrong >= 0) {
    const message = `${array.file}: label ${wrong} is ${array.at(wrong)}, no whole number from 0 on`;
    throw dataError('GAN407', message);
  }
  return { data, classes: 1 + data.reduce((largest, label) => Math.max(largest, label), 0) };
}
