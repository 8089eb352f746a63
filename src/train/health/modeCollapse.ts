import type { LoadedDataset } from '../../entries/dataset.js';
import { sizeOf } from '../../ir/tensorType.js';
import { diversityOf } from './diversity.js';
import { defineRule } from './rule.js';
import { Streak, streakSchema } from './streak.js';

/** Samples that are compared. */
const count = 32;

/** Looks in a row that must show the same. */
const patience = 5;

/** Looks that are passed over: a generator that has learnt nothing yet makes samples alike, too. */
const passedOver = 10;

/** Generated samples of the same latent vectors that are much more alike than samples of the data are. */
export const modeCollapse = defineRule({
  name: 'modeCollapse',
  code: 'GAN553',
  hint: 'The generator makes the same few samples from all latent vectors. Show the discriminator several samples at once with training.packing (Lin et al. 2018, arXiv:1712.04086), add minibatchStdDev (Karras et al. 2018, arXiv:1710.10196), or take a loss with a penalty: relativistic with r1 and r2 (Huang et al. 2024, arXiv:2501.05441), wasserstein with gradientPenalty (arXiv:1704.00028).',
  memorySchema: streakSchema,
  watch: ({ session, dataset }, { limit, every }) => {
    const streak = new Streak(patience, every);
    let real: number | undefined;
    return {
      healthyAt: () => streak.healthyAt,
      save: () => streak.save(),
      restore: (saved) => {
        streak.restore(saved);
      },
      iteration: async () => {
        if (session.step % every !== 0 || session.step <= passedOver * every) return undefined;
        real ??= diversityOf(realSamples(dataset));
        const share = diversityOf(await session.sample(count)) / real;
        if (!streak.add(share < limit, session.step)) return undefined;
        return {
          message: `the generator collapses: at step ${session.step} its samples are ${share.toPrecision(2)} times as far from each other as those of the data, in ${patience} looks below ${limit}`,
        };
      },
    };
  },
});

/** Samples spread evenly over the data set. */
function realSamples(dataset: LoadedDataset): Parameters<typeof diversityOf>[0] {
  const indices = Uint32Array.from({ length: count }, (_, at) =>
    Math.floor((at * dataset.count) / count),
  );
  const data = new Float32Array(count * sizeOf(dataset.shape));
  dataset.read(indices, data);
  return { shape: [count, ...dataset.shape], data };
}
