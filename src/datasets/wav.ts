import { schemas, type WavDataset } from '../generated/datasets.js';
import {
  defineDataset,
  type DatasetContext,
  type DatasetDescription,
  type DatasetWarning,
} from '../entries/dataset.js';
import type { HostConfig } from '../entries/config.js';
import { namedClasses } from './shared/classes.js';
import { classSource } from './shared/classSource.js';
import { checkSize, dataError, isFolder, readError } from './shared/dataFile.js';
import { dataPath, locateData } from './shared/dataPath.js';
import { classWarnings, fileClasses, type FileClasses } from './shared/fileClasses.js';
import { findFiles } from './shared/findFiles.js';
import { labelReader } from './shared/labelReader.js';
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
  describe: (config, context) => describe(findSounds(config, context), config).description,
  outline: ({ length }) => ({ shape: [length, 1], range: [-1, 1] }),
  open(config, context) {
    const sounds = findSounds(config, context);
    const { description, labels } = describe(sounds, config);
    const { length, path } = config;
    const numbers = description.count * length;
    checkSize(dataPath(context, path, 'path'), numbers);
    const data = new Float32Array(numbers);
    let at = 0;
    for (const header of sounds.headers) {
      const size = clipsIn(header, length) * length;
      readWav(header, data.subarray(at, at + size));
      at += size;
    }
    const [{ sampleRate }] = sounds.headers;
    return {
      ...description,
      read: rowReader(data, length),
      ...(labels && { readLabels: labelReader(labels) }),
      recipe: { sampleRate },
    };
  },
  encode: (samples, _, { sampleRate }) => ({
    extension: 'wav',
    bytes: encodeWav(samples, sampleRate),
  }),
});

/** Sounds and the class of each file. */
interface Sounds {
  readonly headers: readonly [WavHeader, ...WavHeader[]];
  readonly classes: FileClasses;
  readonly warnings: readonly DatasetWarning[];
}

/** Description of the clips, and the class of each. */
function describe(
  { headers, classes: { names, labels }, warnings }: Sounds,
  { length }: Options,
): { readonly description: DatasetDescription; readonly labels: readonly number[] | null } {
  const clips = headers.map((header) => clipsIn(header, length));
  const count = clips.reduce((sum, each) => sum + each, 0);
  const description = { shape: [length, 1], range: [-1, 1] as const, count, warnings };
  if (!names) return { description: { ...description, classes: null }, labels: null };
  const classOf = clips.flatMap((each, file) => Array<number>(each).fill(labels[file] ?? 0));
  const { list } = namedClasses(names, null, classOf);
  return {
    description: { ...description, classes: list.length, classList: list },
    labels: classOf,
  };
}

function clipsIn({ frames }: WavHeader, length: number): number {
  return Math.max(1, Math.floor(frames / length));
}

/**
 * The file, or all wav files in the folder and its sub-folders.
 * @throws GanspecError GAN401, GAN415; errors of `fileClasses`
 */
function findSounds(config: Options, context: DatasetContext): Sounds {
  const location = locateData(context, config.path, 'path');
  const { path: folder } = location;
  const found = isFolder(folder)
    ? findFiles(location, wantedSounds)
    : { files: [folder], folders: [], unread: [], leftOut: [] };
  const { unread, leftOut } = found;
  for (const { path, reason } of unread) throw readError(path, reason);
  const [first, ...others] = found.files.map(readWavHeader);
  if (!first) {
    const message = `${folder}: holds no wav file`;
    throw noFilesError('GAN415', message, { path: folder, leftOut }, convertSounds);
  }
  const other = others.find(({ sampleRate }) => sampleRate !== first.sampleRate);
  if (other) {
    throw dataError(
      'GAN415',
      `${other.file}: has ${other.sampleRate} samples a second, where ${first.file} has ${first.sampleRate}`,
      'Convert all files to one rate.',
    );
  }
  const classes = fileClasses({ ...found, folder }, classSource(config, context));
  const warnings = [
    ...leftOutWarning(folder, found, convertSounds),
    ...classWarnings(folder, classes),
  ];
  return { headers: [first, ...others], classes, warnings };
}

function convertSounds(extension: string): string {
  return `Convert them to wav, as with \`ffmpeg -i NAME${extension} NAME.wav\`.`;
}
