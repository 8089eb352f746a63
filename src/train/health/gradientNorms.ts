import { players, type Player } from '../../entries/player.js';
import { gradientResult } from '../../program/gradientResult.js';
import { defineRule } from './rule.js';
import { Streak, streakSchema } from './streak.js';

/** Iterations in a row that must show the same: single batches have large gradients now and then. */
const patience = 10;

/** Remedies by what the gradients do. */
const remedies = {
  explode:
    'Against exploding gradients, set training.gradientClip (Pascanu, Mikolov, Bengio 2013, arXiv:1211.5063) or add r1 or spectralNorm (Miyato et al. 2018, arXiv:1802.05957).',
  vanish:
    'Gradients vanish where the discriminator saturates, or where activations and initial weights let nothing through (Arjovsky & Bottou 2017, arXiv:1701.04862).',
};

/** Norms of the gradients of a network that explode or vanish. */
export const gradientNorms = defineRule({
  name: 'gradientNorms',
  code: 'GAN551',
  hint: `${remedies.explode} ${remedies.vanish}`,
  memorySchema: {
    type: 'array',
    items: {
      type: 'array',
      items: [{ enum: players }, streakSchema],
      minItems: 2,
      additionalItems: false,
    },
  },
  watch: ({ session }, { min, max }) => {
    const streaks = new Map(players.map((network) => [network, new Streak(patience)]));
    return {
      healthyAt: () => Math.min(...[...streaks.values()].map((streak) => streak.healthyAt)),
      save: () => [...streaks].map(([network, streak]) => [network, streak.save()]),
      restore: (saved) => {
        // As `save` gave it.
        for (const [network, own] of saved as [Player, unknown][])
          streaks.get(network)?.restore(own);
      },
      iteration: (metrics) => {
        const signs = [...streaks].flatMap(([network, streak]) => {
          const norm = metrics[gradientResult(network)] ?? NaN;
          if (!streak.add(norm < min || norm > max, session.step)) return [];
          const kind = norm < min ? ('vanish' as const) : ('explode' as const);
          return [{ kind, text: `${kind} in the ${network} (norm ${norm.toPrecision(2)})` }];
        });
        if (signs.length === 0) return undefined;
        const texts = signs.map(({ text }) => text);
        const hints = new Set(signs.map(({ kind }) => remedies[kind]));
        return {
          message: `the gradients ${texts.join(' and ')} at step ${session.step}`,
          hint: [...hints].join(' '),
        };
      },
    };
  },
});
