import type { Metrics } from '../../runs/events.js';
import { defineRule } from './rule.js';

/** Losses that stand still, also from batch to batch. */
export const stalledLoss = defineRule({
  name: 'stalledLoss',
  code: 'GAN554',
  hint: 'Healthy losses differ from batch to batch. Here the networks are saturated or dead (scores do not depend on the samples), or the rates are 0: look at activations without a gradient, at learning rates and their schedules, and at initial weights (He et al. 2015, arXiv:1502.01852).',
  watch: ({ session }, { limit, patience }) => {
    let first: Metrics = {};
    let since = 0;
    return {
      save: () => ({ first, since }),
      restore: (saved) => {
        // As `save` gave it.
        ({ first, since } = saved as { readonly first: Metrics; readonly since: number });
      },
      iteration: ({ discriminatorLoss = NaN, generatorLoss = NaN }) => {
        const losses = { discriminatorLoss, generatorLoss };
        if (!isNear(losses, first, limit)) [first, since] = [losses, session.step];
        if (session.step - since < patience) return undefined;
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
