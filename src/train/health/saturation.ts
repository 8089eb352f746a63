import { defineRule } from './rule.js';
import { Streak, streakSchema } from './streak.js';

/** A discriminator that makes no mistakes any more, for long: its loss is all but 0, and real scores are above generated ones. */
export const saturation = defineRule({
  name: 'saturation',
  code: 'GAN552',
  hint: 'The discriminator tells all samples apart, so that hardly any gradient reaches the generator. Lower its learning rate or its updates, add a penalty (r1, Mescheder et al. 2018, arXiv:1801.04406), instance noise (Arjovsky & Bottou 2017, arXiv:1701.04862) or augmentation (Karras et al. 2020, arXiv:2006.06676), or take nonSaturating or hinge instead of minimax.',
  memorySchema: streakSchema,
  watch: ({ session }, { limit, patience }) => {
    const streak = new Streak(patience);
    return {
      healthyAt: () => streak.healthyAt,
      save: () => streak.save(),
      restore: (saved) => {
        streak.restore(saved);
      },
      iteration: ({ discriminatorLoss = NaN, realScore = NaN, fakeScore = NaN }) => {
        const isSure = discriminatorLoss >= 0 && discriminatorLoss < limit && realScore > fakeScore;
        if (!streak.add(isSure, session.step)) return undefined;
        return {
          message: `the discriminator saturates: its loss has been below ${limit} for ${patience} iterations, it is ${discriminatorLoss.toPrecision(2)} at step ${session.step}`,
        };
      },
    };
  },
});
