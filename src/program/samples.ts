/** Latent vectors, codes, classes, generated and real samples of a graph. */
import type { Scheduled } from '../language/normalSpec.js';
import type { Distribution } from '../random/distribution.js';
import { tf, type Tensor } from '../tf.js';
import { applyNetwork } from './network.js';
import type { NetworkPass, PassOptions } from './networkPass.js';
import type { RandomDraw } from './program.js';
import type { GraphContext } from './stepContext.js';

/** A latent code, one-hot or in [-1, 1), with the weight of its loss. */
export interface Code {
  readonly kind: 'categorical' | 'continuous';
  readonly tensor: Tensor;
  readonly weight: Scheduled;
}

/** The distribution of latent vectors. */
export function latentDistribution(
  distribution: 'normal' | 'uniform',
): Exclude<Distribution, { kind: 'bernoulli' }> {
  return distribution === 'normal'
    ? { kind: 'normal', mean: 0, stddev: 1 }
    : { kind: 'uniform', low: -1, high: 1 };
}

/** Latent vectors `[batch, dim]`, without codes. */
export function latentVectors(context: GraphContext): Tensor {
  const { latent, training } = context.resolved.spec;
  return context.scope.random(
    'latent',
    [training.batchSize, latent.dim],
    latentDistribution(latent.distribution),
    'latent vectors, one row a sample',
    drawOf(context, 'latent'),
  );
}

/** The latent codes, in the order in which they follow the latent vector. */
export function codesOf(context: GraphContext): readonly Code[] {
  const { labels, training } = context.resolved.spec;
  const codes = labels?.codes;
  if (!codes) return [];
  const categorical = codes.categorical.map((values, index): Code => {
    const name = `codes/categorical_${index}`;
    const tensor = context.scope.random(
      name,
      [training.batchSize, values],
      { kind: 'oneHot' },
      'categorical code, one-hot',
      drawOf(context, name),
    );
    return { kind: 'categorical', tensor, weight: codes.categoricalWeight };
  });
  if (codes.continuous === 0) return categorical;
  const tensor = context.scope.random(
    'codes/continuous',
    [training.batchSize, codes.continuous],
    { kind: 'uniform', low: -1, high: 1 },
    'continuous codes',
    drawOf(context, 'codes/continuous'),
  );
  return [...categorical, { kind: 'continuous', tensor, weight: codes.continuousWeight }];
}

/** Classes of the generated samples, one-hot `[batch, classes]`, each equally likely. */
export function fakeLabels(context: GraphContext): Tensor | undefined {
  const { classes, spec } = context.resolved;
  if (classes === null) return undefined;
  return context.scope.random(
    'labels',
    [spec.training.batchSize, classes],
    { kind: 'oneHot' },
    'classes of the generated samples, one-hot',
    drawOf(context, 'labels'),
  );
}

/** Samples from latent vectors and codes. */
export function generate(
  { scope, registry, resolved }: GraphContext,
  latent: Tensor,
  labels: Tensor | undefined,
  options: PassOptions,
): NetworkPass {
  const { generator } = resolved.networks;
  return applyNetwork(scope, registry, generator, { input: latent, labels }, options);
}

/** Latent vectors followed by codes. */
export function withCodes(latent: Tensor, codes: readonly Code[]): Tensor {
  return codes.length === 0 ? latent : tf.concat([latent, ...codes.map(({ tensor }) => tensor)], 1);
}

/** A batch of the data set. */
export function realBatch(context: GraphContext): Tensor {
  const { spec, data } = context.resolved;
  return dataFeed(
    context,
    'real',
    'samples',
    data.shape,
    'a batch of the data set',
    spec.training.batchSize,
  );
}

/** The classes of the real batch, one-hot. */
export function realLabels(context: GraphContext): Tensor | undefined {
  const { classes, spec } = context.resolved;
  if (classes === null) return undefined;
  const meaning = 'classes of the real samples, one-hot';
  return dataFeed(context, 'realLabels', 'labels', [classes], meaning, spec.training.batchSize);
}

function dataFeed(
  { scope, resolved }: GraphContext,
  name: string,
  field: 'samples' | 'labels',
  shape: readonly number[],
  meaning: string,
  batch: number,
): Tensor {
  const { realBatches, discriminatorSteps } = resolved.spec.training;
  const repeat =
    realBatches === 'repeated' && scope.step === 'discriminator' ? discriminatorSteps : 1;
  const source = { kind: 'data', field, stream: scope.step, repeat } as const;
  return scope.feed(name, { dtype: 'float32', shape: [batch, ...shape] }, meaning, source);
}

/** The stream of an input; with reused latents that of the discriminator's last update in the iteration. */
function drawOf({ scope, resolved }: GraphContext, name: string): RandomDraw {
  const { latents, discriminatorSteps } = resolved.spec.training;
  if (latents === 'fresh' || scope.step !== 'generator') return { stream: `${scope.step}/${name}` };
  const every = discriminatorSteps;
  return { stream: `discriminator/${name}`, every, offset: every - 1 };
}
