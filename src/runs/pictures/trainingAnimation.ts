/** The sample pictures of a run in the order of its training. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import { runFiles } from '../record.js';

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
  const last = pictures.at(-1);
  const alike = pictures.filter(
    (file) => last !== undefined && sizeOfPng(file) === sizeOfPng(last),
  );
  if (alike.length > 1) return alike;
  throw new GanspecError(
    'GAN512',
    exitCodes.usage,
    last === undefined
      ? `${samples} has no pictures: samples of other kinds than images and points of the plane are not drawn`
      : `${samples} has one picture of its size, and an animation needs two`,
    'monitor.sampleEvery says how often a run draws its samples.',
  );
}

/** The bytes of width and height, which lie behind the signature and the head of the first chunk. */
function sizeOfPng(file: string): string {
  return readFileSync(file).subarray(16, 24).toString('hex');
}
