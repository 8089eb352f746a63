import { schemas, type NpyDataset } from '../generated/datasets.js';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import { sizeOf, type Shape } from '../ir/tensorType.js';
import { defineDataset, type DatasetContext, type DatasetDescription } from '../entries/dataset.js';
import type { HostConfig } from '../entries/config.js';
import type { Interval } from '../entries/interval.js';
import { byNeedWarning } from './shared/byNeed.js';
import { checkBounds, narrowData } from './shared/bounds.js';
import { dataPath } from './shared/dataPath.js';
import { arrayClasses, noClasses, type ArrayClasses } from './formats/arrayClasses.js';
import { channelDoubts, channelsLast, placesOfChannels, storedShape } from './formats/axes.js';
import { numberExtent } from './formats/numberExtent.js';
import { readNpy, type NpyArray } from './formats/readNpy.js';

type Options = HostConfig<NpyDataset>;

/** User-provided samples of any shape in a NumPy file. */
export const npy = defineDataset<NpyDataset>({
  type: 'npy',
  schema: schemas.npy,
  describe(config, context) {
    // Read by need, since each number is looked at once.
    const array = readNpy(dataPath(context, config.file, 'file'), config.limit, 0);
    return describe(array, config, readClasses(array, config, context));
  },
  open(config, context) {
    const array = readNpy(dataPath(context, config.file, 'file'), config.limit);
    const classes = readClasses(array, config, context);
    const description = describe(array, config, classes);
    const size = sizeOf(description.shape);
    const [low, high] = boundsOf(array, config) ?? [-1, 1];
    // Halved first, because the difference of two large numbers may overflow.
    const [middle, half] = [low / 2 + high / 2, high / 2 - low / 2];
    const numbers = new Float64Array(size);
    const places = config.channelsFirst ? placesOfChannels(description.shape) : undefined;
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
      ...classes.reader,
    };
  },
});

function describe(array: NpyArray, config: Options, classes: ArrayClasses): DatasetDescription {
  const { file } = array;
  const { channelsFirst, flip } = config;
  const stored = storedShape(file, array.shape, config.shape);
  const shape = channelsFirst ? channelsLast(stored) : stored;
  const count = Math.min(array.shape[0] ?? 0, config.limit ?? Infinity);
  const bounds = boundsOf(array, config);
  const extent = numberExtent(array, count * sizeOf(shape), bounds);
  const noun = array.kind === 'u1' ? 'bytes' : 'numbers';
  const origin = config.bounds ? 'asked' : 'own';
  if (flip) checkFlip(stored, channelsFirst);
  return {
    shape,
    range: bounds ? [-1, 1] : null,
    flip,
    count,
    ...classes.described,
    ...(!bounds && { extent }),
    warnings: [
      ...(channelsFirst ? channelDoubts(file, stored) : []),
      ...(bounds ? narrowData(`${file}: its ${noun}`, extent, bounds, origin) : []),
      ...classes.warnings,
      ...byNeedWarning(`${file}: its numbers`, array.bytes, 'the file'),
    ],
  };
}

/** Refuses mirror images of samples that are no images. @throws GanspecError GAN421 */
function checkFlip(stored: Shape, channelsFirst: boolean): void {
  if (stored.length === 3) return;
  const sizes = stored.length === 2 ? stored : ['height', 'width'];
  const image = channelsFirst ? [1, ...sizes] : [...sizes, 1];
  throw new GanspecError(
    'GAN421',
    exitCodes.spec,
    `the samples have the shape [${stored.join(', ')}], and only images [height, width, channels] have mirror images`,
    `where they are images, set "shape": [${image.join(', ')}] in "data"; else remove "flip"`,
    '/data/flip',
  );
}

/** Bounds of the values: those of the option, else 0 and 255 for bytes, else none. @throws GanspecError GAN417 */
function boundsOf({ kind }: NpyArray, { bounds }: Options): Interval | null {
  if (bounds) checkBounds(bounds);
  return bounds ?? (kind === 'u1' ? [0, 255] : null);
}

/** @throws GanspecError GAN407 for labels that do not fit the samples; errors of `readNpy` */
function readClasses(
  { file: samples, shape: [count = 0] }: NpyArray,
  { labels, limit }: Options,
  context: DatasetContext,
): ArrayClasses {
  if (labels === null) return noClasses;
  // Read by need, since the file may turn out to hold no labels.
  const { file, shape, read } = readNpy(dataPath(context, labels, 'labels'), null, 0);
  const numbers = (): Float64Array => {
    const all = new Float64Array(sizeOf(shape));
    read(0, all);
    return all;
  };
  return arrayClasses({ file, shape, numbers }, { file: samples, count }, limit);
}
