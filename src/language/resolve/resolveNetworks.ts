/** The networks of a spec, with the layers that `labels` adds. */
import type { Shape } from '../../ir/tensorType.js';
import type { DatasetDescription } from '../../entries/dataset.js';
import type { Interval } from '../../entries/interval.js';
import type { Player } from '../../entries/player.js';
import { classesHint } from './classesHint.js';
import { entryOf } from '../../entries/entryOf.js';
import type { Registry } from '../../entries/registry.js';
import type { NormalSpec } from '../normalSpec.js';
import type { ResolvedLayer, ResolvedNetwork } from '../resolvedGan.js';
import { checkWiring, type NoLabels } from './checkWiring.js';
import { codeSize, discriminatorHeads, recognitionLayers, withClassInput } from './conditioning.js';
import { placed } from './placedLayer.js';
import { unbounded } from '../../entries/interval.js';
import type { RuleContext } from './resolveContext.js';
import { resolveNetwork, type Addition, type Resolution } from './resolveNetwork.js';
import type { ByRole } from './roles.js';

/**
 * The networks of a spec, as far as they could be resolved. The recognition network is absent without codes, and where
 * the discriminator could not be resolved.
 */
export type Resolutions = ByRole<Resolution>;

/** Resolves every network; mistakes in one do not hide those in another. */
export function resolveNetworks(
  spec: NormalSpec,
  data: DatasetDescription,
  context: RuleContext,
): Resolutions {
  const generator = resolveGenerator(spec, data, context);
  const discriminator = resolveDiscriminator(spec, data, context);
  const recognition = resolveRecognition(spec, discriminator.network, context);
  return { generator, discriminator, ...(recognition && { recognition }) };
}

function resolveGenerator(
  spec: NormalSpec,
  data: DatasetDescription,
  context: RuleContext,
): Resolution {
  const { latent, labels, generator } = spec;
  const classes = labels && data.classes;
  const own = placed(generator.layers, '/generator/layers');
  const alsoRead = namedByPenalties(spec, 'generator', context.registry);
  const wiring = { layers: own, labels: classesOf(spec, data, context.registry), alsoRead };
  checkWiring({ name: 'generator', ...wiring }, context);
  const shape = [latent.dim + codeSize(labels?.codes ?? null)];
  const range: Interval = latent.distribution === 'uniform' ? [-1, 1] : unbounded;
  const layers =
    labels && classes !== null
      ? withClassInput('generator', own, labels, shape, context.registry)
      : own;
  return resolveNetwork({ role: 'generator', shape, range, classes }, layers, context);
}

function resolveDiscriminator(
  spec: NormalSpec,
  data: DatasetDescription,
  context: RuleContext,
): Resolution {
  const { registry } = context;
  const { labels, discriminator, training } = spec;
  const classes = labels && data.classes;
  const own = placed(discriminator.layers, '/discriminator/layers');
  const named = namedByPenalties(spec, 'discriminator', registry);
  const alsoRead = [...[labels?.features].filter(isText), ...named];
  const wiring = { layers: own, labels: classesOf(spec, data, registry), alsoRead };
  checkWiring({ name: 'discriminator', ...wiring }, context);
  const shape = packed(data.shape, training.packing);
  const range = data.range ?? unbounded;
  const layers =
    labels && classes !== null
      ? withClassInput('discriminator', own, labels, shape, registry)
      : own;
  const heads =
    labels &&
    ((resolved: readonly ResolvedLayer[]): Addition =>
      discriminatorHeads(labels, classes, resolved, shape, registry));
  return resolveNetwork(
    { role: 'discriminator', shape, range, classes },
    layers,
    context,
    heads ?? undefined,
  );
}

function resolveRecognition(
  { labels }: NormalSpec,
  discriminator: ResolvedNetwork | undefined,
  context: RuleContext,
): Resolution | undefined {
  if (!labels?.codes) return undefined;
  const hidden = placed(labels.codes.layers, '/labels/codes/layers');
  checkWiring({ name: 'recognition', layers: hidden, labels: untold }, context);
  if (!discriminator || codeSize(labels.codes) === 0) return undefined;
  const { features } = discriminator.heads;
  const layer = discriminator.layers.find(({ name }) => name === features);
  const input = {
    role: 'recognition',
    shape: layer?.outputShape ?? discriminator.inputShape,
    range: unbounded,
    classes: null,
  } as const;
  return resolveNetwork(input, recognitionLayers(hidden, labels.codes, context.registry), context);
}

const untold: NoLabels = {
  message: 'the recognition network is told no classes',
  hint: 'let it read "input", the features of the discriminator, or a layer of its own',
};

/** True where layers may read the class, else the reason why not. */
function classesOf(
  { labels, data: { type } }: NormalSpec,
  data: DatasetDescription,
  registry: Registry,
): true | NoLabels {
  if (labels && data.classes !== null) return true;
  return labels
    ? {
        message: `there are no classes to read: ${type} has none`,
        hint: classesHint(type, registry),
      }
    : {
        message: 'there are no classes to read: the spec has no "labels"',
        hint: 'add "labels": {} to the spec, with a data set that has classes',
      };
}

/** Names of a network's layers in the options of penalties. */
function namedByPenalties(
  { penalties }: NormalSpec,
  network: Player,
  registry: Registry,
): readonly string[] {
  return penalties.flatMap((penalty) =>
    Object.entries(entryOf(registry, 'penalty', penalty.type).layerOptions)
      .filter(([, owner]) => owner === network)
      .map(([option]) => penalty[option])
      .filter(isText),
  );
}

/** The shape of `count` samples joined along their last axis. */
function packed(shape: Shape, count: number): Shape {
  return shape.map((size, axis) => (axis === shape.length - 1 ? size * count : size));
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
