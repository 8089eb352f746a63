/** Clips of sound in wav files: in memory, or read by need. */
import type { LoadedDataset } from '../../entries/dataset.js';
import type { Interval } from '../../entries/interval.js';
import { maxFileBytes } from '../shared/dataFile.js';
import { rowReader } from '../shared/rowReader.js';
import { readWav, type WavHeader } from './readWav.js';

/** Place of a clip. */
export interface SoundClip {
  readonly header: WavHeader;
  /** Index of the file among all. */
  readonly file: number;
  /** Its first frame. */
  readonly first: number;
}

/** Consecutive clips of files; a shorter remainder is dropped, unless it is the whole file. @param length In frames. */
export function clipsOf(headers: readonly WavHeader[], length: number): readonly SoundClip[] {
  return headers.flatMap((header, file) => {
    const count = Math.max(1, Math.floor(header.frames / length));
    return Array.from({ length: count }, (_, clip) => ({ header, file, first: clip * length }));
  });
}

/**
 * Opens clips, all of which are read once for their extent.
 * @param bounds Numbers that become -1 and 1.
 * @param memoryLimit Bytes from which on clips are read from their files by need.
 * @returns The least and the greatest number of the files, and a reader of clips in [-1, 1].
 * @throws GanspecError GAN401; GAN415 for floats that are not finite.
 */
export function openClips(
  clips: readonly SoundClip[],
  length: number,
  bounds: Interval,
  memoryLimit = maxFileBytes,
): { readonly extent: Interval; readonly read: LoadedDataset['read'] } {
  const fits = 4 * clips.length * length <= memoryLimit;
  const data = new Float32Array(fits ? clips.length * length : length);
  let [least, greatest] = [Infinity, -Infinity];
  clips.forEach(({ header, first }, i) => {
    const start = fits ? i * length : 0;
    const [low, high] = readWav(header, { first, bounds }, data.subarray(start, start + length));
    least = Math.min(least, low);
    greatest = Math.max(greatest, high);
  });
  const extent: Interval = [least, greatest];
  if (fits) return { extent, read: rowReader(data, length) };
  return {
    extent,
    read(indices, out) {
      for (let i = 0; i < indices.length; i++) {
        const clip = clips[indices[i] ?? 0];
        if (!clip) continue;
        const { header, first } = clip;
        readWav(header, { first, bounds }, out.subarray(i * length, (i + 1) * length));
      }
    },
  };
}
