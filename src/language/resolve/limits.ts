/** What a spec may plan before anything is allocated. */
import type { Report } from '../../diagnostics/report.js';
import type { NormalSpec } from '../normalSpec.js';
import type { ResolvedLayer } from '../resolvedGan.js';
import { bytesText, countText } from './quantityText.js';

/** Largest plans that are accepted. */
export interface Limits {
  /** Trainable numbers and running statistics of both networks. */
  readonly parameters: number;
  /** Bytes of all layers' outputs for one batch: generator once, discriminator twice (real and generated). */
  readonly activationBytes: number;
  /** Iterations. */
  readonly steps: number;
}

/**
 * Plans that fit a machine with 16 GiB: 1e8 parameters take 2 GB with Adam's two slots, gradients and an average;
 * a step holds several times its activation bytes (gradients, unrolled windows of convolutions).
 * Ten million steps are a year at three a second.
 */
export const defaultLimits: Limits = {
  parameters: 1e8,
  activationBytes: 2 * 2 ** 30,
  steps: 1e7,
};

/** Under `--allow-large`: all that can be counted exactly, which is 2^53 − 1. */
export const liftedLimits: Limits = {
  parameters: Number.MAX_SAFE_INTEGER,
  activationBytes: Number.MAX_SAFE_INTEGER,
  steps: Number.MAX_SAFE_INTEGER,
};

const wayOut = 'if it is meant and this machine has the memory, pass --allow-large';

/** A layer and how often one training step computes it. */
interface Planned {
  readonly layer: ResolvedLayer;
  readonly passes: number;
}

/**
 * Refuses plans beyond the limits. Takes whatever layers could be resolved, so that a huge layer is refused
 * even where its neighbours do not fit it.
 */
export function checkLimits(
  spec: NormalSpec,
  layers: {
    /** Those of a recognition network too, which a step computes as often. */
    readonly generator: readonly ResolvedLayer[];
    readonly discriminator: readonly ResolvedLayer[];
  },
  { limits, report }: { readonly limits: Limits; readonly report: Report },
): void {
  const planned: readonly Planned[] = [
    ...layers.generator.map((layer) => ({ layer, passes: 1 })),
    ...layers.discriminator.map((layer) => ({ layer, passes: 2 })),
  ];
  checkParameters(planned, limits, report);
  checkActivations(planned, spec, limits, report);
  const { steps } = spec.training;
  if (steps > limits.steps) {
    report.error(
      'GAN703',
      '/training/steps',
      `${countText(steps)} steps are more than the limit of ${countText(limits.steps)}`,
      { hint: 'ask for fewer steps; if it is meant, pass --allow-large' },
    );
  }
}

function numbersOf({ parameters }: ResolvedLayer): number {
  return parameters.reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0);
}

function largest(
  planned: readonly Planned[],
  cost: (planned: Planned) => number,
): Planned | undefined {
  return planned.reduce<Planned | undefined>(
    (best, each) => (best === undefined || cost(each) > cost(best) ? each : best),
    undefined,
  );
}

function checkParameters(planned: readonly Planned[], limits: Limits, report: Report): void {
  const total = planned.reduce((sum, { layer }) => sum + numbersOf(layer), 0);
  const most = largest(planned, ({ layer }) => numbersOf(layer));
  if (total <= limits.parameters || !most) return;
  report.error(
    'GAN701',
    most.layer.pointer,
    `the networks would have ${countText(total)} parameters, more than the limit of ${countText(limits.parameters)}; ` +
      `${countText(numbersOf(most.layer))} of them are in this ${most.layer.type} layer`,
    { hint: `make it smaller; ${wayOut}` },
  );
}

function checkActivations(
  planned: readonly Planned[],
  { training: { batchSize } }: NormalSpec,
  limits: Limits,
  report: Report,
): void {
  const bytesOf = ({ layer, passes }: Planned): number => layer.activationBytes * passes;
  const perSample = planned.reduce((sum, each) => sum + bytesOf(each), 0);
  const total = perSample * batchSize;
  const most = largest(planned, bytesOf);
  if (total <= limits.activationBytes || !most) return;
  const fitting = Math.floor(limits.activationBytes / perSample);
  const batchIsToBlame = fitting >= 1;
  report.error(
    'GAN702',
    batchIsToBlame ? '/training/batchSize' : most.layer.pointer,
    `one step would hold ${bytesText(total)} of layer outputs ` +
      `(batch of ${countText(batchSize)} × ${bytesText(perSample)}), more than the limit of ${bytesText(limits.activationBytes)}`,
    {
      hint: batchIsToBlame
        ? `a batch of up to ${countText(fitting)} fits; ${wayOut}`
        : `make this layer smaller; ${wayOut}`,
    },
  );
}
