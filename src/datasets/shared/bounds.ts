/** The option `bounds`: the numbers of the data that become the ends of their range. */
import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import type { DatasetWarning } from '../../entries/dataset.js';
import { shortened, type Interval } from '../../entries/interval.js';

/** Refuses bounds without a number between them. @throws GanspecError GAN417 */
export function checkBounds([least, greatest]: Interval): void {
  if (least / 2 < greatest / 2) return;
  throw boundsError(
    `no number lies between ${least} and ${greatest}`,
    'write the least number first, then the greatest',
  );
}

/** The bounds with the nearest numbers of float32, as data of that kind may have them. */
export function floatBounds([low, high]: Interval): Interval {
  return [Math.min(low, Math.fround(low)), Math.max(high, Math.fround(high))];
}

/** Error in the option `bounds`. */
export function boundsError(message: string, hint: string): GanspecError {
  return new GanspecError('GAN417', exitCodes.spec, message, hint, '/data/bounds');
}

/** Parts of the bounds below which data are on another scale: where bytes have theirs, and where the user gave them. */
const leastParts = {
  own: { part: 1 / 2, text: 'half' },
  asked: { part: 1 / 20, text: 'a twentieth' },
} as const;

/**
 * Warning of data that use little of the numbers that they could.
 * @param what File and kind of number, such as `x.idx: its bytes`.
 * @param extent Least and greatest number of the data.
 * @param bounds Those that become the ends of the range.
 * @param origin Of the bounds: the kind of number, or the option.
 */
export function narrowData(
  what: string,
  extent: Interval,
  bounds: Interval,
  origin: keyof typeof leastParts,
): readonly DatasetWarning[] {
  const { part, text } = leastParts[origin];
  const [least, greatest] = shortened(extent);
  const [low, high] = bounds;
  // Halved first, because the difference of two large numbers may overflow.
  if (greatest / 2 - least / 2 >= (high / 2 - low / 2) * part) return [];
  if (least === greatest) {
    const message = `${what} are all ${least}`;
    return [{ code: 'GAN420', message, hint: 'Is this the right file?' }];
  }
  return [
    {
      code: 'GAN420',
      message: `${what} lie between ${least} and ${greatest}, less than ${text} of ${low} to ${high}, so samples hardly differ`,
      hint: `If these are the least and the greatest possible, set "bounds": [${least}, ${greatest}] in "data".`,
    },
  ];
}
