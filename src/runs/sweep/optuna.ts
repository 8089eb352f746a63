/** Values of trials by Optuna, a library of Python, which learns from the trials before. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import { packageFolder } from '../../packageFolder.js';
import type { Settings } from './space.js';
import type { SweepPlan, Trial } from './sweepRecord.js';

/** Python in which Optuna is installed, where it is not `python3`. */
const variable = 'GANSPEC_PYTHON';

/**
 * The values of the trial after these. Optuna's default, the tree-structured Parzen estimator, looks at the first metric;
 * trials that diverged or were pruned count as worse than all others. Equal trials give equal values.
 * @throws GanspecError GAN544 where Python or Optuna is not there, or Optuna refuses the space.
 * @source Akiba et al. 2019, arXiv:1907.10902; Bergstra et al. 2011, "Algorithms for hyper-parameter optimization"
 */
export function askOptuna(
  { space, seed }: Pick<SweepPlan, 'space' | 'seed'>,
  trials: readonly Trial[],
): Settings {
  const better = trials.map(({ metrics }) => metrics?.[0]?.better).find(Boolean);
  const told = trials.map(({ settings, outcome, metrics }) => ({
    settings,
    // What is completed and has no metric says as little as what the spec does not allow.
    outcome: outcome === 'completed' && metrics?.[0] === undefined ? 'invalid' : outcome,
    value: metrics?.[0]?.value ?? null,
  }));
  const direction = better === 'higher' ? 'maximize' : 'minimize';
  const python = process.env[variable] ?? 'python3';
  const { error, status, stdout, stderr } = spawnSync(
    python,
    [join(packageFolder, 'templates/optuna/ask.py')],
    { input: JSON.stringify({ space, seed, direction, trials: told }), encoding: 'utf8' },
  );
  if (error) throw noOptuna(`${python} does not start (${error.message})`);
  if (status !== 0) throw noOptuna(`${python} says: ${stderr.trim().split('\n').at(-1) ?? ''}`);
  // Only our own script writes there.
  return JSON.parse(stdout) as Settings;
}

function noOptuna(reason: string): GanspecError {
  return new GanspecError(
    'GAN544',
    exitCodes.usage,
    `Optuna gives no values for the next trial: ${reason}`,
    `Install it (pip install optuna), and name a Python that has it in ${variable} where it is not python3; or leave --sampler out, for values drawn at random.`,
  );
}
