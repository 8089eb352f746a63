import { schemas, type WavDataset } from '../generated/datasets.js';
import {
  defineDataset,
  type DatasetContext,
  type DatasetDescription,
  type DatasetWarning,
} from '../entries/dataset.js';
import type { HostConfig } from '../entries/config.js';
import { shortened, type Interval } from '../entries/interval.js';
import { namedClasses, scarceClasses } from './shared/classes.js';
import { classSource } from './shared/classSource.js';
import { boundsError, checkBounds, floatBounds } from './shared/bounds.js';
import { byNeedWarning } from './shared/byNeed.js';
import { checkSize, dataError, isFolder, readError } from './shared/dataFile.js';
import { locateData } from './shared/dataPath.js';
import { evenly } from './shared/evenly.js';
import { fileClasses, type FileClasses } from './shared/fileClasses.js';
import { findFiles } from './shared/findFiles.js';
import { labelReader } from './shared/labelReader.js';
import { leftOutWarning, noFilesError } from './shared/leftOut.js';
import { encodeWav } from './formats/encodeWav.js';
import { readWavHeader, type WavHeader } from './formats/readWav.js';
import { clipsOf, openClips, type SoundClip } from './formats/soundClips.js';
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
  describe(config, context) {
    const sounds = findSounds(config, context);
    const { description, clips } = describe(sounds, config);
    const { length, bounds } = config;
    checkSize(sounds.folder, length);
    // Read by need, since each number is looked at once.
    const { extent } = openClips(clips, length, bounds ?? unitBounds, 0);
    const doubts = checkExtent(sounds.folder, extent, bounds);
    return { ...description, warnings: [...(description.warnings ?? []), ...doubts] };
  },
  outline: ({ length }) => ({ shape: [length, 1], range: [-1, 1] }),
  open(config, context) {
    const { headers, ...sounds } = findSounds(config, context);
    const { description, clips, labels } = describe({ headers, ...sounds }, config);
    checkSize(sounds.folder, config.length);
    const { extent, read } = openClips(clips, config.length, config.bounds ?? unitBounds);
    const doubts = checkExtent(sounds.folder, extent, config.bounds);
    const [{ sampleRate }] = headers;
    return {
      ...description,
      warnings: [...(description.warnings ?? []), ...doubts],
      read,
      ...(labels && { readLabels: labelReader(labels) }),
      noun: 'clips',
      recipe: { sampleRate },
    };
  },
  encode: (samples, { bounds }, { sampleRate }) => ({
    extension: 'wav',
    bytes: encodeWav(unscaled(samples, bounds), sampleRate),
  }),
});

/** Numbers that are -1 and 1 without the option. */
const unitBounds: Interval = [-1, 1];

/** Peak below which sound is taken for faint, −12 dB of full scale. */
const faintPeak = 0.25;

/**
 * Compares the numbers of the files with their bounds.
 * @returns Without the option, a warning if they go beyond -1 and 1 or stay far within.
 * @throws GanspecError GAN417 for numbers beyond the option.
 */
function checkExtent(
  path: string,
  extent: Interval,
  bounds: Interval | null,
): readonly DatasetWarning[] {
  if (bounds) {
    const [least, greatest] = shortened(extent);
    const [low, high] = floatBounds(bounds);
    if (extent[0] >= low && extent[1] <= high) return [];
    throw boundsError(
      `the numbers of ${path} lie between ${least} and ${greatest}, not between ${bounds[0]} and ${bounds[1]}`,
      `write [${least}, ${greatest}], or null for -1 to 1`,
    );
  }
  const [, peak] = shortened([0, Math.max(-extent[0], extent[1])]);
  if (peak === 0) {
    return [{ code: 'GAN420', message: `${path}: is silent`, hint: 'Is this the right file?' }];
  }
  if (peak >= faintPeak && peak <= 1) return [];
  const what = peak > 1 ? 'and is cut off at 1' : 'so clips hardly differ from silence';
  return [
    {
      code: 'GAN420',
      message: `${path}: its sound has a peak of ${peak}, where 1 is full scale, ${what}`,
      // Symmetric, so that silence stays 0.
      hint: `Set "bounds": [${-peak}, ${peak}] in "data", or those of the scale that it has.`,
    },
  ];
}

/** Sound on the scale of the data, where that is one of wav files: numbers from -1 to 1. */
function unscaled(samples: Float32Array, bounds: Interval | null): Float32Array {
  const [low, high] = bounds ?? unitBounds;
  if (low < -1 || high > 1) return samples;
  return samples.map((value) => (low + high) / 2 + (value * (high - low)) / 2);
}

/** Sounds and the class of each file. */
interface Sounds {
  /** Path of the folder, or of the only file. */
  readonly folder: string;
  readonly headers: readonly [WavHeader, ...WavHeader[]];
  readonly classes: FileClasses;
  readonly warnings: readonly DatasetWarning[];
}

/** Clips with their description, and the class of each. */
function describe(
  { folder, headers, classes: { names, labels }, warnings }: Sounds,
  { length, limit, bounds }: Options,
): {
  readonly description: DatasetDescription;
  readonly clips: readonly SoundClip[];
  readonly labels: readonly number[] | null;
} {
  if (bounds) checkBounds(bounds);
  const clips = evenly(clipsOf(headers, length), limit);
  const { length: count } = clips;
  const description = {
    shape: [length, 1],
    range: unitBounds,
    form: 'sound',
    count,
    warnings: [
      ...warnings,
      ...byNeedWarning(
        `${folder}: ${count} clips of ${length} numbers`,
        4 * count * length,
        'their files',
      ),
    ],
  } as const;
  if (!names) return { description: { ...description, classes: null }, clips, labels: null };
  const classOf = clips.map(({ file }) => labels[file] ?? 0);
  const { list } = namedClasses(names, null, classOf);
  return {
    description: {
      ...description,
      classes: list.length,
      classList: list,
      warnings: [...description.warnings, ...scarceClasses(folder, list)],
    },
    clips,
    labels: classOf,
  };
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
  const warnings = [...leftOutWarning(folder, found, convertSounds), ...classes.warnings];
  return { folder, headers: [first, ...others], classes, warnings };
}

function convertSounds(extensions: readonly string[]): string {
  const commands = extensions.map((extension) => `\`ffmpeg -i NAME${extension} NAME.wav\``);
  return `Convert them to wav, as with ${commands.join(', ')}.`;
}
