/** The graphs of a GAN: the computation, the gradients and the updates of each. */
import { gradients } from '../autodiff/gradients.js';
import type { Player } from '../entries/player.js';
import type { ResolvedNetwork } from '../language/resolvedGan.js';
import { tf, type Tensor } from '../tf.js';
import { adaptProbability } from './adaptProbability.js';
import { classTerms, codeTerms } from './classTerms.js';
import type { MovedOutput } from './networkPass.js';
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
import { trainableOf } from './stateTable.js';
import { updateNetwork } from './updates.js';

/**
 * Updates the networks that the step trains. All losses are recorded before any update, so that in a joint step each
 * player moves against the other as it was. Networks that the step does not train keep their running statistics.
 */
export function trainingStep(context: StepContext): void {
  const { scope, resolved, trains } = context;
  const tensors = new StepTensors(context);
  const losses = trains.map((player) => ({ player, loss: totalLoss(context, tensors, player) }));
  if (trains.includes('discriminator')) reportScores(context, tensors);
  for (const { player, loss } of losses) scope.result(`${player}Loss`, loss);
  const trained = losses.flatMap(({ player, loss }) =>
    Object.values(resolved.networks)
      .filter(({ optimizer }) => optimizer === player)
      .map((network) => ({ network, loss })),
  );
  // The players, then the networks that assist one of them.
  updateAll(
    context,
    trained.filter(({ network }) => network.role === network.optimizer),
  );
  updateAll(
    context,
    trained.filter(({ network }) => network.role !== network.optimizer),
  );
  adaptProbability(context, tensors);
  updateAverages(context);
}

interface Trained {
  readonly network: ResolvedNetwork;
  /** The loss that it minimises. */
  readonly loss: Tensor;
}

/** Updates networks by gradients that are all taken before the first update. */
function updateAll(context: StepContext, trained: readonly Trained[]): void {
  const found = trained.map(({ network, loss }) => parameterGradients(context, network, loss));
  trained.forEach(({ network }, index) => {
    updateNetwork(context, network, found[index] ?? []);
  });
}

/** Samples from given latent vectors in inference mode, from averaged weights where the spec keeps them. */
export function sampleGraph(context: GraphContext, moved?: MovedOutput): void {
  const weights = context.resolved.spec.training.ema ? 'ema/' : '';
  const latent = withCodes(latentVectors(context), codesOf(context));
  const options = { training: false, updateStatistics: false, weights, moved } as const;
  const samples = generate(context, latent, fakeLabels(context), options);
  context.scope.result('samples', samples.output);
}

/**
 * Raw scores of given samples by the discriminator in inference mode; with packing one score for each pack, of patches the
 * mean over each sample.
 */
export function scoreGraph(context: GraphContext): void {
  const samples = packed(context, realBatch(context));
  const options = { training: false, updateStatistics: false };
  const pass = scoreSamples(context, samples, realLabels(context), options);
  const { patchScores } = context.resolved.spec.training;
  const [count = 1] = samples.shape;
  const scores = patchScores ? tf.mean(tf.reshape(pass.scores, [count, -1]), 1, true) : pass.scores;
  context.scope.result('scores', scores);
}

/** The loss that a player minimises: adversarial loss, terms of classes and codes, penalties. */
function totalLoss(context: StepContext, tensors: StepTensors, player: Player): Tensor {
  const codes = player === 'generator' ? codeTerms(context, tensors) : [];
  return [
    adversarialLoss(context, tensors, player),
    ...classTerms(context, tensors, player),
    ...codes,
    ...penaltyTerms(context, tensors, player),
  ].reduce((sum, term) => tf.add(sum, term));
}

function reportScores({ scope }: StepContext, { scores }: StepTensors): void {
  scope.result('realScore', tf.mean(scores.real));
  scope.result('fakeScore', tf.mean(scores.fake));
}

/** Gradients of a loss by the parameters that a network trains. */
export function parameterGradients(
  { scope }: StepContext,
  network: ResolvedNetwork,
  loss: Tensor,
): readonly Tensor[] {
  const parameters = trainableOf(network).map(({ path }) => scope.state(path));
  return gradients(scope.recorder, loss, parameters);
}
