/** Geometric changes as affine maps of positions; ranges are those of strength 1. */
import { unitMatrix, linearMap, shiftMap, type AffineMap } from '../../ops/affineMap.js';
import { tf, type Tensor } from '../../tf.js';
import { powerOfTwo, type Draws } from './draws.js';

/** Height and width of an image. */
type Size = readonly [height: number, width: number];

/**
 * One map for each image from positions in the changed image to positions in the original: (x, y) in pixels, to the right
 * and down from the middle. Draws of 0 give the identity.
 * @source Karras et al. 2020, arXiv:2006.06676, appendix B
 */
export const geometricMaps = {
  /** Moved along each axis by a number of pixels from −⅛ to ⅛ of the size, rounded. */
  integerTranslation: (draws: Draws, size: Size): AffineMap => {
    const share = (name: string): Tensor => draws.around(name, 0, 1 / 8);
    return moved(draws, size, share, (pixels) => tf.floor(tf.add(pixels, 0.5)));
  },
  /** Larger by 2ᵉ, e from N(0, 0.2²). */
  scale: (draws: Draws): AffineMap =>
    linearMap(2, [[powerOfTwo(tf.neg(exponent(draws))), unitMatrix(2)]], draws.constant),
  /** Turned by an angle from −π to π. */
  rotation: turned,
  /** The rotation before `anisotropicScale`. */
  firstRotation: turned,
  /** Wider by 2ᵉ and lower by as much, e from N(0, 0.2²). */
  anisotropicScale: (draws: Draws): AffineMap => {
    const e = exponent(draws);
    const terms = [
      [powerOfTwo(tf.neg(e)), [1, 0, 0, 0]],
      [powerOfTwo(e), [0, 0, 0, 1]],
    ] as const;
    return linearMap(2, terms, draws.constant);
  },
  /** The rotation after `anisotropicScale`. */
  secondRotation: turned,
  /** Moved along each axis by a share of the size from N(0, 0.125²). */
  fractionalTranslation: (draws: Draws, size: Size): AffineMap =>
    moved(draws, size, (name) => draws.normal(name, 0.125)),
};

function turned({ around, constant }: Draws): AffineMap {
  const angle = around('angle', 0, Math.PI);
  const terms = [
    [tf.cos(angle), unitMatrix(2)],
    [tf.sin(angle), [0, -1, 1, 0]],
  ] as const;
  return linearMap(2, terms, constant);
}

function moved(
  { constant }: Draws,
  [height, width]: Size,
  share: (name: string) => Tensor,
  inPixels = (pixels: Tensor): Tensor => pixels,
): AffineMap {
  const columns = inPixels(tf.mul(share('columns'), width));
  const rows = inPixels(tf.mul(share('rows'), height));
  return shiftMap(tf.neg(tf.concat([columns, rows], 1)), constant);
}

function exponent({ normal }: Draws): Tensor {
  return normal('exponent', 0.2);
}
