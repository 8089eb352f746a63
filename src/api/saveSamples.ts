/** Files of samples: one for all, or one for each. */
import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import { diskError, writeFileAtomically } from '../checkpoint/writeFile.js';
import { makeFolder } from '../makeFolder.js';
import { wrongArgument } from '../diagnostics/arguments.js';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import { classesFile, classesText } from '../runs/pictures/classesFile.js';
import type { SampleFile } from '../runs/pictures/sampleFile.js';
import type { Samples } from '../runs/samples.js';

/** The file of samples in a form that an extension names, or in that of the data where it is empty. */
export type EncodeSamples = (samples: Samples, extension: string) => Promise<SampleFile>;

/** The place of the number in the names of files, as in `%d` or `%04d`. */
const numberPlace = /%(?:0?(\d{1,2}))?d/;

/**
 * Writes all samples into one file, and their classes beside it where it does not show them. Missing folders are made.
 * @param file Without an extension it gets that of its form.
 * @returns Its path.
 */
export async function saveSamples(
  samples: Samples,
  file: string,
  encode: EncodeSamples,
): Promise<string> {
  const { path, bytes, classes } = await encoded(samples, file, encode);
  writeOutput(path, bytes);
  if (classes) writeOutput(classesFile(withoutExtension(path)), classesText(classes));
  return path;
}

/**
 * Writes each sample into a file of its own, numbered from 0, and the classes of all into one file where these do not show
 * them: a line with file and class for each, so that files of an earlier call are in no one's way. Missing folders are made.
 * @param place A folder, or a pattern of names, as in `faces/%04d.png`.
 * @returns The paths of the samples, in order.
 * @throws GanspecError GAN540 for a pattern with two places for the number.
 */
export async function saveEach(
  samples: Samples,
  place: string,
  encode: EncodeSamples,
): Promise<readonly string[]> {
  const pattern = numberPlace.test(place) ? place : join(place, '%04d');
  const [, second] = pattern.matchAll(new RegExp(numberPlace, 'g'));
  if (second) {
    const hint = 'Leave one of them, as in faces/%04d.png.';
    throw wrongArgument(`${place} has more than one place for the number of a sample`, hint);
  }
  const folder = dirname(pattern);
  const paths: string[] = [];
  const lines: string[] = [];
  for (const [i, sample] of eachOf(samples).entries()) {
    const file = pattern.replace(numberPlace, (_, width = '0') =>
      String(i).padStart(Number(width), '0'),
    );
    const { path, bytes, classes = [] } = await encoded(sample, file, encode);
    writeOutput(path, bytes);
    paths.push(path);
    lines.push(...classes.map((name) => `${relative(folder, path)},${field(name)}`));
  }
  if (lines.length > 0) writeOutput(classesOfPattern(pattern), classesText(lines));
  return paths;
}

/**
 * `faces.classes.txt` for `faces-%04d.png`; `classes.txt` in a folder of samples whose names are nothing but numbers, which
 * the working folder is not.
 */
export function classesOfPattern(pattern: string): string {
  const stem = basename(withoutExtension(pattern)).replace(numberPlace, '');
  const name = stem.replaceAll(/^[-_. ]+|[-_. ]+$/g, '');
  const folder = dirname(pattern);
  if (name !== '') return classesFile(join(folder, name));
  return folder === '.' ? classesFile('samples') : join(folder, 'classes.txt');
}

/** A field of a line with commas. */
function field(name: string): string {
  return /[",]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}

function withoutExtension(path: string): string {
  return path.slice(0, path.length - extname(path).length);
}

function eachOf({ data, shape: [count = 0, ...shape], labels }: Samples): readonly Samples[] {
  const size = data.length / count;
  return Array.from({ length: count }, (_, i) => ({
    dtype: 'float32',
    shape: [1, ...shape],
    data: data.subarray(i * size, (i + 1) * size),
    ...(labels && { labels: labels.subarray(i, i + 1) }),
  }));
}

/** The extension of a file in lower case; empty where there is none, or a number or version such as the `v1` of `faces.v1`. */
function formOf(file: string): string {
  const extension = extname(file).slice(1).toLowerCase();
  return /^v?\d+$/.test(extension) ? '' : extension;
}

/** @throws GanspecError GAN512 for a form that these samples do not have. */
async function encoded(
  samples: Samples,
  file: string,
  encode: EncodeSamples,
): Promise<Omit<SampleFile, 'extension'> & { readonly path: string }> {
  const wanted = formOf(file);
  // A device such as /dev/null, which is meant without an ending.
  refuseOtherThanFile(file);
  const { extension, ...content } = await encode(samples, wanted);
  if (wanted !== '' && wanted !== extension) {
    throw new GanspecError(
      'GAN512',
      exitCodes.usage,
      `samples of shape [${samples.shape.slice(1).join(', ')}] are written as .${extension}, not as .${wanted}`,
      'Name a file that ends so, or in .npy for the numbers.',
    );
  }
  return { ...content, path: wanted === '' ? `${file}.${extension}` : file };
}

/**
 * Writes a whole file that was asked for by its path. Missing folders are made.
 * @throws GanspecError GAN511 where it cannot be written.
 */
export function writeOutput(path: string, content: string | Uint8Array): void {
  refuseOtherThanFile(path);
  try {
    makeFolder(dirname(path));
  } catch (error) {
    throw diskError(error, path);
  }
  writeFileAtomically(existsSync(path) ? realpathSync(path) : path, content);
}

/** Refuses what would be replaced although it is no file, such as a pipe. @throws GanspecError GAN511 */
function refuseOtherThanFile(path: string): void {
  const [there, behindLinks] = [lstatSync, statSync].map((stat) => {
    try {
      return stat(path, { throwIfNoEntry: false });
    } catch (error) {
      throw diskError(error, path);
    }
  });
  const kind = behindLinks ?? there;
  if (!kind || kind.isFile() || kind.isDirectory()) return;
  throw new GanspecError(
    'GAN511',
    exitCodes.usage,
    `${path}: cannot be written (${kind.isSymbolicLink() ? 'it is a link to nothing' : 'it is a pipe or a device'})`,
    'Samples are written as a whole file: name one, and pass it on from there, as in `cat faces.png > pipe`.',
  );
}
