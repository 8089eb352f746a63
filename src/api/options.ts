/** Options of public functions, and their checks. */
import {
  type ArgumentCheck,
  argumentMustBe,
  flag,
  hasKeys,
  isString,
  numberArgument,
  orNull,
  pathArgument,
  signal,
  textArgument,
  texts,
  threadsArgument,
  wholeNumberArgument,
} from '../diagnostics/arguments.js';
import type { EngineRequest } from '../engines/list.js';
import { quantizations } from '../export/quantize.js';
import type { TargetOptions } from '../export/targets/target.js';
import type { TensorMap } from '../ir/tensorType.js';
import { isTensorMap } from '../train/checkStateBelongs.js';
import type { RunOptions } from '../train/train.js';
import type { BackboneOptions } from './openBackbone.js';
import type { ResumeChoice } from './takeUp.js';

export interface PrepareOptions {
  /** Default: `auto`. */
  readonly engine?: EngineRequest;
  /** Default: the spec's `training.seed`. */
  readonly seed?: number;
  readonly threads?: number;
}

/** `steps` and `seed` replace those of the spec and become part of it, as `--steps` and `--seed` of the command line do. */
export interface TrainOptions extends RunOptions {
  /** Iterations, instead of the spec's `training.steps`. */
  readonly steps?: number;
  /** Seed of all random numbers, instead of the spec's `training.seed`. */
  readonly seed?: number;
  /** A run folder or a checkpoint, whose weights the run starts with. */
  readonly initFrom?: string;
}

export interface ResumeOptions extends ResumeChoice, Omit<RunOptions, 'out'> {
  /** Iterations in all, instead of the spec's `training.steps`. */
  readonly steps?: number;
}

export interface EvaluateOptions {
  /** Samples on each side, in place of each metric's own number. */
  readonly count?: number;
  /** Seed of the latents and of the choice of real samples; default: that of training. */
  readonly seed?: number;
  /** A model of images whose numbers are compared in place of those of ganspec's own classifier. */
  readonly backbone?: BackboneOptions;
}

export interface CompileToOptions extends Omit<PrepareOptions, 'seed'> {
  /** Seed of the first weights, instead of the spec's `training.seed`; it becomes part of the spec. */
  readonly seed?: number;
  /** Weights, as `readState` gives them; default: those that training starts from. */
  readonly state?: TensorMap;
  /** Overwrites files of the same names that were not compiled into the folder. Default: false. */
  readonly force?: boolean;
}

export interface ExportOptions extends TargetOptions {
  /** Overwrites files of the same names that were not exported into the folder. Default: false. */
  readonly force?: boolean;
}

type Checks<O> = Readonly<Record<keyof O, ArgumentCheck>>;

const engine = {
  engine: textArgument,
  threads: threadsArgument,
};
const seed = wholeNumberArgument(0);
// A part of the spec, whose schema bounds it.
const steps = numberArgument;

export const prepareChecks: Checks<PrepareOptions> = { ...engine, seed };

export const trainChecks: Checks<TrainOptions> = {
  steps,
  seed,
  initFrom: pathArgument,
  ...engine,
  out: orNull(pathArgument),
  signal: signal,
};

export const resumeChecks: Checks<ResumeOptions> = {
  steps,
  from: wholeNumberArgument(0),
  allowChanges: texts,
  ...engine,
  signal: signal,
};

export const evaluateChecks: Checks<EvaluateOptions> = {
  count: wholeNumberArgument(2),
  seed,
  backbone: argumentMustBe('an object with the path of an ONNX file as "file"', (value) =>
    hasKeys(value, { file: isString }),
  ),
};

export const compileToChecks: Checks<CompileToOptions> = {
  seed,
  state: isTensorMap,
  force: flag,
  ...engine,
};

const targetChecks: Checks<TargetOptions> = {
  discriminator: flag,
  quantize: argumentMustBe(`one of ${quantizations.join(', ')}`, (value) =>
    quantizations.some((each) => each === value),
  ),
};

/** The options of single export targets. */
export const targetOptions = Object.keys(targetChecks) as readonly (keyof TargetOptions)[];

export const exportChecks: Checks<ExportOptions> = { force: flag, ...targetChecks };
