import { defineRule } from './rule.js';

/** Scores that grow beyond a limit. */
export const explodingScores = defineRule({
  name: 'explodingScores',
  code: 'GAN550',
  hint: 'Nothing holds the slope of the discriminator, or its learning rate is too high. Lower the rate, or add gradientPenalty (Gulrajani et al. 2017, arXiv:1704.00028), r1 (Mescheder et al. 2018, arXiv:1801.04406) or spectralNorm (Miyato et al. 2018, arXiv:1802.05957).',
  watch: ({ session }, { limit }) => ({
    iteration: (metrics) => {
      const beyond = ['realScore', 'fakeScore'].flatMap((name) => {
        const value = metrics[name] ?? 0;
        return Math.abs(value) > limit ? [`${name} = ${value.toPrecision(3)}`] : [];
      });
      if (beyond.length === 0) return undefined;
      return {
        message: `the scores explode: ${beyond.join(', ')} at step ${session.step}, beyond ±${limit}`,
      };
    },
  }),
});
