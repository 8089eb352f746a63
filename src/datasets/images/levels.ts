/** Levels of byte images: the least and the greatest, and their bounds. */
import type { DatasetWarning } from '../../entries/dataset.js';
import type { Interval } from '../../entries/interval.js';
import { boundsError, checkBounds, narrowData } from '../shared/bounds.js';
import type { Bytes } from '../shared/bytes.js';
import { byteBounds } from './imageForm.js';

/** Bytes that are looked at together. */
const chunk = 2 ** 20;

/** Extent of no levels. */
export const noLevels: Interval = [255, 0];

/** The least and the greatest of bytes. */
export function levelExtent(data: Bytes): Interval {
  let extent = noLevels;
  for (let first = 0; first < data.length; first += chunk) {
    extent = extentWith(data.at(first, Math.min(chunk, data.length - first)), extent);
  }
  return extent;
}

/** The extent that also contains these bytes. */
export function extentWith(bytes: Uint8Array, [low, high]: Interval): Interval {
  let [least, greatest] = [low, high];
  for (const byte of bytes) {
    if (byte < least) least = byte;
    if (byte > greatest) greatest = byte;
  }
  return [least, greatest];
}

/**
 * Compares the levels of images with the bounds that they are mapped from.
 * @param bounds The option; null for those of bytes.
 * @returns Without the option, a warning if they use less than half of the bytes.
 * @throws GanspecError GAN417 for levels outside.
 */
export function checkLevels(
  file: string,
  extent: Interval,
  bounds: Interval | null,
): readonly DatasetWarning[] {
  const [low, high] = bounds ?? byteBounds;
  const [least, greatest] = extent;
  checkBounds([low, high]);
  if (least < low || greatest > high) {
    throw boundsError(
      `the levels of ${file} lie between ${least} and ${greatest}, not between ${low} and ${high}`,
      `write [${least}, ${greatest}], or null for 0 to 255`,
    );
  }
  return bounds ? [] : narrowData(`${file}: its levels`, extent, byteBounds, 'own');
}
