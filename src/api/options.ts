/** Options of the methods of a `Gan`, and the check of them. */
import { checkOptions, checkWholeNumber } from '../diagnostics/arguments.js';
import type { EngineRequest } from '../engines/list.js';
import type { TensorMap } from '../ir/tensorType.js';
import type { RunOptions } from '../train/train.js';
import type { ResumeChoice } from './resume.js';

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

export interface CompileToOptions extends Omit<PrepareOptions, 'seed'> {
  /** Seed of the first weights, instead of the spec's `training.seed`; it becomes part of the spec. */
  readonly seed?: number;
  /** Weights, as `readState` gives them; default: those that training starts from. */
  readonly state?: TensorMap;
  /** Overwrites files of the same names that were not compiled into the folder. Default: false. */
  readonly force?: boolean;
}

/** Refuses unknown options, seeds and numbers of threads that are none. @throws GanspecError GAN540 */
export function checkEngineOptions(
  caller: string,
  options: { readonly seed?: number | undefined; readonly threads?: number | undefined },
  known: Readonly<Record<string, true>>,
): void {
  checkOptions(caller, options, known);
  if (options.seed !== undefined) checkWholeNumber(`seed of ${caller}`, options.seed, 0);
  if (options.threads !== undefined) checkWholeNumber(`threads of ${caller}`, options.threads, 1);
}
