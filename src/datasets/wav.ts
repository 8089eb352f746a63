import { statSync } from 'node:fs';
import { schema, type WavDataset } from '../generated/datasets/wav.js';
import { defineDataset } from '../entries/define.js';
import type { DatasetContext, DatasetDescription, HostConfig } from '../entries/entries.js';
import { cannotRead, checkSize, dataError, guarded } from './shared/dataFile.js';
import { dataPath, dataPlace, type DataPlace } from './shared/dataPath.js';
import { findFiles } from './shared/findFiles.js';
import { copyRows } from './shared/copyRows.js';
import { encodeWav } from './formats/encodeWav.js';
import { readWav, readWavHeader, type WavHeader } from './formats/readWav.js';

type Options = HostConfig<WavDataset>;

/**
 * Clips of sound `[length, 1]` in [-1, 1], one after the other as they stand in the files. What is left at the end of a
 * file is left out, unless the whole file is shorter than a clip: then silence follows it.
 * @source Donahue et al. 2018 (WaveGAN), arXiv:1802.04208, whose clips have 16384 samples
 */
export const wav = defineDataset<WavDataset, Pick<WavHeader, 'sampleRate'>>({
  type: 'wav',
  schema,
  describe: (config, context) => describe(readHeaders(config, context), config),
  open(config, context) {
    const headers = readHeaders(config, context);
    const description = describe(headers, config);
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
    return { ...description, read: copyRows(data, length), recipe: { sampleRate } };
  },
  encode: (samples, _, { sampleRate }) => ({
    extension: 'wav',
    bytes: encodeWav(samples, sampleRate),
  }),
});

function describe(headers: readonly WavHeader[], { length }: Options): DatasetDescription {
  const count = headers.reduce((sum, header) => sum + clipsIn(header, length), 0);
  return { shape: [length, 1], range: [-1, 1], count, classes: null };
}

function clipsIn({ frames }: WavHeader, length: number): number {
  return Math.max(1, Math.floor(frames / length));
}

/** Of the file, or of all wav files in the folder. */
function readHeaders(
  { path }: Options,
  context: DatasetContext,
): readonly [WavHeader, ...WavHeader[]] {
  const folder = dataPlace(context, path, 'path');
  const { path: place } = folder;
  const isFolder = guarded(place, () => statSync(place).isDirectory());
  const files = isFolder ? findSounds(folder) : [place];
  const [first, ...others] = files.map(readWavHeader);
  if (!first) throw dataError('GAN415', `${place}: holds no wav file`);
  const other = others.find(({ sampleRate }) => sampleRate !== first.sampleRate);
  if (!other) return [first, ...others];
  throw dataError(
    'GAN415',
    `${other.file}: has ${other.sampleRate} samples a second, where ${first.file} has ${first.sampleRate}`,
    'Convert all files to one rate.',
  );
}

/** @throws GanspecError GAN401 where a folder inside cannot be read. */
function findSounds(folder: DataPlace): readonly string[] {
  const { files, unread } = findFiles(folder, /\.wav$/i);
  for (const { path, reason } of unread) throw cannotRead(path, reason);
  return files;
}
