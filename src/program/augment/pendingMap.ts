/** Affine maps of neighbouring changes, composed before they are carried out. */
import { followedBy, type AffineMap } from '../../ops/affineMap.js';
import { resampleImages } from '../../ops/resampleImages.js';
import type { TermContext } from '../../entries/termContext.js';
import type { Tensor } from '../../tf.js';
import { recolored } from './colorMaps.js';

/** Of what coordinates a map is: where pixels are, back from the changed image, or the channels of each pixel. */
type Kind = 'places' | 'colors';

/** Images, and the map that is yet to be carried out on them. */
export interface Changing {
  readonly images: Tensor;
  readonly pending?: { readonly kind: Kind; readonly map: AffineMap };
}

/** What is in the making, and after it one more change. @param constant Makes tensors of fixed numbers. */
export function mapped(
  changing: Changing,
  kind: Kind,
  map: AffineMap,
  constant: TermContext['constant'],
): Changing {
  const { images, pending } = changing;
  if (pending?.kind !== kind)
    return { images: carriedOut(changing, constant), pending: { kind, map } };
  // Maps of places lead back, from the last change to the first.
  const both = kind === 'places' ? followedBy(map, pending.map) : followedBy(pending.map, map);
  return { images, pending: { kind, map: both } };
}

/** The images with every change made. @param constant Makes tensors of fixed numbers. */
export function carriedOut(
  { images, pending }: Changing,
  constant: TermContext['constant'],
): Tensor {
  if (!pending) return images;
  const { kind, map } = pending;
  return kind === 'places' ? resampleImages(images, map, constant) : recolored(images, map);
}
