/** Files of samples, as a browser gets them. */
import { realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { damaged } from '../checkpoint/recordFile.js';
import { readRegularFile } from '../checkpoint/readFile.js';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import type { LiveRun } from './liveRun.js';

/** A file with its media type. */
export interface ServedFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}

const types: Readonly<Record<string, string>> = {
  png: 'image/png',
  wav: 'audio/wav',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/plain; charset=utf-8',
};

/** Upper bound on the size of a file that is sent. */
const maxBytes = 2 ** 26;

/**
 * The samples of a step, of which the page has been told.
 * @throws GanspecError GAN513 where there are none of that step; GAN610, as `readSampleFile`.
 */
export function sampleFileAt(folder: string, run: LiveRun, step: number): ServedFile {
  const file = run.sampleFileOf(step);
  if (file === undefined) {
    throw new GanspecError(
      'GAN513',
      exitCodes.usage,
      `${folder} has no samples of step ${step}`,
      'The list of samples on the page has the steps that there are.',
    );
  }
  return readSampleFile(folder, file);
}

/**
 * Reads a file of samples. The event that names it may be of anyone's making, so it must lie where runs keep samples.
 * @param file Path inside the run folder.
 * @throws GanspecError GAN610 where it lies elsewhere or cannot be read.
 */
export function readSampleFile(folder: string, file: string): ServedFile {
  const path = join(folder, file);
  const [, extension = ''] = /^samples\/step-\d+\.(\w+)$/.exec(file) ?? [];
  if (extension === '' || !isInside(path, folder)) {
    throw damaged(path, 'no file of samples inside the run folder');
  }
  const bytes = readRegularFile(path, (reason) => damaged(path, reason), maxBytes);
  return { type: types[extension] ?? 'application/octet-stream', bytes };
}

/** False for a link that leads out of a folder. A path to nothing is found by reading it. */
function isInside(path: string, folder: string): boolean {
  try {
    return realpathSync(path).startsWith(realpathSync(folder) + sep);
  } catch {
    return true;
  }
}
