/** Files of animations. */
import { extname, join } from 'node:path';
import {
  checkOptions,
  numberArgument,
  pathArgument,
  textArgument,
} from '../diagnostics/arguments.js';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import { animation, animationForms } from '../runs/pictures/animation.js';
import { picturesOfRun } from '../runs/pictures/trainingAnimation.js';
import { readRunRecord } from '../runs/savedRun.js';
import { writeOutput } from './saveSamples.js';

/** Options of an animation. */
export interface AnimateOptions {
  /** From the first picture to the last. Default: 6. */
  readonly seconds?: number;
}

/** Milliseconds for which the end of a training stays, so that it can be looked at. */
const stay = 1500;

/** Default of `AnimateOptions`. */
const usualSeconds = 6;

/**
 * Writes the samples that a run drew while training as an animation of its fixed latents.
 * @param folder Of the run, also of one that is still training.
 * @param file Ends in `.webp` or `.gif`; default: `animation.webp` in the folder.
 * @returns The path of the file.
 * @throws GanspecError GAN513 where the folder is no run; GAN512 where it has no pictures, or for another form; GAN409 without
 * the package sharp; GAN511 where the file cannot be written.
 */
export async function animateRun(
  folder: string,
  file = join(folder, 'animation.webp'),
  options: AnimateOptions = {},
): Promise<string> {
  textArgument('folder of animateRun', folder);
  pathArgument('file of animateRun', file);
  checkOptions('animateRun', options, { seconds: numberArgument });
  // Says so where this is no run.
  readRunRecord(folder);
  const form = animationForm(file);
  const { seconds = usualSeconds } = options;
  writeOutput(file, await animation(picturesOfRun(folder), form, { seconds, stay }));
  return file;
}

/** The form that the ending of a file names. @throws GanspecError GAN512 for another one. */
export function animationForm(file: string): (typeof animationForms)[number] {
  const ending = extname(file).slice(1).toLowerCase();
  const form = animationForms.find((each) => each === ending);
  if (form) return form;
  const names = animationForms.map((each) => `.${each}`).join(' or ');
  throw new GanspecError(
    'GAN512',
    exitCodes.usage,
    `${file}: an animation ends in ${names}`,
    'Name a file that does.',
  );
}

/** Pictures there and back again as an animation. */
export async function writeLoop(
  file: string,
  pictures: readonly Uint8Array[],
  { seconds = usualSeconds }: AnimateOptions,
): Promise<string> {
  const back = pictures.slice(1, -1).toReversed();
  const loop = [...pictures, ...back];
  writeOutput(file, await animation(loop, animationForm(file), { seconds, stay: 0 }));
  return file;
}
