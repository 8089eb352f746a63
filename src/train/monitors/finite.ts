import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import type { OpenMonitor } from './monitor.js';

/** Ends the run at the first metric that is NaN or infinite (GAN501, exit code 5). */
export const finite: OpenMonitor = ({ session }) => ({
  iteration: (metrics) => {
    const culprits = Object.entries(metrics).filter(([, value]) => !Number.isFinite(value));
    if (culprits.length === 0) return;
    const list = culprits.map(([name, value]) => `${name} = ${value}`).join(', ');
    throw new GanspecError(
      'GAN501',
      exitCodes.diverged,
      `training diverged at step ${session.step}: ${list}`,
      'Lower the learning rates, or add a penalty (r1, gradientPenalty) or training.gradientClip; the samples and the log up to here are kept.',
    );
  },
});
