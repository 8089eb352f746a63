import { namesText } from '../tensorsNotFinite.js';
import { causeOf } from './cause.js';
import { defineRule, type Sign } from './rule.js';

/** Metrics that are NaN or infinite, after every iteration; numbers of the state, whenever it is to be kept. */
export const nonFinite = defineRule({
  name: 'nonFinite',
  code: 'GAN501',
  hint: 'Lower the learning rates, or add a penalty (r1, gradientPenalty) or training.gradientClip; the samples, the log and the checkpoints up to here are kept.',
  watch: (run) => {
    const { session, kept } = run;
    const sign = (text: string): Sign => ({
      message: `training diverged at step ${session.step}: ${text}`,
      examine: () => causeOf(run),
    });
    const inspect = async (): Promise<Sign | undefined> => {
      const broken = await kept.inspect();
      if (broken.length === 0) return undefined;
      return sign(`the state has numbers that are not finite, in ${namesText(broken)}`);
    };
    return {
      iteration: (metrics) => {
        const culprits = Object.entries(metrics).filter(([, value]) => !Number.isFinite(value));
        if (culprits.length > 0)
          return sign(culprits.map(([name, value]) => `${name} = ${value}`).join(', '));
        return kept.isDue ? inspect() : undefined;
      },
      end: inspect,
    };
  },
});
