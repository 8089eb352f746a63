/** Images that the data have as rows of numbers, or without an axis of channels. */
import { sizeOf, type Shape } from '../../ir/tensorType.js';
import type { DatasetDescription } from '../../entries/dataset.js';
import { entryOf } from '../../entries/entryOf.js';
import type { Registry } from '../../entries/registry.js';
import type { NormalSpec } from '../normalSpec.js';
import type { ResolvedNetwork } from '../resolvedGan.js';
import { withChannelsLast, looksChannelsFirst } from './axisOrder.js';
import { sampleShapeText } from './quantityText.js';
import type { RuleContext } from './resolveContext.js';

/** Option of data sets that gives the numbers of a sample other axes. */
const option = 'shape';
/** Channels that images of more than one have. */
const colours = [2, 3, 4];
/** Height or width from which on three axes are taken for those of an image. */
const minSide = 5;

/**
 * The way out where the generator yields images, and samples have as many numbers on fewer axes; undefined elsewhere.
 * @param given Shape of the generator's output. @param wanted Shape of a sample.
 */
export function flattenedHint(
  given: Shape,
  wanted: Shape,
  { data: { type } }: NormalSpec,
  registry: Registry,
): string | undefined {
  if (given.length !== 3 || sizeOf(given) !== sizeOf(wanted)) return undefined;
  if (!looksChannelsFirst(given)) return hintFor(given, wanted, givesAxes(type, registry));
  const image = withChannelsLast(given);
  const hint = hintFor(image, wanted, givesAxes(type, registry));
  return (
    hint &&
    `layers put channels last: let the generator yield ${sampleShapeText(image)}; then ${hint}`
  );
}

/** The way out for images whose channels are last. @param hasOption As of `givesAxes`. */
function hintFor(image: Shape, wanted: Shape, hasOption: boolean): string | undefined {
  const [height = 1, width = 1, channels = 1] = image;
  if (wanted.length === 1 && channels > 1) {
    return hasOption ? ordersByOption(image) : ordersByLayers(image, wanted);
  }
  const isGrey =
    wanted.length < 3 && channels === 1 && (wanted.length === 1 || wanted[0] === height);
  return hasOption && isGrey
    ? `give the samples an axis of channels: set "${option}": [${height}, ${width}, 1] in "data"`
    : undefined;
}

/** True for data sets of which an option gives samples their axes, in either order of channels. */
export function givesAxes(type: string, registry: Registry): boolean {
  const { properties } = entryOf(registry, 'dataset', type).schema;
  return option in properties && 'channelsFirst' in properties;
}

function ordersByOption(image: Shape): string {
  const [height = 1, width = 1, channels = 1] = image;
  return `set "${option}" in "data", by the order of the numbers: [${image.join(', ')}] where the ${channels} of a pixel lie together, [${channels}, ${height}, ${width}] with "channelsFirst": true where each channel is a plane of its own, as in CIFAR's own files and in what PyTorch flattens`;
}

function ordersByLayers(image: Shape, wanted: Shape): string {
  const [height = 1, width = 1, channels = 1] = image;
  const end = `{ "type": "reshape", "shape": [${wanted.join(', ')}] }`;
  return `end the generator with ${end} where the ${channels} numbers of a pixel lie together in a sample; where each channel is a plane of its own, as in CIFAR's own files and in what PyTorch flattens, put { "type": "permute", "dims": [3, 1, 2] } before it, and start the discriminator with { "type": "reshape", "shape": [${channels}, ${height}, ${width}] } and { "type": "permute", "dims": [2, 3, 1] }`;
}

/** Warns of networks that take rows of numbers for images in colour, where the order of these numbers is unsaid. */
export function adviseFlattened(
  [generator, discriminator]: readonly [ResolvedNetwork, ResolvedNetwork],
  { shape }: DatasetDescription,
  { data: { type } }: NormalSpec,
  { registry, report }: RuleContext,
): void {
  const isRow = shape.length === 1 && generator.outputShape.length === 1;
  if (!isRow || !givesAxes(type, registry)) return;
  const layers = [...generator.layers, ...discriminator.layers];
  const layer = layers.find((each) => isColourImage(each.outputShape, sizeOf(shape)));
  if (!layer) return;
  const taken = layer.outputShape;
  const isFirst = looksChannelsFirst(taken);
  const doubt = isFirst
    ? 'layers take the last axis for the channels'
    : 'right only where the numbers of a pixel lie together';
  const orders = ordersByOption(isFirst ? withChannelsLast(taken) : taken);
  report.warning(
    'GAN317',
    layer.pointer,
    `the samples of ${type} are rows of ${sampleShapeText(shape)} numbers, taken here for images ${sampleShapeText(taken)}: ${doubt}`,
    {
      hint: `${orders}; then leave out the layers that flatten images for the data`,
      notes: [{ message: `${type} is asked for here`, pointer: '/data' }],
    },
  );
}

function isColourImage(written: Shape, size: number): boolean {
  const shape = looksChannelsFirst(written) ? withChannelsLast(written) : written;
  const [height = 0, width = 0, channels = 0] = shape;
  const isImage = shape.length === 3 && height >= minSide && width >= minSide;
  return isImage && colours.includes(channels) && sizeOf(shape) === size;
}
