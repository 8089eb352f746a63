/** From image files to bytes of one size. */
import type Sharp from 'sharp';
import { GanspecError } from '../../diagnostics/errors.js';
import { dataError, readHead, readWhole, reasonOf, sizeOfFile } from '../shared/dataFile.js';
import type { LeftOut } from '../shared/findFiles.js';

/** Shape of every decoded image. */
export interface ImageSize {
  readonly height: number;
  readonly width: number;
  readonly channels: 1 | 3;
}

/** What became of the files. */
export interface DecodedImages {
  /** Images `[height, width, channels]`, one after the other. */
  readonly data: Uint8Array;
  /** Places in the list of files of the images that were decoded. */
  readonly kept: readonly number[];
  readonly skipped: readonly LeftOut[];
  /** Whether the same files would give the same again: false where one could not be read, which may pass. */
  readonly lasting: boolean;
}

/** An image of more pixels, or a file of more bytes, is not decoded: it would be damage, or meant to fill the memory. */
const mostPixels = 2 ** 26;
const mostBytes = 2 ** 28;
/** Files decoded at the same time. */
const together = 16;

/**
 * Decodes all files: each is turned as its camera says, scaled until it covers the size, and its centre is cut out.
 * What is transparent becomes black. Files that cannot be decoded are left out.
 * @throws GanspecError GAN409 where sharp is not installed.
 */
export async function decodeImages(
  paths: readonly string[],
  size: ImageSize,
): Promise<DecodedImages> {
  const sharp = await loadSharp();
  const bytes = size.height * size.width * size.channels;
  const data = new Uint8Array(paths.length * bytes);
  const kept: number[] = [];
  const skipped: LeftOut[] = [];
  let lasting = true;
  for (let first = 0; first < paths.length; first += together) {
    const some = paths.slice(first, first + together);
    const results = await Promise.allSettled(some.map((path) => decode(sharp, path, size)));
    results.forEach((result, i) => {
      if (result.status === 'rejected') {
        lasting &&= !(result.reason instanceof GanspecError);
        skipped.push({ path: some[i] ?? '', reason: oneLine(reasonOf(result.reason)) });
        return;
      }
      data.set(result.value, kept.length * bytes);
      kept.push(first + i);
    });
  }
  return { data: data.subarray(0, kept.length * bytes), kept, skipped, lasting };
}

/** What images are decoded by: others may give other bytes. @throws GanspecError GAN409 where sharp is not installed. */
export async function decoderVersions(): Promise<object> {
  return (await loadSharp()).versions;
}

async function loadSharp(): Promise<typeof Sharp> {
  try {
    return (await import('sharp')).default;
  } catch (error) {
    throw dataError(
      'GAN409',
      `images are decoded by the package sharp, which cannot be loaded (${oneLine(reasonOf(error))})`,
      'Run `npm install sharp` beside ganspec.',
    );
  }
}

async function decode(sharp: typeof Sharp, path: string, size: ImageSize): Promise<Uint8Array> {
  if (!isImage(readHead(path, 12))) throw new Error('no PNG, JPEG or WebP file');
  if (sizeOfFile(path) > mostBytes) throw new Error(`over ${mostBytes} bytes`);
  const { height, width, channels } = size;
  // Read here, so that a file that cannot be read is told from one that cannot be decoded.
  const image = sharp(readWhole(path), { failOn: 'error', limitInputPixels: false });
  const found = await image.metadata();
  if (found.width * found.height > mostPixels) {
    throw new Error(`${found.width}×${found.height} are over ${mostPixels} pixels`);
  }
  const { data, info } = await image
    .autoOrient()
    .flatten({ background: 'black' })
    .resize(width, height, { fit: 'cover', position: 'centre' })
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  if (info.channels === channels) return data;
  throw new Error(`decoded to ${info.channels} channels`);
}

const signatures = {
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpeg: [0xff, 0xd8, 0xff],
} as const;

function isImage(head: Uint8Array): boolean {
  const text = Buffer.from(head).toString('latin1');
  const isWebp = text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP';
  return (
    isWebp ||
    Object.values(signatures).some((signature) => signature.every((byte, i) => head[i] === byte))
  );
}

function oneLine(text: string): string {
  return text.split('\n')[0]?.trim() ?? '';
}
