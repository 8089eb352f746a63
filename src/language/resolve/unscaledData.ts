/** Data whose numbers are left as they are, without bounds. */
import type { DatasetDescription } from '../../entries/dataset.js';
import { entryOf } from '../../entries/entryOf.js';
import { shortened, type Interval } from '../../entries/interval.js';
import type { Registry } from '../../entries/registry.js';
import type { NormalSpec } from '../normalSpec.js';
import { rangeText } from './quantityText.js';
import { holds } from './range.js';
import type { RuleContext } from './resolveContext.js';

/** Option of data sets that maps numbers between two bounds to [-1, 1]. */
const option = 'bounds';

/** Warns of a generator with bounds where the data has none, unless its values are spread as those of the data are. */
export function checkUnscaled(
  output: Interval,
  pointer: string,
  { extent }: DatasetDescription,
  { data: { type } }: NormalSpec,
  { registry, report }: RuleContext,
): void {
  if (extent && holds(output, extent) && fills(output, extent)) return;
  const [least, greatest] = shortened(extent ?? output);
  const areAlike = extent !== undefined && extent[0] === extent[1];
  const spread = areAlike ? `are all ${least}` : `lie between ${least} and ${greatest}`;
  const ways = [...boundsHint(extent, type, registry), 'let its last layer be linear'];
  report.warning(
    'GAN303',
    pointer,
    `the generator's values stay within ${rangeText(output)}, but those of ${type} ${extent ? spread : 'have no bounds'}`,
    { hint: areAlike ? 'is this the right file?' : ways.join(', or ') },
  );
}

/** Warns of images on another scale than [-1, 1] that a generator without bounds has to learn. */
export function adviseBounds(
  { shape, extent }: DatasetDescription,
  { data: { type } }: NormalSpec,
  { registry, report }: RuleContext,
): void {
  const isImage = shape.length === 3 && [1, 3].includes(shape[2] ?? 0);
  if (!isImage || !extent || isUsual(extent)) return;
  const [hint] = boundsHint(extent, type, registry);
  if (hint === undefined) return;
  const [least, greatest] = shortened(extent);
  report.warning(
    'GAN314',
    '/data',
    `the values of the images of ${type} lie between ${least} and ${greatest} and are left so, where networks learn values around [-1, 1] best`,
    { hint: `${hint}; then end the generator with tanh` },
  );
}

/** The option, where the data set has it and the data are not all one number. */
function boundsHint(
  extent: Interval | undefined,
  type: string,
  registry: Registry,
): readonly string[] {
  if (!extent || extent[0] === extent[1]) return [];
  if (!(option in entryOf(registry, 'dataset', type).schema.properties)) return [];
  const bounds = `[${(scaleOf(extent) ?? shortened(extent)).join(', ')}]`;
  return [
    `set "${option}": ${bounds} in "data", or the bounds that they could have, which become -1 and 1`,
  ];
}

/** Scales that images have, from the narrowest on. */
const scales: readonly Interval[] = [
  [0, 1],
  [-1, 1],
  [0, 255],
  [0, 65535],
];

/** The scale that values fill to nine tenths; undefined for others. */
function scaleOf([least, greatest]: Interval): Interval | undefined {
  return scales.find(
    ([low, high]) => least >= low && greatest <= high && greatest - least >= 0.9 * (high - low),
  );
}

/** True for values that fill at least half of the bounds, on both sides of their middle. */
function fills([low, high]: Interval, [least, greatest]: Interval): boolean {
  const middle = (low + high) / 2;
  return least < middle && greatest > middle && greatest - least >= (high - low) / 2;
}

/** True for values that fill [-1, 1], to within a hundredth. */
function isUsual(extent: Interval): boolean {
  return holds([-1.01, 1.01], extent) && fills([-1, 1], extent);
}
