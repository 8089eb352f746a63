/** The graphs of a GAN: what is computed, differentiated and updated in each. */
import { gradients } from '../autodiff/gradients.js';
import type { Player } from '../entries/player.js';
import type { ResolvedNetwork } from '../language/resolvedGan.js';
import { tf, type Tensor } from '../tf.js';
import { adaptProbability } from './adaptProbability.js';
import { classTerms, codeTerms } from './classTerms.js';
import {
  codesOf,
  fakeLabels,
  generate,
  latentVectors,
  realBatch,
  realLabels,
  withCodes,
} from './samples.js';
import { packed, scoreSamples } from './scoring.js';
import type { GraphContext, StepContext } from './stepContext.js';
import { StepTensors } from './stepTensors.js';
import { adversarialLoss, penaltyTerms } from './terms.js';
import { updateAverages } from './averages.js';
import { trainableOf, updateNetwork } from './updates.js';

/** Both networks are updated from one forward pass, each against the other as it was before the step. */
export function jointStep(context: StepContext): void {
  const tensors = new StepTensors(context);
  const { discriminator } = context.resolved.networks;
  const discriminatorLoss = discriminatorTotal(context, tensors);
  const generatorLoss = generatorTotal(context, tensors);
  reportScores(context, tensors);
  context.scope.result('discriminatorLoss', discriminatorLoss);
  context.scope.result('generatorLoss', generatorLoss);
  const forDiscriminator = parameterGradients(context, discriminator, discriminatorLoss);
  const forGenerator = generatorSide(context).map((network) => ({
    network,
    gradients: parameterGradients(context, network, generatorLoss),
  }));
  updateNetwork(context, discriminator, 'discriminator', forDiscriminator);
  for (const { network, gradients: found } of forGenerator) {
    updateNetwork(context, network, 'generator', found);
  }
  adaptProbability(context, tensors);
  updateAverages(context);
}

/** The discriminator is updated against the generator as it is; the generator's running statistics stay. */
export function discriminatorStep(context: StepContext): void {
  const tensors = new StepTensors(context);
  const { discriminator } = context.resolved.networks;
  const loss = discriminatorTotal(context, tensors);
  reportScores(context, tensors);
  context.scope.result('discriminatorLoss', loss);
  const found = parameterGradients(context, discriminator, loss);
  updateNetwork(context, discriminator, 'discriminator', found);
  adaptProbability(context, tensors);
}

/** The generator is updated against the discriminator as it is; the discriminator's running statistics stay. */
export function generatorStep(context: StepContext): void {
  const tensors = new StepTensors(context);
  const loss = generatorTotal(context, tensors);
  context.scope.result('generatorLoss', loss);
  for (const network of generatorSide(context)) {
    const found = parameterGradients(context, network, loss);
    updateNetwork(context, network, 'generator', found);
  }
  updateAverages(context);
}

/** Samples from given latents: running statistics, no dropout, averaged weights where the spec keeps them. */
export function sampleGraph(context: GraphContext): void {
  const weights = context.resolved.spec.training.ema ? 'ema/' : '';
  const latent = withCodes(latentVectors(context), codesOf(context));
  const options = { training: false, updateStatistics: false, weights } as const;
  const samples = generate(context, latent, fakeLabels(context), options);
  context.scope.result('samples', samples.output);
}

/** Raw scores of given samples by the discriminator at rest; with packing one score for each pack. */
export function scoreGraph(context: GraphContext): void {
  const samples = packed(context, realBatch(context));
  const options = { training: false, updateStatistics: false };
  const pass = scoreSamples(context, samples, realLabels(context), options);
  context.scope.result('scores', pass.scores);
}

/** The networks that the generator's optimizer updates. */
function generatorSide({ resolved }: StepContext): readonly ResolvedNetwork[] {
  const { generator, recognition } = resolved.networks;
  return recognition ? [generator, recognition] : [generator];
}

function discriminatorTotal(context: StepContext, tensors: StepTensors): Tensor {
  return total(context, tensors, 'discriminator', []);
}

function generatorTotal(context: StepContext, tensors: StepTensors): Tensor {
  return total(context, tensors, 'generator', codeTerms(context, tensors));
}

function total(
  context: StepContext,
  tensors: StepTensors,
  network: Player,
  others: readonly Tensor[],
): Tensor {
  return [
    adversarialLoss(context, tensors, network),
    ...classTerms(context, tensors, network),
    ...others,
    ...penaltyTerms(context, tensors, network),
  ].reduce((sum, term) => tf.add(sum, term));
}

function reportScores({ scope }: StepContext, { scores }: StepTensors): void {
  scope.result('realScore', tf.mean(scores.real));
  scope.result('fakeScore', tf.mean(scores.fake));
}

function parameterGradients(
  { scope }: StepContext,
  network: ResolvedNetwork,
  loss: Tensor,
): readonly Tensor[] {
  const parameters = trainableOf(network).map(({ path }) => scope.state(path));
  return gradients(scope.recorder, loss, parameters);
}
