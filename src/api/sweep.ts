/** Search over the values of a spec, at random or by Optuna; each trial is an ordinary run. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes, GanspecError, SpecError } from '../diagnostics/errors.js';
import type { EngineRequest } from '../engines/list.js';
import { checkpointsOf } from '../runs/checkpoints.js';
import { isRunFolder, readRunRecord } from '../runs/savedRun.js';
import { askOptuna } from '../runs/sweep/optuna.js';
import { checkSpace, drawSettings, settingsAsSet } from '../runs/sweep/space.js';
import {
  openSweep,
  removeIfEmpty,
  saveSweep,
  type SweepPlan,
  type SweepRecord,
  type Trial,
} from '../runs/sweep/sweepRecord.js';
import { healthRules } from '../train/health/rules.js';
import type { Compiler } from './compiler.js';
import type { Gan } from './gan.js';
import { openRun } from './run.js';

export interface SweepOptions extends SweepPlan {
  /** Folder of the sweep: its record, and a run folder for each trial. */
  readonly out: string;
  /** Trials in all, those that have ended before included. */
  readonly trials: number;
  readonly engine?: EngineRequest;
  /** Stops the trial under way, with which a later sweep in the same folder goes on. */
  readonly signal?: AbortSignal;
}

type Ending = Pick<Trial, 'outcome' | 'reason'>;

/** Codes of the warnings that end a trial. */
const hopeless: ReadonlySet<string> = new Set(healthRules.map(({ code }) => code));

/**
 * Trains one trial after the other, and measures those that reach their end. Those of the folder that have ended are given
 * first, as they were; one that was interrupted goes on from its newest checkpoint. Trials whose numbers are no longer finite,
 * or of which a rule of health warns, end there.
 *
 * @param compiler Knows the plugins that the spec uses.
 * @throws GanspecError GAN527 for a space of another form, GAN528 where the folder has another sweep, GAN544 where Optuna is
 * asked for and is not there; as `gan.train`.
 * @source J. Bergstra, Y. Bengio, Random search for hyper-parameter optimization, JMLR 13 (2012).
 */
export async function* sweep(
  compiler: Compiler,
  options: SweepOptions,
): AsyncGenerator<Trial, void> {
  const { out, trials, engine, signal, ...plan } = options;
  checkSpace(plan.space, 'the space of sweep');
  let record = openSweep(out, plan);
  for (let trial = 1; trial <= trials; trial += 1) {
    const known = record.trials.find((one) => one.trial === trial);
    const ended =
      known ?? (await nextTrial(compiler, record, { ...plan, out, trial, engine, signal }));
    if (ended === undefined) return;
    if (known === undefined) {
      record = { ...record, trials: [...record.trials, ended] };
      saveSweep(out, record);
    }
    yield ended;
  }
}

interface TrialPlan extends SweepPlan {
  readonly out: string;
  readonly trial: number;
  readonly engine: EngineRequest | undefined;
  readonly signal: AbortSignal | undefined;
}

/** As `runTrial`; a sweep of which nothing has begun, as where the engine does not load, leaves no folder. */
async function nextTrial(
  compiler: Compiler,
  { trials }: SweepRecord,
  plan: TrialPlan,
): Promise<Trial | undefined> {
  try {
    return await runTrial(compiler, plan, trials);
  } catch (error) {
    if (trials.length === 0) removeIfEmpty(plan.out);
    throw error;
  }
}

/** Trains and measures one trial. @returns undefined where the signal stopped it. */
async function runTrial(
  compiler: Compiler,
  plan: TrialPlan,
  before: readonly Trial[],
): Promise<Trial | undefined> {
  const { spec, set, space, seed, sampler, trial, out } = plan;
  const settings =
    sampler === 'optuna' ? askOptuna(plan, before) : drawSettings(space, seed, trial);
  const run = `trial-${String(trial).padStart(4, '0')}`;
  let gan: Gan;
  try {
    gan = compiler.compile(compiler.read(spec, { set: [...set, ...settingsAsSet(settings)] }));
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return { trial, settings, outcome: 'invalid', reason: error.message };
  }
  const ending = await train(gan, join(out, run), plan);
  if (ending?.outcome !== 'completed') return ending && { trial, settings, ...ending, run };
  return {
    trial,
    settings,
    ...ending,
    run,
    metrics: await measure(compiler, join(out, run), plan),
  };
}

/** Starts or continues the run of a trial. @returns undefined where the signal stopped it. */
async function train(
  gan: Gan,
  folder: string,
  { engine, signal }: TrialPlan,
): Promise<Ending | undefined> {
  const [newest] = checkpointsOf(folder);
  const isWhole =
    newest?.step === gan.spec.training.steps ||
    (isRunFolder(folder) && readRunRecord(folder).status === 'completed');
  if (isWhole) return { outcome: 'completed' };
  // A run that was killed before its first checkpoint has nothing to go on from.
  if (newest === undefined) rmSync(folder, { recursive: true, force: true });
  const prune = new AbortController();
  const options = {
    signal: AbortSignal.any([prune.signal, ...(signal ? [signal] : [])]),
    ...(engine && { engine }),
  };
  let reason: string | undefined;
  try {
    const events = newest ? gan.resume(folder, options) : gan.train({ ...options, out: folder });
    for await (const event of events) {
      if (event.type !== 'warning' || !hopeless.has(event.code)) continue;
      reason ??= event.message;
      prune.abort();
    }
  } catch (error) {
    if (!(error instanceof GanspecError) || error.exitCode !== exitCodes.diverged) throw error;
    return { outcome: 'diverged', reason: error.message };
  }
  if (reason !== undefined) return { outcome: 'pruned', reason };
  return signal?.aborted ? undefined : { outcome: 'completed' };
}

async function measure(
  compiler: Compiler,
  folder: string,
  { metrics, count }: TrialPlan,
): Promise<NonNullable<Trial['metrics']>> {
  const set =
    metrics === null ? [] : [`monitor.metrics=${metrics}`, 'monitor.checkpoint.best=null'];
  const run = await openRun(folder, { compiler, set });
  try {
    const evaluation = await run.evaluate(count === null ? {} : { count });
    return evaluation.metrics.map(({ metric, value, better, count: samples }) => ({
      name: metric.type,
      value,
      better,
      count: samples,
    }));
  } finally {
    await run.dispose();
  }
}
