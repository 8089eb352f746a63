/** Affine maps that are composed before they are applied, so that an image is resampled once for several changes. */
import { followedBy, type AffineMap } from '../../ops/affineMap.js';
import { resampleImages } from '../../ops/resampleImages.js';
import type { TermContext } from '../../entries/termContext.js';
import type { Tensor } from '../../tf.js';
import { recolored } from './colorMaps.js';

/** The space of a map: positions of pixels, from the changed image back to the original, or the channels of a pixel. */
type MapSpace = 'positions' | 'channels';

/** Images, and an affine map that is not applied to them yet. */
export interface PendingImages {
  readonly images: Tensor;
  readonly pending?: { readonly space: MapSpace; readonly map: AffineMap };
}

/**
 * Appends an affine map to the pending one; a pending map of the other space is applied first.
 * @param constant Makes tensors of fixed numbers.
 */
export function append(
  current: PendingImages,
  space: MapSpace,
  map: AffineMap,
  constant: TermContext['constant'],
): PendingImages {
  const { images, pending } = current;
  if (pending?.space !== space) {
    return { images: applyPending(current, constant), pending: { space, map } };
  }
  // Maps of positions lead back, from the last change to the first.
  const both = space === 'positions' ? followedBy(map, pending.map) : followedBy(pending.map, map);
  return { images, pending: { space, map: both } };
}

/** The images with the pending map applied. @param constant Makes tensors of fixed numbers. */
export function applyPending(
  { images, pending }: PendingImages,
  constant: TermContext['constant'],
): Tensor {
  if (!pending) return images;
  const { space, map } = pending;
  return space === 'positions' ? resampleImages(images, map, constant) : recolored(images, map);
}
