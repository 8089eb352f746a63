/** Contradictions among training options, the loss and the data set. */
import type { DatasetDescription } from '../../entries/dataset.js';
import type { LossEntry } from '../../entries/loss.js';
import type { NormalSpec } from '../normalSpec.js';
import { checkAugment } from './checkAugment.js';
import type { RuleContext } from './resolveContext.js';
import { countText } from './quantityText.js';

type Reporting = Pick<RuleContext, 'report'>;

/** Refuses training settings that contradict each other, the loss or the data. */
export function checkTraining(
  spec: NormalSpec,
  data: DatasetDescription,
  loss: LossEntry,
  context: RuleContext,
): void {
  checkBatchSize(spec, data, context);
  if (spec.training.update === 'alternating') checkReuse(spec, context);
  else checkJoint(spec, context);
  checkRepeated(spec, context);
  checkPacking(spec, context);
  checkTopK(spec, loss, context);
  checkAugment(spec, data, loss, context);
}

function checkBatchSize(spec: NormalSpec, data: DatasetDescription, { report }: Reporting): void {
  const { batchSize } = spec.training;
  if (batchSize <= data.count) return;
  const samples = data.count === 1 ? 'the only sample' : `the ${countText(data.count)} samples`;
  report.error(
    'GAN206',
    '/training/batchSize',
    `a batch of ${countText(batchSize)} is more than ${samples} of ${spec.data.type}`,
    {
      hint: `use at most ${data.count}`,
      notes: [{ message: `${spec.data.type} is asked for here`, pointer: '/data' }],
    },
  );
}

/** Refuses options of one network where one forward pass trains both. */
function checkJoint({ training }: NormalSpec, { report }: Reporting): void {
  const { update } = training;
  const called = update === 'simultaneous' ? 'a simultaneous update' : 'an extra-gradient update';
  const notes = [{ message: `${called} is asked for here`, pointer: '/training/update' }];
  const hint = (option: string): string =>
    `use "update": "alternating", or leave ${option} at its default`;
  const refuse = (option: string, message: string): void => {
    report.error('GAN207', `/training/${option}`, message, { hint: hint(option), notes });
  };
  for (const network of ['discriminator', 'generator'] as const) {
    const times = training[`${network}Steps`];
    if (times === 1) continue;
    refuse(
      `${network}Steps`,
      `${called} trains both networks once; it cannot train the ${network} ${countText(times)} times`,
    );
  }
  if (training.first !== 'discriminator') refuse('first', `in ${called} no network comes first`);
  if (training.latents !== 'fresh') {
    refuse('latents', `in ${called} both networks see the same latent vectors anyway`);
  }
  if (update === 'extraGradient' && training.gradientAccumulation > 1) {
    refuse('gradientAccumulation', `${called} takes the gradients of one batch at a time`);
  }
}

function checkReuse({ training }: NormalSpec, { report }: Reporting): void {
  if (training.latents === 'fresh') return;
  const { first, generatorSteps, gradientAccumulation } = training;
  const refuse = (option: string, message: string): void => {
    report.error('GAN207', `/training/${option}`, message, {
      hint: `leave ${option} at its default, or use "latents": "fresh"`,
      notes: [{ message: 'reused latents are asked for here', pointer: '/training/latents' }],
    });
  };
  if (first === 'generator') {
    refuse(
      'first',
      'a generator that comes first has no latent vectors of the discriminator to reuse',
    );
  }
  if (generatorSteps > 1) {
    const updates = `${countText(generatorSteps)} updates of the generator`;
    refuse(
      'generatorSteps',
      `${updates} cannot reuse the latent vectors of one discriminator update`,
    );
  }
  if (gradientAccumulation > 1) {
    const batches = `the gradients of ${countText(gradientAccumulation)} batches`;
    refuse(
      'gradientAccumulation',
      `an update that takes ${batches} cannot reuse the latent vectors of one`,
    );
  }
}

/** Refuses repeated batches in updates that add up the gradients of several batches. */
function checkRepeated({ training }: NormalSpec, { report }: Reporting): void {
  const { realBatches, gradientAccumulation } = training;
  if (realBatches === 'fresh' || gradientAccumulation === 1) return;
  report.error(
    'GAN207',
    '/training/gradientAccumulation',
    `an update that takes the gradients of ${countText(gradientAccumulation)} batches cannot repeat one`,
    {
      hint: 'leave gradientAccumulation at its default, or use "realBatches": "fresh"',
      notes: [{ message: 'repeated batches are asked for here', pointer: '/training/realBatches' }],
    },
  );
}

function checkPacking({ training, labels }: NormalSpec, { report }: Reporting): void {
  const { packing, batchSize, augment } = training;
  if (packing === 1) return;
  const pointer = '/training/packing';
  if (batchSize % packing !== 0) {
    report.error(
      'GAN293',
      pointer,
      `a batch of ${countText(batchSize)} cannot be packed in groups of ${countText(packing)}`,
      {
        hint: `use a batchSize that ${packing} divides, such as ${Math.ceil(batchSize / packing) * packing}`,
      },
    );
  }
  if (labels) {
    report.error('GAN293', pointer, 'a pack of samples has no one class and no one code', {
      hint: 'remove "labels" or "packing"',
      notes: [{ message: 'classes or codes are asked for here', pointer: '/labels' }],
    });
  }
  if (augment) {
    report.error('GAN293', pointer, 'samples are augmented one by one, which packs are not', {
      hint: 'remove "augment" or "packing"',
      notes: [{ message: 'augmentation is asked for here', pointer: '/training/augment' }],
    });
  }
}

function checkTopK({ training }: NormalSpec, loss: LossEntry, { report }: Reporting): void {
  if (training.topK === 1) return;
  if (training.patchScores) {
    report.error(
      'GAN207',
      '/training/topK',
      'topK chooses among samples by their scores, and with patchScores a sample has many',
      {
        hint: 'leave topK or patchScores at its default',
        notes: [{ message: 'patches are asked for here', pointer: '/training/patchScores' }],
      },
    );
    return;
  }
  if (loss.separable) return;
  report.error(
    'GAN207',
    '/training/topK',
    `the loss "${loss.type}" compares each score with the mean of all, of which no share can be left out`,
    {
      hint: 'leave topK at its default, or use a loss on single scores such as "nonSaturating", or on pairs, "relativistic"',
      notes: [{ message: 'the loss is asked for here', pointer: '/loss' }],
    },
  );
}
