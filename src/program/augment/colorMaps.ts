/** Changes of colour as affine maps of the channels; ranges are those of strength 1. */
import { unitMatrix, linearMap, shiftMap, type AffineMap } from '../../ops/affineMap.js';
import { tf, type Tensor } from '../../tf.js';
import { powerOfTwo, type Draws } from './draws.js';

/**
 * One map for each image of its pixels as points with the channels as coordinates. On the luma axis all channels are equal.
 * Draws of 0 give the identity.
 * @source Karras et al. 2020, arXiv:2006.06676, appendix B
 */
export const colorMaps = {
  /** x + b, b from N(0, 0.2²). */
  normalBrightness: ({ normal, constant }: Draws, channels: number): AffineMap => {
    const ones = constant(new Array<number>(channels).fill(1), [1, channels]);
    return shiftMap(tf.mul(normal('shift', 0.2), ones), constant);
  },
  /** x · 2ᵉ, e from N(0, 0.5²). */
  logNormalContrast: ({ normal, constant }: Draws, channels: number): AffineMap => {
    const factor = powerOfTwo(normal('exponent', 0.5));
    return linearMap(channels, [[factor, unitMatrix(channels)]], constant);
  },
  /** Mirrored along the luma axis with probability ½. */
  lumaFlip: ({ uniform, constant }: Draws, channels: number): AffineMap => {
    const flips = tf.floor(uniform('side', 0, 2));
    const terms = [
      [tf.sub(1, tf.mul(2, flips)), luma(channels)],
      [1, chroma(channels)],
    ] as const;
    return linearMap(channels, terms, constant);
  },
  /** Turned around the luma axis by an angle from −π to π; three channels only. */
  hue: ({ around, constant }: Draws): AffineMap => {
    const angle = around('angle', 0, Math.PI);
    const terms = [
      [1, luma(3)],
      [tf.cos(angle), chroma(3)],
      [tf.sin(angle), acrossLuma],
    ] as const;
    return linearMap(3, terms, constant);
  },
  /** Distances from the luma axis times 2ᵉ, e from N(0, 1). */
  logNormalSaturation: ({ normal, constant }: Draws, channels: number): AffineMap => {
    const terms = [
      [1, luma(channels)],
      [powerOfTwo(normal('exponent', 1)), chroma(channels)],
    ] as const;
    return linearMap(channels, terms, constant);
  },
};

/** Applies colour maps to images `[batch, height, width, channels]`. */
export function recolored(images: Tensor, { linear, shift }: AffineMap): Tensor {
  const [batch = 1, height = 1, width = 1, channels = 1] = images.shape;
  const pixels = tf.reshape(images, [batch, height * width, channels]);
  const mapped = tf.matMul(pixels, linear, false, true);
  return tf.reshape(tf.add(mapped, tf.reshape(shift, [-1, 1, channels])), images.shape);
}

/** The projection onto the luma axis. */
function luma(channels: number): readonly number[] {
  return new Array<number>(channels * channels).fill(1 / channels);
}

/** The projection onto the plane orthogonal to the luma axis. */
function chroma(channels: number): readonly number[] {
  const along = luma(channels);
  return unitMatrix(channels).map((value, at) => value - (along[at] ?? 0));
}

/** v ↦ axis × v of Rodrigues' rotation formula, for the luma axis (1, 1, 1) / √3. */
const acrossLuma = [0, -1, 1, 1, 0, -1, -1, 1, 0].map((value) => value / Math.sqrt(3));
