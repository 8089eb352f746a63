import { schemas, type NpyDataset } from '../generated/datasets.js';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import { sizeOf, type Shape } from '../ir/tensorType.js';
import {
  defineDataset,
  type DatasetContext,
  type DatasetDescription,
  type SampleClass,
} from '../entries/dataset.js';
import type { HostConfig } from '../entries/config.js';
import type { Interval } from '../entries/interval.js';
import { byNeedWarning } from './shared/byNeed.js';
import { checkBounds, narrowData } from './shared/bounds.js';
import { classesOf } from './shared/classes.js';
import { dataPath } from './shared/dataPath.js';
import { labelReader } from './shared/labelReader.js';
import { labelNumbers } from './formats/labelNumbers.js';
import { numberExtent } from './formats/numberExtent.js';
import { readNpy, type NpyArray } from './formats/readNpy.js';

type Options = HostConfig<NpyDataset>;

/** User-provided samples of any shape in a NumPy file. */
export const npy = defineDataset<NpyDataset>({
  type: 'npy',
  schema: schemas.npy,
  // Read by need, since each number is looked at once.
  describe: (config, context) =>
    describe(readNpy(dataPath(context, config.file, 'file'), config.limit, 0), config, context),
  open(config, context) {
    const array = readNpy(dataPath(context, config.file, 'file'), config.limit);
    const description = describe(array, config, context);
    const size = sizeOf(description.shape);
    const [low, high] = boundsOf(array, config) ?? [-1, 1];
    // Halved first, because the difference of two large numbers may overflow.
    const [middle, half] = [low / 2 + high / 2, high / 2 - low / 2];
    const labels = readLabels(config, context, array)?.data;
    const numbers = new Float64Array(size);
    const places = placesIn(description.shape, config);
    return {
      ...description,
      read(indices, out) {
        for (let i = 0; i < indices.length; i++) {
          array.read((indices[i] ?? 0) * size, numbers);
          for (let j = 0; j < size; j++) {
            // Maps [low, high] to [-1, 1]; the bounds -1 and 1 leave numbers unchanged.
            out[i * size + j] = ((numbers[places?.[j] ?? j] ?? 0) - middle) / half;
          }
        }
      },
      ...(labels && { readLabels: labelReader(labels) }),
    };
  },
});

function describe(array: NpyArray, config: Options, context: DatasetContext): DatasetDescription {
  // A one-dimensional array holds one number per sample.
  const [samples = 0, first = 1, ...rest] = array.shape;
  const shape = config.channelsFirst ? [...rest, first] : [first, ...rest];
  const count = Math.min(samples, config.limit ?? Infinity);
  const bounds = boundsOf(array, config);
  const extent = numberExtent(array, count * sizeOf(shape), bounds);
  const isByteData = bounds !== null && config.bounds === null;
  const labels = readLabels(config, context, array);
  if (config.flip) checkFlip(shape);
  return {
    shape,
    range: bounds ? [-1, 1] : null,
    flip: config.flip,
    count,
    classes: labels?.classList.length ?? null,
    ...(labels && { classList: labels.classList }),
    ...(!bounds && { extent }),
    warnings: [
      ...(isByteData ? narrowData(`${array.file}: its bytes`, extent, bounds) : []),
      ...byNeedWarning(`${array.file}: its numbers`, array.bytes, 'the file'),
    ],
  };
}

/** Refuses mirror images of samples that are no images. @throws GanspecError GAN421 */
function checkFlip(shape: Shape): void {
  if (shape.length === 3) return;
  throw new GanspecError(
    'GAN421',
    exitCodes.spec,
    `the samples have the shape [${shape.join(', ')}], and only images [height, width, channels] have mirror images`,
    'remove "flip"',
    '/data/flip',
  );
}

/** Place in the file's sample of each number of a delivered one, of this shape; undefined where they are the same. */
function placesIn(shape: Shape, { channelsFirst }: Options): Uint32Array | undefined {
  if (!channelsFirst) return undefined;
  const channels = shape.at(-1) ?? 1;
  const plane = sizeOf(shape) / channels;
  return Uint32Array.from(
    { length: sizeOf(shape) },
    (_, i) => (i % channels) * plane + Math.floor(i / channels),
  );
}

/** Bounds of the values: those of the option, else 0 and 255 for bytes, else none. @throws GanspecError GAN417 */
function boundsOf({ kind }: NpyArray, { bounds }: Options): Interval | null {
  if (bounds) checkBounds(bounds);
  return bounds ?? (kind === 'u1' ? [0, 255] : null);
}

/** Classes of the samples up to the limit: the labels that occur. @throws GanspecError GAN407 */
function readLabels(
  { labels, limit }: Options,
  context: DatasetContext,
  { file, shape: [count = 0] }: NpyArray,
): { readonly data: Int32Array; readonly classList: readonly SampleClass[] } | null {
  if (labels === null) return null;
  const data = labelNumbers(readNpy(dataPath(context, labels, 'labels')), count, file);
  const { list, indices } = classesOf(data.subarray(0, limit ?? count));
  return { data: data.map((label) => indices.get(label) ?? 0), classList: list };
}
