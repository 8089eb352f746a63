import type { Metrics } from '../../runs/events.js';
import { defineRule } from './rule.js';
import { Streak, streakSchema } from './streak.js';

/** Losses that stand still, also from batch to batch. */
export const stalledLoss = defineRule({
  name: 'stalledLoss',
  code: 'GAN554',
  hint: 'Healthy losses differ from batch to batch. Here the networks are saturated or dead (scores do not depend on the samples): look at activations without a gradient, at learning rates and their schedules, and at initial weights (He et al. 2015, arXiv:1502.01852).',
  memorySchema: {
    type: 'object',
    required: ['first', 'streak'],
    // A loss that is not finite is null in JSON.
    properties: {
      first: { type: 'object', additionalProperties: { type: ['number', 'null'] } },
      streak: streakSchema,
    },
  },
  watch: ({ session }, { limit, patience }) => {
    const streak = new Streak(patience);
    let first: Metrics = {};
    return {
      healthyAt: () => streak.healthyAt,
      save: () => ({ first, streak: streak.save() }),
      restore: (saved) => {
        // As `save` gave it.
        const own = saved as { readonly first: Metrics; readonly streak: unknown };
        ({ first } = own);
        streak.restore(own.streak);
      },
      iteration: ({ discriminatorLoss = NaN, generatorLoss = NaN }) => {
        const losses = { discriminatorLoss, generatorLoss };
        const standStill = isNear(losses, first, limit);
        if (!standStill) first = losses;
        if (!streak.add(standStill, session.step)) return undefined;
        const since = session.step - streak.length;
        return {
          message: `the losses stand still: since step ${since} both have been within ${limit * 100} % of ${discriminatorLoss.toPrecision(4)} and ${generatorLoss.toPrecision(4)}`,
        };
      },
    };
  },
});

function isNear(losses: Metrics, first: Metrics, limit: number): boolean {
  return Object.entries(losses).every(([name, value]) => {
    const start = first[name] ?? NaN;
    return Math.abs(value - start) <= limit * Math.abs(start);
  });
}
