/** Keys in configurations of other libraries that no option here stands for, although some have a similar name. */
import { NameTable } from './nameTable.js';

/** Advice on the keys with these names. */
interface Advice {
  readonly names: readonly string[];
  /** Paths of the objects that it holds for; all without one. */
  readonly at?: RegExp;
  readonly text: string;
  /** True where the key is to be taken away. */
  readonly isRemoved: boolean;
}

const advice: readonly Advice[] = [
  {
    names: ['sampleRate', 'samplingRate', 'sr', 'fs', 'sampleRateHz'],
    text: 'remove it: the sample rate is read from the wav files',
    isRemoved: true,
  },
  {
    names: ['classes', 'classNames'],
    at: /^data$/,
    text: 'remove it: the classes are those that the data name',
    isRemoved: true,
  },
  {
    names: ['numClasses', 'nClasses', 'numLabels', 'classCount', 'numberOfClasses'],
    text: 'remove it: the number of classes is read from the data; "labels": {} in the spec makes the GAN conditional',
    isRemoved: true,
  },
  {
    names: ['warmup', 'warmupSteps', 'warmupIters', 'numWarmupSteps', 'warmupEpochs', 'lrWarmup'],
    at: /^(?:training|optimizers)?$/,
    text: 'of an optimizer it is "learningRate": { "type": "warmUp", … }, a schedule; for the moving average training.ema.warmUp',
    isRemoved: false,
  },
  {
    names: ['shape', 'imageShape', 'imgShape', 'inputShape', 'outputShape', 'dataShape'],
    at: /^(?:training|generator|discriminator)?$/,
    text: 'remove it: the shape of a sample is read from the data, and the generator ends with it',
    isRemoved: true,
  },
  {
    names: [
      'normalize',
      'normalization',
      'standardize',
      'scale',
      'rescale',
      'scaling',
      'minMaxScale',
    ],
    at: /^data$/,
    text: 'remove it: pixels and the columns of tables become numbers from -1 to 1 as they are read; for numbers of other files, "bounds" gives the least and the greatest',
    isRemoved: true,
  },
  {
    names: ['grayscale', 'greyscale', 'gray', 'grey', 'toGrayscale'],
    at: /^data$/,
    text: 'remove it: images keep the channels that they have; those of imageFolder become grey with "channels": 1',
    isRemoved: true,
  },
  {
    names: ['root', 'dataRoot', 'dataDir', 'dataDirectory', 'cacheDir'],
    at: /^data$/,
    text: 'remove it: the folder of the files is named with --data-dir, or in the environment variable GANSPEC_DATA',
    isRemoved: true,
  },
  {
    names: ['download', 'downloadIfMissing'],
    at: /^data$/,
    text: 'remove it: data are read from files that are there, and nothing is downloaded',
    isRemoved: true,
  },
  {
    names: ['shuffle', 'shuffleData'],
    text: 'remove it: every epoch takes the samples in a new random order',
    isRemoved: true,
  },
  {
    names: ['device', 'devices', 'gpu', 'gpus', 'ngpu', 'cuda', 'useCuda', 'gpuIds', 'accelerator'],
    text: 'remove it: training runs on the processor',
    isRemoved: true,
  },
  {
    names: ['dtype', 'precision', 'amp', 'fp16', 'bf16', 'mixedPrecision', 'useFp16'],
    text: 'remove it: training computes in float32',
    isRemoved: true,
  },
  {
    names: ['logDir', 'outputDir', 'outDir', 'saveDir', 'checkpointDir', 'sampleDir', 'resultsDir'],
    at: /^(?:training|monitor|monitor\.checkpoint)?$/,
    text: 'remove it: a run is written into the folder of the command, as in ganspec train gan.json --out FOLDER',
    isRemoved: true,
  },
];

const table = new NameTable(advice.map(({ text, names }) => ({ word: text, otherNames: names })));

/** The advice on a key in the object at a path; undefined for none. */
export function keyAdvice(key: string, path: string): Advice | undefined {
  const [meant] = table.find([key]);
  const found = advice.find(({ text }) => text === meant?.word);
  return (found?.at?.test(path) ?? true) ? found : undefined;
}
