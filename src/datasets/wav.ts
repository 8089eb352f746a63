import { statSync } from 'node:fs';
import { schemas, type WavDataset } from '../generated/datasets.js';
import {
  defineDataset,
  type DatasetContext,
  type DatasetDescription,
  type DatasetWarning,
} from '../entries/dataset.js';
import type { HostConfig } from '../entries/config.js';
import { readError, checkSize, dataError, withReadErrors } from './shared/dataFile.js';
import { dataPath, locateData, type DataLocation } from './shared/dataPath.js';
import { findFiles, type FoundFiles } from './shared/findFiles.js';
import { leftOutWarning, noFilesError } from './shared/leftOut.js';
import { rowReader } from './shared/rowReader.js';
import { encodeWav } from './formats/encodeWav.js';
import { readWav, readWavHeader, type WavHeader } from './formats/readWav.js';
import { wantedSounds } from './formats/soundKinds.js';

type Options = HostConfig<WavDataset>;

/**
 * Audio clips `[length, 1]` in [-1, 1], cut consecutively from wav files. A shorter remainder at the end of a file is
 * dropped; a file shorter than one clip is padded with silence.
 * @source Donahue et al. 2018 (WaveGAN), arXiv:1802.04208, with clips of 16384 samples
 */
export const wav = defineDataset<WavDataset, Pick<WavHeader, 'sampleRate'>>({
  type: 'wav',
  schema: schemas.wav,
  describe: (config, context) => describe(readHeaders(config, context), config),
  outline: ({ length }) => ({ shape: [length, 1], range: [-1, 1] }),
  open(config, context) {
    const sounds = readHeaders(config, context);
    const { headers } = sounds;
    const description = describe(sounds, config);
    const { length, path } = config;
    const numbers = description.count * length;
    checkSize(dataPath(context, path, 'path'), numbers);
    const data = new Float32Array(numbers);
    let at = 0;
    for (const header of headers) {
      const size = clipsIn(header, length) * length;
      readWav(header, data.subarray(at, at + size));
      at += size;
    }
    const [{ sampleRate }] = headers;
    return { ...description, read: rowReader(data, length), recipe: { sampleRate } };
  },
  encode: (samples, _, { sampleRate }) => ({
    extension: 'wav',
    bytes: encodeWav(samples, sampleRate),
  }),
});

/** Headers of the wav files, and the warning of other files beside them. */
interface Sounds {
  readonly headers: readonly [WavHeader, ...WavHeader[]];
  readonly warnings: readonly DatasetWarning[];
}

function describe({ headers, warnings }: Sounds, { length }: Options): DatasetDescription {
  const count = headers.reduce((sum, header) => sum + clipsIn(header, length), 0);
  return { shape: [length, 1], range: [-1, 1], count, classes: null, warnings };
}

function clipsIn({ frames }: WavHeader, length: number): number {
  return Math.max(1, Math.floor(frames / length));
}

/** Headers of the file, or of all wav files in the folder. @throws GanspecError GAN401, GAN415 */
function readHeaders({ path }: Options, context: DatasetContext): Sounds {
  const folder = locateData(context, path, 'path');
  const { path: location } = folder;
  const isFolder = withReadErrors(location, () => statSync(location).isDirectory());
  const { files, leftOut } = isFolder ? findSounds(folder) : { files: [location], leftOut: [] };
  const [first, ...others] = files.map(readWavHeader);
  if (!first) {
    const message = `${location}: holds no wav file`;
    throw noFilesError('GAN415', message, { path: location, leftOut }, convertSounds);
  }
  const other = others.find(({ sampleRate }) => sampleRate !== first.sampleRate);
  if (other) {
    throw dataError(
      'GAN415',
      `${other.file}: has ${other.sampleRate} samples a second, where ${first.file} has ${first.sampleRate}`,
      'Convert all files to one rate.',
    );
  }
  const warnings = leftOutWarning(location, { files, leftOut }, convertSounds);
  return { headers: [first, ...others], warnings };
}

/** Wav files in a folder and its sub-folders. @throws GanspecError GAN401 if a sub-folder cannot be read. */
function findSounds(folder: DataLocation): FoundFiles {
  const found = findFiles(folder, wantedSounds);
  for (const { path, reason } of found.unread) throw readError(path, reason);
  return found;
}

function convertSounds(extension: string): string {
  return `Convert them to wav, as with \`ffmpeg -i NAME${extension} NAME.wav\`.`;
}
