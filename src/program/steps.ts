/** The step graphs of a GAN: what is computed, differentiated and updated in each. */
import { gradients } from '../autodiff/gradients.js';
import type { Scores } from '../registry/entries.js';
import type { Registry } from '../registry/registry.js';
import type { ResolvedGan, ResolvedNetwork } from '../spec/resolvedGan.js';
import { tf, type Tensor } from '../tf.js';
import { bindScalar } from './bindConfig.js';
import type { GraphScope } from './graphScope.js';
import { applyNetwork, partOf, type PassOptions } from './network.js';
import { adversarialLoss, penaltyTerms } from './terms.js';
import { trainableOf, updateAverages, updateNetwork } from './updates.js';

/** Everything a step is recorded from. */
export interface StepContext {
  readonly scope: GraphScope;
  readonly registry: Registry;
  readonly resolved: ResolvedGan;
}

/** Both networks are updated from one forward pass, each against the other as it was before the step. */
export function jointStep(context: StepContext): void {
  const { scope, registry, resolved } = context;
  const { generator, discriminator } = resolved.networks;
  const fake = generate(context, { training: true, updateStatistics: true });
  const real = realBatch(context);
  const scores = scoreBoth(context, real, fake);
  const discriminatorLoss = totalDiscriminatorLoss(context, scores, real, fake);
  const generatorLoss = adversarialLoss(scope, registry, resolved, 'generator', scores, false);
  reportScores(scope, scores);
  scope.result('discriminatorLoss', discriminatorLoss);
  scope.result('generatorLoss', generatorLoss);
  const forDiscriminator = parameterGradients(scope, discriminator, discriminatorLoss);
  const forGenerator = parameterGradients(scope, generator, generatorLoss);
  updateNetwork(scope, registry, resolved, discriminator, forDiscriminator);
  updateNetwork(scope, registry, resolved, generator, forGenerator);
  average(context);
}

/** The discriminator is updated against the generator as it is; the generator's running statistics stay. */
export function discriminatorStep(context: StepContext): void {
  const { scope, registry, resolved } = context;
  const { discriminator } = resolved.networks;
  const fake = scope.recorder.stopGradient(
    generate(context, { training: true, updateStatistics: false }),
  );
  const real = realBatch(context);
  const scores = scoreBoth(context, real, fake);
  const loss = totalDiscriminatorLoss(context, scores, real, fake);
  reportScores(scope, scores);
  scope.result('discriminatorLoss', loss);
  updateNetwork(
    scope,
    registry,
    resolved,
    discriminator,
    parameterGradients(scope, discriminator, loss),
  );
}

/** The generator is updated against the discriminator as it is; the discriminator's running statistics stay. */
export function generatorStep(context: StepContext): void {
  const { scope, registry, resolved } = context;
  const { generator } = resolved.networks;
  const fake = generate(context, { training: true, updateStatistics: true });
  const pass = { training: true, updateStatistics: false };
  const scores = {
    fake: score(context, fake, pass),
    // Few losses compare with real samples here: the pass is recorded when one does.
    get real() {
      return score(context, realBatch(context), { ...pass, prefix: 'real/' });
    },
  };
  const loss = adversarialLoss(scope, registry, resolved, 'generator', scores, false);
  scope.result('generatorLoss', loss);
  updateNetwork(scope, registry, resolved, generator, parameterGradients(scope, generator, loss));
  average(context);
}

/** Samples from given latents: running statistics, no dropout, averaged weights where the spec keeps them. */
export function sampleGraph(context: StepContext): void {
  const weights = context.resolved.spec.training.ema ? 'ema/' : '';
  const samples = generate(context, { training: false, updateStatistics: false, weights });
  context.scope.result('samples', samples);
}

/** Raw scores of given samples by the discriminator at rest. */
export function scoreGraph(context: StepContext): void {
  const { scope, registry, resolved } = context;
  const scores = applyNetwork(
    scope,
    registry,
    resolved.networks.discriminator,
    realBatch(context),
    { training: false, updateStatistics: false },
  );
  scope.result('scores', scores);
}

function generate({ scope, registry, resolved }: StepContext, options: PassOptions): Tensor {
  const { latent, training } = resolved.spec;
  const z = scope.random(
    'latent',
    [training.batchSize, latent.dim],
    latent.distribution === 'normal'
      ? { kind: 'normal', mean: 0, stddev: 1 }
      : { kind: 'uniform', low: -1, high: 1 },
    'latent vectors, one row a sample',
  );
  return applyNetwork(scope, registry, resolved.networks.generator, z, options);
}

function realBatch({ scope, resolved }: StepContext): Tensor {
  const { spec, data } = resolved;
  const shape = [spec.training.batchSize, ...data.shape];
  return scope.feed('real', { dtype: 'float32', shape }, 'a batch of the data set', {
    kind: 'data',
    field: 'samples',
  });
}

/** Scores both batches in passes of their own, so that batch statistics never mix real and generated samples. */
function scoreBoth(context: StepContext, real: Tensor, fake: Tensor): Scores {
  const pass = { training: true, updateStatistics: true };
  return {
    real: score(context, real, { ...pass, part: { index: 0, count: 2 } }),
    fake: score(context, fake, { ...pass, part: { index: 1, count: 2 } }),
  };
}

function score(context: StepContext, samples: Tensor, options: PassOptions): Tensor {
  const { scope, registry, resolved } = context;
  const input = withInstanceNoise(context, samples, options);
  return applyNetwork(scope, registry, resolved.networks.discriminator, input, options);
}

/** x + σ·n, n standard normal. @source Sønderby et al. 2017, arXiv:1610.04490, section 3.2. */
function withInstanceNoise(
  { scope, registry, resolved }: StepContext,
  samples: Tensor,
  { prefix = '', part }: PassOptions,
): Tensor {
  const deviation = resolved.spec.training.instanceNoise;
  if (deviation === 0) return samples;
  const noise = partOf(part, samples.shape, (shape) =>
    scope.random(
      `${prefix}discriminator/noise`,
      shape,
      { kind: 'normal', mean: 0, stddev: 1 },
      part
        ? 'instance noise of unit deviation; real samples first, then generated ones'
        : 'instance noise of unit deviation',
    ),
  );
  const scale = bindScalar(scope, registry, 'training/instanceNoise', deviation);
  return tf.add(samples, tf.mul(noise, scale));
}

function totalDiscriminatorLoss(
  { scope, registry, resolved }: StepContext,
  scores: Scores,
  real: Tensor,
  fake: Tensor,
): Tensor {
  return [
    adversarialLoss(scope, registry, resolved, 'discriminator', scores, true),
    ...penaltyTerms(scope, registry, resolved, { real, fake }),
  ].reduce((total, term) => tf.add(total, term));
}

function reportScores(scope: GraphScope, scores: Scores): void {
  scope.result('realScore', tf.mean(scores.real));
  scope.result('fakeScore', tf.mean(scores.fake));
}

function parameterGradients(
  scope: GraphScope,
  network: ResolvedNetwork,
  loss: Tensor,
): readonly Tensor[] {
  const parameters = trainableOf(network).map(({ path }) => scope.state(path));
  return gradients(scope.recorder, loss, parameters);
}

function average({ scope, registry, resolved }: StepContext): void {
  const { ema } = resolved.spec.training;
  if (ema) updateAverages(scope, registry, resolved.networks.generator, ema);
}
