/** Pictures of one size as an animation. */
import type Sharp from 'sharp';
import { wrongArgument } from '../../diagnostics/arguments.js';
import { loadSharp } from '../../sharp.js';

/** Times of an animation. */
export interface AnimationTimes {
  /** From the first picture to the last. */
  readonly seconds: number;
  /** Milliseconds for which the last picture stays longer than the others. */
  readonly stay: number;
}

/** Milliseconds below which viewers show a picture for longer than they are told. */
const shortest = 20;

/** Milliseconds that files of animations can hold for a picture. */
const longest = 65_535;

/** The endings of files of animations. */
export const animationForms = ['webp', 'gif'] as const;

/**
 * An endless animation, without loss in WebP, with 256 colours in GIF.
 *
 * @param pictures PNG files or their bytes, two or more of one size.
 * @throws GanspecError GAN409 without the package sharp; GAN540 where the time is too short or too long for so many pictures.
 */
export async function animation(
  pictures: readonly (string | Uint8Array)[],
  form: (typeof animationForms)[number],
  { seconds, stay }: AnimationTimes,
): Promise<Uint8Array> {
  const each = Math.round((1000 * seconds) / (pictures.length - 1));
  if (each < shortest) {
    const needed = Math.ceil((shortest * pictures.length) / 1000);
    throw wrongArgument(
      `${pictures.length} pictures are too many for ${seconds} seconds`,
      `Give --seconds ${needed} or more.`,
    );
  }
  if (each + stay > longest) {
    const allowed = Math.floor(((longest - stay) * (pictures.length - 1)) / 1000);
    throw wrongArgument(
      `${pictures.length} pictures are too few for ${seconds} seconds: each is shown for ${longest.toLocaleString('en-US')} ms at most`,
      `Give --seconds ${allowed} or less.`,
    );
  }
  const sharp = await loadSharp('animations are written');
  const frames = await Promise.all(pictures.map((picture) => colours(sharp, picture)));
  const { width, height } = frames[0]?.info ?? { width: 0, height: 0 };
  const raw = { width, height: height * frames.length, channels: 3, pageHeight: height } as const;
  const joined = sharp(Buffer.concat(frames.map(({ data }) => data)), { raw });
  const delay = pictures.map((_, at) => (at === pictures.length - 1 ? each + stay : each));
  const options = { loop: 0, delay };
  return form === 'webp'
    ? joined.webp({ ...options, lossless: true, effort: 6 }).toBuffer()
    : joined.gif(options).toBuffer();
}

/** The bytes of red, green and blue of all pixels. */
function colours(sharp: typeof Sharp, picture: string | Uint8Array) {
  const input = typeof picture === 'string' ? picture : Buffer.from(picture);
  const image = sharp(input).toColourspace('srgb').removeAlpha();
  return image.raw().toBuffer({ resolveWithObject: true });
}
