/** Samples whose axes stand in another order than layers expect. */
import { counted } from '../../diagnostics/counted.js';
import type { Shape } from '../../ir/tensorType.js';
import type { DatasetDescription } from '../../entries/dataset.js';
import { entryOf } from '../../entries/entryOf.js';
import type { Registry } from '../../entries/registry.js';
import type { NormalSpec } from '../normalSpec.js';
import { sampleShapeText } from './quantityText.js';
import type { RuleContext } from './resolveContext.js';

/** Option of data sets that moves the first axis of a sample to the end. */
const option = 'channelsFirst';

/**
 * The way out where samples seem to have their axes in another order than the generator's output; undefined where
 * nothing speaks for that.
 * @param given Shape of the generator's output. @param wanted Shape of a sample.
 */
export function axisOrderHint(
  given: Shape,
  wanted: Shape,
  { data }: NormalSpec,
  registry: Registry,
): string | undefined {
  const { type } = data;
  if (Reflect.get(data, option) === true && isEqual(withChannelsLast(given), wanted)) {
    return `the data have their channels last: remove "${option}"`;
  }
  const [first = 1, last = 1] = [wanted[0], wanted.at(-1)];
  if (looksChannelsFirst(wanted) || (first < last && isEqual(given, withChannelsLast(wanted)))) {
    return channelsFirstHint(wanted, type, registry);
  }
  const dims = permutation(given, wanted);
  return (
    dims &&
    `the sizes are right, in another order: end the generator with ${permuteText(dims)}, or change its layers`
  );
}

/** Warns of images that have their channels first, which layers take for rows. */
export function adviseChannelsFirst(
  { shape }: DatasetDescription,
  { data: { type } }: NormalSpec,
  { registry, report }: RuleContext,
): void {
  if (!looksChannelsFirst(shape)) return;
  report.warning(
    'GAN313',
    '/data',
    `the samples of ${type}, ${sampleShapeText(shape)}, look like images with channels first: layers take them for ${counted(shape[0] ?? 0, 'row')} of ${counted(shape[1] ?? 0, 'pixel')}, and no pictures are drawn`,
    { hint: channelsFirstHint(shape, type, registry) },
  );
}

function channelsFirstHint(shape: Shape, type: string, registry: Registry): string {
  const last = sampleShapeText(withChannelsLast(shape));
  const looks = `the data look channels-first, ${sampleShapeText(shape)}, where layers put channels last`;
  if (option in entryOf(registry, 'dataset', type).schema.properties) {
    return `${looks}: set "${option}": true in "data", and let the generator yield ${last}`;
  }
  const axes = shape.map((_, axis) => axis + 1);
  const [toLast, toFirst] = [
    [...axes.slice(1), 1],
    [axes.length, ...axes.slice(0, -1)],
  ];
  return `${looks}: give them as ${last}, or end the generator with ${permuteText(toFirst)} and start the discriminator with ${permuteText(toLast)}`;
}

/** True for images of 1, 3 or 4 channels whose axis of channels is the first. */
export function looksChannelsFirst(shape: Shape): boolean {
  const isChannels = (size = 0): boolean => [1, 3, 4].includes(size);
  const [channels, height = 0, width = 0] = shape;
  return shape.length === 3 && isChannels(channels) && height > 4 && width > 4;
}

/** The shape with its first axis at the end. */
export function withChannelsLast([first = 1, ...rest]: Shape): Shape {
  return [...rest, first];
}

/** Axes of `from`, counted from 1, in the order of `to`; undefined where the sizes differ or stand in the same order. */
function permutation(from: Shape, to: Shape): readonly number[] | undefined {
  if (from.length !== to.length || isEqual(from, to)) return undefined;
  const left = from.map((size, axis) => ({ size, axis }));
  const dims: number[] = [];
  for (const size of to) {
    const place = left.findIndex((each) => each.size === size);
    if (place < 0) return undefined;
    dims.push(...left.splice(place, 1).map(({ axis }) => axis + 1));
  }
  return dims;
}

function permuteText(dims: readonly number[]): string {
  return `{ "type": "permute", "dims": [${dims.join(', ')}] }`;
}

function isEqual(a: Shape, b: Shape): boolean {
  return a.join() === b.join();
}
