/** What the order of updates, the batch and the data set allow. */
import type { DatasetDescription, LossEntry } from '../../registry/entries.js';
import type { NormalSpec } from '../normalSpec.js';
import type { ResolveContext } from './resolveContext.js';
import { countText, shapeText } from './quantityText.js';

type Reporting = Pick<ResolveContext, 'report'>;

/** Refuses training settings that contradict each other, the loss or the data. */
export function checkTraining(
  spec: NormalSpec,
  data: DatasetDescription,
  loss: LossEntry,
  context: Reporting,
): void {
  checkBatch(spec, data, context);
  if (spec.training.update === 'alternating') checkReuse(spec, context);
  else checkJoint(spec, context);
  checkRepeated(spec, context);
  checkPacking(spec, context);
  checkAugment(spec, data, loss, context);
}

function checkBatch(spec: NormalSpec, data: DatasetDescription, { report }: Reporting): void {
  const { batchSize } = spec.training;
  if (batchSize <= data.count) return;
  report.error(
    'GAN206',
    '/training/batchSize',
    `a batch of ${countText(batchSize)} is more than the ${countText(data.count)} samples of ${spec.data.type}`,
    {
      hint: `use at most ${data.count}`,
      notes: [{ message: `${spec.data.type} is asked for here`, pointer: '/data' }],
    },
  );
}

/** One forward pass trains both networks: what speaks of one of them alone has no meaning. */
function checkJoint({ training }: NormalSpec, { report }: Reporting): void {
  const { update } = training;
  const called = update === 'simultaneous' ? 'a simultaneous update' : 'an extra-gradient update';
  const notes = [
    { message: `${called.slice(2).trim()} is asked for here`, pointer: '/training/update' },
  ];
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
  const contradicting = [
    ['first', first !== 'discriminator'],
    ['generatorSteps', generatorSteps > 1],
    ['gradientAccumulation', gradientAccumulation > 1],
  ] as const;
  for (const [option, contradicts] of contradicting) {
    if (!contradicts) continue;
    report.error(
      'GAN207',
      `/training/${option}`,
      'latent vectors can be reused only where one generator update follows the discriminator',
      {
        hint: `leave ${option} at its default, or use "latents": "fresh"`,
        notes: [{ message: 'reused latents are asked for here', pointer: '/training/latents' }],
      },
    );
  }
}

/** An update that adds up the gradients of several batches sees more than one. */
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
    report.error('GAN293', pointer, 'a pack of samples has no one class, and "labels" is given', {
      hint: 'remove "labels" or "packing"',
      notes: [{ message: 'classes are asked for here', pointer: '/labels' }],
    });
  }
  if (augment) {
    report.error('GAN293', pointer, 'samples are augmented one by one, which packs are not', {
      hint: 'remove "augment" or "packing"',
      notes: [{ message: 'augmentation is asked for here', pointer: '/training/augment' }],
    });
  }
}

function checkAugment(
  { training: { augment }, data: { type } }: NormalSpec,
  { shape }: DatasetDescription,
  loss: LossEntry,
  { report }: Reporting,
): void {
  if (!augment) return;
  if (shape.length !== 3) {
    report.error(
      'GAN294',
      '/training/augment',
      `augmentation changes images [height, width, channels], but ${type} is ${shapeText(shape)}`,
      { hint: 'remove "augment"' },
    );
  } else if (augment.policy.includes('rotate90') && shape[0] !== shape[1]) {
    report.error(
      'GAN294',
      '/training/augment/policy',
      `rotate90 needs square images, but ${type} is ${shapeText(shape)}`,
      { hint: 'remove "rotate90"' },
    );
  }
  if (augment.target !== null && loss.scores !== 'logits') {
    report.error(
      'GAN294',
      '/training/augment/target',
      `an adapted probability goes by the sign of scores, and those of the loss "${loss.type}" have none`,
      { hint: 'remove "target"' },
    );
  }
}
