/** Warnings of settings that compile but train badly. */
import type { LossEntry } from '../../entries/loss.js';
import type { PenaltyEntry } from '../../entries/penalty.js';
import type { Tagged } from '../../entries/tagged.js';
import { entryOf } from '../../entries/entryOf.js';
import { kernelAxes } from '../../entries/parameter.js';
import type { NormalPenalty, NormalSpec } from '../normalSpec.js';
import type { ResolvedNetwork } from '../resolvedGan.js';
import type { RuleContext } from './resolveContext.js';

/** A penalty of the spec and its entry. */
interface PlacedPenalty {
  readonly config: NormalPenalty;
  readonly entry: PenaltyEntry;
  readonly pointer: string;
}

/** Warns of settings that are known not to go together. */
export function advise(
  spec: NormalSpec,
  discriminator: ResolvedNetwork,
  loss: LossEntry,
  context: RuleContext,
): void {
  const penalties = spec.penalties.map((config, index) => ({
    config,
    entry: entryOf(context.registry, 'penalty', config.type),
    pointer: `/penalties/${index}`,
  }));
  adviseBatchMixing(penalties, discriminator, context);
  adviseClipping(penalties, context);
  if (!loss.needsLipschitz) return;
  adviseUnconstrained(spec, penalties, discriminator, context);
  adviseMomentum(spec, penalties, context);
}

/** Warns of a network that has nothing to train. */
export function adviseUntrained(
  { name, parameterCount }: ResolvedNetwork,
  { report }: RuleContext,
): void {
  if (parameterCount > 0) return;
  report.warning('GAN309', `/${name}/layers`, `no layer of the ${name} has weights to train`, {
    hint: 'add a layer with weights, such as dense',
  });
}

/** @source Gulrajani et al. 2017, arXiv:1704.00028, section 4 */
function adviseBatchMixing(
  penalties: readonly PlacedPenalty[],
  discriminator: ResolvedNetwork,
  { report }: RuleContext,
): void {
  const index = discriminator.layers.findIndex(({ acrossBatch }) => acrossBatch);
  const mixing = discriminator.layers[index];
  if (!mixing) return;
  for (const { config, entry, pointer } of penalties) {
    if (!entry.perSample) continue;
    report.warning(
      'GAN311',
      pointer,
      `${config.type} looks at each sample alone, but layer ${index + 1} (${mixing.type}) mixes the samples of a batch`,
      {
        hint:
          mixing.type === 'batchNorm'
            ? 'use layerNorm in the discriminator (arXiv:1704.00028, section 4)'
            : 'remove it, or live with it: StyleGAN2 has minibatchStdDev beside R1 (arXiv:1912.04958)',
        notes: [{ message: `layer ${index + 1} is here`, pointer: mixing.pointer }],
      },
    );
  }
}

function adviseClipping(penalties: readonly PlacedPenalty[], { report }: RuleContext): void {
  const clip = penalties.find(({ entry }) => entry.project);
  const smooth = penalties.find(({ entry }) => entry.value && entry.perSample);
  if (!clip || !smooth) return;
  report.warning(
    'GAN306',
    clip.pointer,
    `${clip.config.type} and ${smooth.config.type} both limit the Lipschitz constant of the discriminator, and work against each other`,
    {
      hint: `remove ${clip.config.type}: ${smooth.config.type} does its work without it`,
      notes: [{ message: `${smooth.config.type} is here`, pointer: smooth.pointer }],
    },
  );
}

/**
 * Warns of a discriminator with unbounded Lipschitz constant: without gradient penalties, projections, or spectral
 * normalization of every layer with a kernel.
 * @source Arjovsky, Chintala, Bottou 2017, arXiv:1701.07875, section 3
 */
function adviseUnconstrained(
  spec: NormalSpec,
  penalties: readonly PlacedPenalty[],
  { layers }: ResolvedNetwork,
  { report }: RuleContext,
): void {
  const limits = penalties.some(
    ({ config, entry }) =>
      entry.networks(config).includes('discriminator') &&
      (entry.perSample || entry.project !== undefined),
  );
  // Layers that "labels" adds are normalized as that of the score, or read the class alone.
  const own = layers.filter(({ pointer }) => !pointer.startsWith('/labels'));
  const weighted = own.filter(({ parameters }) =>
    parameters.some((parameter) => kernelAxes(parameter) !== undefined),
  );
  const isNormalized = weighted.every(({ config }) => config.spectralNorm);
  if (limits || (isNormalized && weighted.length > 0)) return;
  report.warning(
    'GAN305',
    '/loss',
    `the loss "${spec.loss.type}" needs a discriminator with a limited Lipschitz constant, and no penalty limits it: its scores will grow without end`,
    {
      hint: 'add "gradientPenalty" or "weightClip" to "penalties", or "spectralNorm": true to each of its layers with weights',
    },
  );
}

/** @source Arjovsky, Chintala, Bottou 2017, arXiv:1701.07875, section 4 */
function adviseMomentum(
  spec: NormalSpec,
  penalties: readonly PlacedPenalty[],
  { report }: RuleContext,
): void {
  const clip = penalties.find(({ entry }) => entry.project);
  const optimizer: Tagged & Readonly<Record<string, unknown>> = {
    ...spec.optimizers.discriminator,
  };
  const option = ['beta1', 'momentum'].find((name) => Number(optimizer[name] ?? 0) > 0);
  if (!clip || option === undefined) return;
  report.warning(
    'GAN307',
    `/optimizers/discriminator/${option}`,
    `a discriminator under ${clip.config.type} trains unsteadily with momentum (${option} ${String(optimizer[option])})`,
    {
      hint: `use "rmsProp", or a ${option} of 0 (arXiv:1701.07875, section 4)`,
      notes: [{ message: `${clip.config.type} is here`, pointer: clip.pointer }],
    },
  );
}
