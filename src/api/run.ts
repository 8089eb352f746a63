/** A run, opened again: for its samples, and to go on with it. */
import { join } from 'node:path';
import {
  checkOptions,
  textArgument,
  texts,
  wholeNumberArgument,
} from '../diagnostics/arguments.js';
import { createCompiler, isCompiler, type Compiler } from './compiler.js';
import type { GanEvaluation } from '../evaluation/ganEvaluation.js';
import type { ExportedGenerator } from '../export/exportFolder.js';
import type { ExportTargetName } from '../export/targets/list.js';
import type { Directions, DirectionsOptions } from './directions.js';
import type { EvaluateOptions, ExportOptions, ResumeOptions } from './options.js';
import type { Gan } from './gan.js';
import { newestCheckpoint } from '../runs/checkpoints.js';
import { readRunFolder } from '../runs/savedRun.js';
import type { RunRecord } from '../runs/record.js';
import type { Session } from '../train/session.js';
import { compilerOfRun } from './compilerOfRun.js';
import { compileSaved, reopen } from './reopen.js';
import { TrainedGan } from './trained.js';
import type { OngoingRun } from './ongoingRun.js';

/** A trained generator with its run folder, which steps of `session` leave as it is. */
export class Run extends TrainedGan {
  constructor(
    /** The run folder, absolute. */
    readonly folder: string,
    /** Settings, versions, times and outcome of the run. */
    readonly record: RunRecord,
    readonly gan: Gan,
    session: Session,
  ) {
    super(gan, session);
  }

  /** Measures new samples beside samples of the data, as `gan.evaluate` does. */
  evaluate(options?: EvaluateOptions): Promise<GanEvaluation> {
    return this.gan.evaluate(this.session, options);
  }

  /**
   * Draws what the generator has learnt, as `gan.directions` does.
   * @param file Default: `directions` in the run folder.
   */
  directions(
    file = join(this.folder, 'directions'),
    options?: DirectionsOptions,
  ): Promise<Directions> {
    return this.gan.directions(this.session, file, options);
  }

  /**
   * Writes the generator as the files that one consumer needs, as `gan.exportTo` does.
   * @param folder Default: `exports/<target>` in the run folder.
   */
  exportTo(
    target: ExportTargetName,
    folder = join(this.folder, 'exports', target),
    options?: ExportOptions,
  ): Promise<ExportedGenerator> {
    return this.gan.exportTo(this.session, target, folder, options);
  }

  /**
   * Goes on with the run in its folder, from its newest checkpoint; `session` keeps the state that it has.
   * @throws As `gan.resume`.
   */
  train(options: ResumeOptions = {}): OngoingRun {
    return this.gan.resume(this.folder, options);
  }
}

/**
 * Compiles the spec of a run again, as it stands in the folder.
 * @param options.compiler Default: one with the built-in words and the passes of the run.
 * @param options.set Overrides such as `training.steps=100`.
 * @throws GanspecError GAN513 where the folder is no run; exit code 6 where a record or the spec is not as it was written;
 * SpecError where the spec has mistakes.
 */
export function compileRun(
  folder: string,
  options: { readonly compiler?: Compiler; readonly set?: readonly string[] } = {},
): Gan {
  textArgument('folder of compileRun', folder);
  checkOptions('compileRun', options, { compiler: isCompiler, set: texts });
  const { record, spec, data, ...saved } = readRunFolder(folder);
  const { compiler = createCompiler({ passes: record.passes }), set = [] } = options;
  saved.checkSpec();
  return compileSaved({ ...record, spec, data }, compiler, set);
}

export interface OpenRunOptions {
  /** Knows the plugins that the spec uses; default: `compilerOfRun`. */
  readonly compiler?: Compiler;
  /** Overrides that change no weight, such as `monitor.metrics=["precision"]`. */
  readonly set?: readonly string[];
  /** Iterations after which the checkpoint was written that is opened. */
  readonly from?: number;
}

/**
 * Opens a run folder with its final state, or with that of its newest checkpoint where it has not reached an end. The data
 * are not needed: the folder keeps what samples need of them.
 * @throws GanspecError GAN513 where the folder is no run; exit code 6 where the state is damaged; GAN607 where there is no
 * such checkpoint.
 */
export async function openRun(folder: string, options: OpenRunOptions = {}): Promise<Run> {
  textArgument('folder of openRun', folder);
  checkOptions('openRun', options, {
    compiler: isCompiler,
    set: texts,
    from: wholeNumberArgument(0),
  });
  const { record, path, ...saved } = readRunFolder(folder);
  const { baseDir, dataPaths, dataDir, environmentDirs, seed } = record;
  const { compiler = await compilerOfRun(folder), set, from } = options;
  const state = {
    readState: () =>
      from === undefined ? saved.readState() : newestCheckpoint(path, record.id, { from }).state,
  };
  const places = { baseDir, dataPaths, dataDir, environmentDirs };
  const { gan, session } = await reopen({ ...saved, ...state, ...places, seed }, compiler, { set });
  return new Run(path, record, gan, session);
}
