/** The sample pictures of a run in the order of its training. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import { runFiles } from '../record.js';
import { pngSize } from './png.js';

/**
 * The pictures that a run has written while training, those of the latest size: a run that went on with another number of samples
 * has several.
 * @throws GanspecError GAN512 where it has fewer than two.
 */
export function picturesOfRun(folder: string): readonly string[] {
  const samples = join(folder, runFiles.samples);
  const pictures = readdirSync(samples)
    .filter((file) => /^step-\d+\.png$/.test(file))
    .toSorted()
    .map((file) => join(samples, file));
  const sizes = pictures.map(sizeText);
  const alike = pictures.filter((_, at) => sizes[at] === sizes.at(-1));
  if (alike.length > 1) return alike;
  throw new GanspecError(
    'GAN512',
    exitCodes.usage,
    pictures.length === 0
      ? `${samples} has no pictures: samples of other kinds than images and points of the plane are not drawn`
      : `${samples} has one picture of its size, and an animation needs two`,
    'monitor.sampleEvery says how often a run draws its samples.',
  );
}

function sizeText(file: string): string {
  const { width, height } = pngSize(readFileSync(file));
  return `${width} × ${height}`;
}
