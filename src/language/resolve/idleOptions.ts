/** What entries leave unused of their own options, and entries that do nothing. */
import type { Kind } from '../../entries/entry.js';
import type { Tagged } from '../../entries/tagged.js';
import type { NormalTraining } from '../normalSpec.js';

/** Why something has no effect. */
export interface Reason {
  /** As in `without "useBias"`. */
  readonly why: string;
  /** A full sentence. @param name Of what has no effect. */
  readonly wayOut: (name: string) => string;
}

/** What it acts on is missing. @param needs In words. */
export function without(needs: string): Reason {
  return {
    why: `without ${needs}`,
    wayOut: (name) => `remove "${name}", or add what it acts on`,
  };
}

/** Another option takes its place. */
export function beside(other: string): Reason {
  return { why: `beside "${other}"`, wayOut: (name) => `remove "${name}" or "${other}"` };
}

type Options = Tagged & Readonly<Record<string, unknown>>;

/** One way in which an option of an entry, or the entry itself, has no effect. */
export interface IdleOption extends Reason {
  readonly kind: Kind;
  /** Default: every type that has the option. */
  readonly type?: string;
  /** Default: the entry itself. */
  readonly option?: string;
  /** @param config With its defaults. */
  readonly isIdle: (config: Options, training: NormalTraining) => boolean;
}

const kernels = ['kernel', 'depthwise', 'pointwise', 'embeddings'];

/** All that are known. */
export const idleOptions: readonly IdleOption[] = [
  idleLayerOption('biasInitializer', 'useBias'),
  idleLayerOption('gammaInitializer', 'scale'),
  idleLayerOption('betaInitializer', 'center'),
  ...kernels.map((kernel): IdleOption => ({
    kind: 'layer',
    option: `${kernel}Initializer`,
    isIdle: ({ equalizedLearningRate }) => equalizedLearningRate !== false,
    ...beside('equalizedLearningRate'),
  })),
  {
    kind: 'optimizer',
    type: 'sgd',
    option: 'nesterov',
    isIdle: ({ momentum }) => momentum === 0,
    ...without('a "momentum" above 0'),
  },
  idleConsistencyOption('shift', 'cr', 'bcr'),
  idleConsistencyOption('radius', 'zcr'),
  idleConsistencyOption('generatorWeight', 'zcr'),
  {
    kind: 'penalty',
    type: 'pullingAway',
    isIdle: (_config, { batchSize, packing }) => batchSize === packing,
    ...without('a second sample, or pack of samples, in the batch'),
    wayOut: () => 'use a larger batchSize, or remove "pullingAway"',
  },
  {
    kind: 'loss',
    type: 'leastSquares',
    isIdle: ({ realTarget, fakeTarget }) => realTarget === fakeTarget,
    ...without('a "realTarget" and a "fakeTarget" that differ'),
    wayOut: () => 'let the discriminator aim at two different scores, such as 1 and 0',
  },
];

function idleLayerOption(option: string, needs: string): IdleOption {
  return {
    kind: 'layer',
    option,
    isIdle: (config) => config[needs] === false,
    ...without(`"${needs}": true`),
  };
}

function idleConsistencyOption(option: string, ...modes: readonly string[]): IdleOption {
  return {
    kind: 'penalty',
    type: 'consistency',
    option,
    isIdle: ({ mode }) => !modes.includes(String(mode)),
    ...without(`"mode": ${modes.map((mode) => `"${mode}"`).join(' or ')}`),
  };
}
