/** Requirements of `labels` on the data set, the networks and the loss. */
import type { DatasetDescription } from '../../entries/dataset.js';
import type { LossEntry } from '../../entries/loss.js';
import type { Player } from '../../entries/player.js';
import type { Report } from '../../diagnostics/report.js';
import type { NormalLabels, NormalSpec } from '../normalSpec.js';
import { classesHint } from './classesHint.js';
import { checkLayerName } from './checkLayerName.js';
import { codeSize, takesClass } from './conditioning.js';
import { readsLabels } from './placedLayer.js';
import type { RuleContext } from './resolveContext.js';

/**
 * Refuses classes that the data set does not have, conditioning without effect, heads on layers that do not exist, and
 * codes without numbers; warns of classes that only one network reads, and of those of a table that nobody reads.
 */
export function checkLabels(
  spec: NormalSpec,
  data: DatasetDescription,
  loss: LossEntry,
  { registry, report }: RuleContext,
): void {
  const { labels } = spec;
  const { classes } = data;
  if (!labels) {
    adviseUnlearned(data, report);
    return;
  }
  const needing = (['generator', 'discriminator'] as const).find(
    (network) => labels[network] !== null,
  );
  if (needing && classes === null) {
    report.error(
      'GAN290',
      `/labels/${needing}`,
      `"${String(labels[needing])}" needs classes, and ${spec.data.type} has none`,
      {
        hint: `${classesHint(spec.data.type, registry)}, or remove "labels"`,
        notes: [{ message: `${spec.data.type} is asked for here`, pointer: '/data' }],
      },
    );
  }
  if (classes !== null) {
    checkEffect(spec, labels, loss, report);
    adviseUntold(spec, labels, report);
  }
  if (labels.features !== null) {
    checkLayerName('discriminator', labels.features, '/labels/features', spec, report);
  }
  if (labels.codes && codeSize(labels.codes) === 0) {
    report.error('GAN292', '/labels/codes', 'these codes are no numbers at all', {
      hint: 'give "categorical" a list such as [10], or "continuous" a number such as 2, or remove "codes"',
    });
  }
}

/** Warns of a label column that no network is told: generated rows have no class. */
function adviseUnlearned({ classes, columns }: DatasetDescription, report: Report): void {
  if (!columns || classes === null) return;
  report.warning(
    'GAN428',
    '/data/label',
    'the label is no column of a sample, and no network is told it, so generated rows have no class',
    {
      hint: 'add "labels": { "generator": "concat", "discriminator": "concat" } to the spec, or remove "label": then it is a column as any other',
    },
  );
}

function checkEffect(
  { generator, training: { patchScores } }: NormalSpec,
  labels: NormalLabels,
  loss: LossEntry,
  report: Report,
): void {
  if (labels.generator === 'conditionalBatchNorm' && !generator.layers.some(takesClass)) {
    report.error(
      'GAN295',
      '/labels/generator',
      'conditionalBatchNorm tells classes to batchNorm layers with gamma or beta, and the generator has none',
      { hint: 'add a "batchNorm" layer, or use "concat"' },
    );
  }
  if (labels.discriminator === 'projection' && loss.scores === 'reconstruction') {
    report.error(
      'GAN295',
      '/labels/discriminator',
      `projection adds to a score, and under the loss "${loss.type}" the discriminator gives none`,
      { hint: 'use "concat" or "auxiliary", or another loss' },
    );
  }
  if (labels.discriminator === 'projection' && patchScores) {
    report.error(
      'GAN295',
      '/labels/discriminator',
      'projection adds one number to the score of a sample, and with patchScores a sample has many',
      {
        hint: 'use "concat" or "auxiliary", or leave patchScores at its default',
        notes: [{ message: 'patches are asked for here', pointer: '/training/patchScores' }],
      },
    );
  }
}

/**
 * Warns of classes that one network alone reads. Generated samples of random classes cannot match those that a generator is not
 * told; and a generator that is told them has no reason to follow them where the discriminator does not see them.
 */
function adviseUntold(spec: NormalSpec, labels: NormalLabels, report: Report): void {
  const isTold = (network: Player): boolean => spec[network].layers.some(readsLabels);
  const { auxiliary, discriminator, generator } = labels;
  const isAsked =
    discriminator === 'auxiliary'
      ? auxiliary.fake || auxiliary.generatorWeight !== 0
      : discriminator !== null;
  const isJudged = isAsked || isTold('discriminator');
  const isWanted = generator !== null || isTold('generator');
  if (isJudged && !isWanted) {
    report.warning(
      'GAN312',
      discriminator === null ? '/labels' : '/labels/discriminator',
      'the discriminator judges samples by their class, and the generator is not told which one is wanted',
      {
        hint: 'add "generator": "concat" to "labels", or let a layer of the generator read "labels"',
      },
    );
  }
  if (isWanted && !isJudged) {
    report.warning(
      'GAN316',
      generator === null ? '/labels' : '/labels/generator',
      'the generator is told the class, and the discriminator does not judge samples by it, so a sample of a class need not look like one',
      {
        hint:
          discriminator === 'auxiliary'
            ? 'give "auxiliary" of "labels" a "generatorWeight" above 0'
            : 'add "discriminator": "projection" to "labels", or "concat" or "auxiliary"',
      },
    );
  }
}
