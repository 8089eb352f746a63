/** The auxiliary classifier of a discriminator by itself: its training on real samples, and its outputs. */
import { InternalError } from '../diagnostics/errors.js';
import type { Registry } from '../entries/registry.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import type { ResolvedGan, StepPlan } from '../language/resolvedGan.js';
import { recordProgram, type BuiltProgram, type GraphRecording } from './buildProgram.js';
import { classLoss } from './classTerms.js';
import { applyNetwork } from './network.js';
import { realBatch } from './samples.js';
import type { GraphContext } from './stepContext.js';
import { StepTensors } from './stepTensors.js';
import { parameterGradients } from './steps.js';
import { updateNetwork } from './updates.js';

/** The only step of such a program. */
const step: StepPlan = {
  step: 'discriminator',
  trains: ['discriminator'],
  times: 1,
  accumulation: 1,
  lazy: [],
};

/** True where the discriminator tells classes. */
export function hasClassifier({ networks }: ResolvedGan): boolean {
  return networks.discriminator.heads.classifier !== undefined;
}

/** The layer of the classes. @throws InternalError where there is none. */
function classifierOf({ networks }: ResolvedGan): string {
  const { classifier } = networks.discriminator.heads;
  if (classifier === undefined) throw new InternalError('the discriminator has no classifier');
  return classifier;
}

/**
 * The program of an auxiliary classifier: the step `discriminator` lowers its cross-entropy on real samples alone, and the
 * graph `classify` gives the `logits` of samples and the `features` that they are computed from, in inference mode.
 * @param resolved A GAN whose discriminator has an auxiliary classifier.
 * @param optimize Applied to each recorded graph.
 * @throws As `buildProgram`.
 */
export function buildClassifier(
  resolved: ResolvedGan,
  registry: Registry,
  optimize: (graph: KernelGraph) => KernelGraph,
): BuiltProgram {
  const recordings: readonly GraphRecording[] = [
    { name: step.step, step: step.step, recordInto: trainClassifier },
    { name: 'classify', step: 'classify', recordInto: classify },
  ];
  return recordProgram(recordings, { ...resolved, iteration: [step] }, registry, optimize);
}

function trainClassifier(context: GraphContext): void {
  const { scope, resolved } = context;
  const { discriminator } = resolved.networks;
  const own = { ...context, ...step, due: [], accumulates: false };
  const loss = classLoss(new StepTensors(own), 'real', classifierOf(resolved));
  scope.result('classLoss', loss);
  updateNetwork(own, discriminator, parameterGradients(own, discriminator, loss));
}

function classify(context: GraphContext): void {
  const { scope, registry, resolved } = context;
  const { discriminator } = resolved.networks;
  const name = classifierOf(resolved);
  const input = discriminator.layers.find((layer) => layer.name === name)?.inputs[0];
  const options = { training: false, updateStatistics: false };
  const { layer } = applyNetwork(
    scope,
    registry,
    discriminator,
    { input: realBatch(context) },
    options,
  );
  scope.result('logits', layer(name));
  scope.result('features', layer(input ?? name));
}
