/** Limits on the memory and the time of a spec, checked before anything is allocated. */
import type { Report } from '../../diagnostics/report.js';
import type { NormalSpec } from '../normalSpec.js';
import type { ResolvedLayer, ResolvedNetwork } from '../resolvedGan.js';
import { trainingMemory } from '../../machineMemory.js';
import { bytesText, countText } from './quantityText.js';
import { roles } from './roles.js';

/** Largest plans that are accepted. */
export interface Limits {
  /** Trainable numbers and running statistics of all networks. */
  readonly parameters: number;
  /** Bytes of all layers' outputs in one step, each as often as the step computes it. */
  readonly activationBytes: number;
  /** Iterations. */
  readonly steps: number;
  /** Updates of all iterations, each as often as it accumulates gradients. */
  readonly runs: number;
  /** Recorded nodes of all graphs. */
  readonly nodes: number;
  /** Bytes that all graphs of training need while they run. */
  readonly memoryBytes: number;
}

/**
 * Plans that fit a machine with 16 GiB: 1e8 parameters take 2 GB with Adam's two slots, gradients and an average;
 * a step holds several times its activation bytes (gradients, unrolled windows of convolutions).
 * Graphs of published GANs have up to 25,000 nodes in all; a hundred thousand take 15 seconds and 500 MB to compile.
 * Ten million steps take 39 days at three a second.
 */
export const defaultLimits: Limits = {
  parameters: 1e8,
  activationBytes: 2 * 2 ** 30,
  steps: 1e7,
  runs: 1e9,
  nodes: 1e5,
  memoryBytes: trainingMemory(),
};

/** Limits under `--allow-large`: the largest numbers that are counted exactly, 2^53 − 1. */
export const liftedLimits: Limits = {
  parameters: Number.MAX_SAFE_INTEGER,
  activationBytes: Number.MAX_SAFE_INTEGER,
  steps: Number.MAX_SAFE_INTEGER,
  runs: Number.MAX_SAFE_INTEGER,
  nodes: Number.MAX_SAFE_INTEGER,
  memoryBytes: Number.MAX_SAFE_INTEGER,
};

const wayOut = 'if it is meant and this machine has the memory, pass --allow-large';

/** A layer with the number of times that one training step computes it. */
interface Planned {
  readonly layer: ResolvedLayer;
  readonly passes: number;
}

/**
 * Refuses plans beyond the limits. Counts the layers of networks that could be resolved only in part, so that a huge
 * layer is refused even where its neighbours do not fit it.
 */
export function checkLimits(
  spec: NormalSpec,
  networks: readonly Pick<ResolvedNetwork, 'role' | 'layers'>[],
  { limits, report }: { readonly limits: Limits; readonly report: Report },
): void {
  const planned = networks.flatMap(({ role, layers }): readonly Planned[] =>
    layers.map((layer) => ({ layer, passes: roles[role].passes })),
  );
  checkParameters(planned, limits, report);
  checkActivations(planned, spec, limits, report);
  checkWork(spec.training, limits, report);
}

/** Counts iterations, and the runs of all of them: published trainings accumulate up to a hundred runs in one. */
function checkWork(training: NormalSpec['training'], limits: Limits, report: Report): void {
  const { steps, discriminatorSteps, generatorSteps, gradientAccumulation } = training;
  const runs = (discriminatorSteps + generatorSteps) * gradientAccumulation;
  if (steps <= limits.steps && steps * runs <= limits.runs) return;
  report.error(
    'GAN703',
    '/training/steps',
    steps > limits.steps
      ? `${countText(steps)} steps are more than the limit of ${countText(limits.steps)}`
      : `${countText(steps)} steps of ${countText(runs)} runs each are more than the limit of ${countText(limits.runs)} runs`,
    { hint: 'ask for fewer steps; if it is meant, pass --allow-large' },
  );
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
