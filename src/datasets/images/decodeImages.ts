/** Decoding of image files to bytes of one size. */
import type Sharp from 'sharp';
import { GanspecError, messageOf } from '../../diagnostics/errors.js';
import type { DecodingReport } from '../../entries/dataset.js';
import { loadSharp } from '../../sharp.js';
import { readHead, readWhole, sizeOfFile } from '../shared/dataFile.js';
import { headBytes, kindOf } from '../shared/fileKinds.js';
import type { SkippedPath } from '../shared/findFiles.js';
import type { Interval } from '../../entries/interval.js';
import { extentWith, noLevels } from './levels.js';
import { imageKinds, readFormats } from './imageKinds.js';

/** Shape of all decoded images. */
export interface ImageSize {
  readonly height: number;
  readonly width: number;
  readonly channels: 1 | 3;
}

/** Files of a list that were decoded. */
export interface DecodedFiles {
  /** Their indices in the list. */
  readonly kept: readonly number[];
  readonly skipped: readonly SkippedPath[];
  /** Least and greatest level of all images; [255, 0] without any. */
  readonly extent: Interval;
  /** True if decoding the same files again gives the same result; false after a read error, which may be temporary. */
  readonly cacheable: boolean;
}

/** Limits beyond which an image is not decoded, as damaged or as an attack on memory. */
const maxPixels = 2 ** 26;
const maxBytes = 2 ** 28;
/** Number of files decoded concurrently. */
const batchSize = 16;
/** Images of more pixels or bytes are decoded one at a time, so that few take much memory together. */
const largePixels = 2 ** 23;
const largeBytes = 2 ** 24;

/**
 * Decodes files: each image is rotated by its EXIF orientation, scaled to cover the size, and cropped to its centre.
 * Transparent pixels become black; of several frames or pages the first is taken. Files that cannot be decoded are skipped.
 * @param keep Takes each image `[height, width, channels]`, in the order of the list.
 * @param report Called after every few files.
 * @throws GanspecError GAN409 if sharp is not installed.
 */
export async function decodeImages(
  paths: readonly string[],
  size: ImageSize,
  keep: (image: Uint8Array) => void,
  report?: DecodingReport,
): Promise<DecodedFiles> {
  const sharp = await loadSharp('images are decoded');
  const kept: number[] = [];
  const skipped: SkippedPath[] = [];
  let cacheable = true;
  let extent = noLevels;
  for (let first = 0; first < paths.length; first += batchSize) {
    const some = paths.slice(first, first + batchSize);
    const results = await Promise.allSettled(some.map((path) => decode(sharp, path, size)));
    results.forEach((result, i) => {
      if (result.status === 'rejected') {
        cacheable &&= !(result.reason instanceof GanspecError);
        skipped.push({ path: some[i] ?? '', reason: oneLine(messageOf(result.reason)) });
        return;
      }
      keep(result.value);
      kept.push(first + i);
      extent = extentWith(result.value, extent);
    });
    report?.(first + some.length, paths.length);
  }
  return { kept, skipped, extent, cacheable };
}

/** Versions of the decoding libraries; other versions may give other bytes. @throws GanspecError GAN409 if sharp is not installed. */
export async function decoderVersions(): Promise<Readonly<Record<string, string | undefined>>> {
  return (await loadSharp('images are decoded')).versions;
}

async function decode(sharp: typeof Sharp, path: string, size: ImageSize): Promise<Uint8Array> {
  const kind = kindOf(readHead(path, headBytes), imageKinds);
  if (!kind?.isRead)
    throw new Error(kind ? `${kind.name}, not ${readFormats}` : `no ${readFormats}`);
  const bytes = sizeOfFile(path);
  if (bytes > maxBytes) throw new Error(`over ${maxBytes} bytes`);
  const read = async (): Promise<Uint8Array> => {
    // Read here instead of by sharp, to distinguish read errors from decoding errors.
    const image = sharp(readWhole(path), { failOn: 'error', limitInputPixels: false });
    const found = await image.metadata();
    const pixels = found.width * found.height;
    if (pixels > maxPixels) {
      throw new Error(`${found.width}×${found.height} are over ${maxPixels} pixels`);
    }
    if (found.depth !== 'uchar' && found.depth !== 'ushort') {
      throw new Error(`its numbers are ${found.depth}s, not whole ones of 8 or 16 bits`);
    }
    const isLarge = pixels > largePixels && bytes <= largeBytes;
    return isLarge ? oneAtATime(() => resized(image, size)) : resized(image, size);
  };
  return bytes > largeBytes ? oneAtATime(read) : read();
}

let earlier: Promise<unknown> = Promise.resolve();

/** Runs an action once those before it have ended. */
function oneAtATime<T>(action: () => Promise<T>): Promise<T> {
  const result = earlier.then(action, action);
  earlier = result.catch(() => undefined);
  return result;
}

async function resized(
  image: ReturnType<typeof Sharp>,
  { height, width, channels }: ImageSize,
): Promise<Uint8Array> {
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

function oneLine(text: string): string {
  return text.split('\n')[0]?.trim() ?? '';
}
