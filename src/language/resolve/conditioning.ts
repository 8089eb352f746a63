/** The layers that `labels` adds: inputs of the class, heads of the discriminator, the recognition network. */
import { sizeOf, type Shape } from '../../ir/tensorType.js';
import type { Player } from '../../entries/player.js';
import type { Registry } from '../../entries/registry.js';
import { completed } from '../normalize/completed.js';
import type { NormalLabels, NormalLayer } from '../normalSpec.js';
import type { ResolvedLayer } from '../resolvedGan.js';
import { labelsInput, networkInput, type PlacedLayer } from './placedLayer.js';
import type { Addition } from './resolveNetwork.js';

interface Made {
  readonly type: string;
  readonly name: string;
  readonly input: readonly string[];
  readonly [option: string]: unknown;
}

/** Makes layers with all their options, placed at the option of `labels` that adds them. */
function maker(registry: Registry, pointer: string): (options: Made) => PlacedLayer {
  return (options) => ({
    // The options are those of a layer with name and input.
    layer: completed('layer', options, registry) as NormalLayer,
    pointer,
  });
}

/**
 * Gives the class to a network's layers.
 * @param inputShape Shape of the network's input.
 */
export function withClassInput(
  network: Player,
  layers: readonly PlacedLayer[],
  labels: NormalLabels,
  inputShape: Shape,
  registry: Registry,
): readonly PlacedLayer[] {
  const make = maker(registry, `/labels/${network}`);
  const way = labels[network];
  if (way !== 'concat' && way !== 'conditionalBatchNorm') return layers;
  const { embedding } = labels;
  const embedded: readonly PlacedLayer[] =
    embedding === null
      ? []
      : [
          make({
            type: 'dense',
            name: 'labels_embedding',
            input: [labelsInput],
            units: embedding,
            useBias: false,
          }),
        ];
  const condition = embedded[0]?.layer.name ?? labelsInput;
  if (way === 'conditionalBatchNorm') {
    return [...embedded, ...layers.map((each) => conditioned(each, condition))];
  }
  const maps = mapsOf(condition, inputShape, make);
  const joined = make({
    type: 'concat',
    name: 'labels_input',
    input: [networkInput, maps.at(-1)?.layer.name ?? condition],
  });
  const reading = layers.map(({ layer, pointer }) => ({
    layer: {
      ...layer,
      input: layer.input.map((name) => (name === networkInput ? joined.layer.name : name)),
    },
    pointer,
  }));
  return [...embedded, ...maps, joined, ...reading];
}

/** Gives the class to a batch norm layer with gamma or beta, unless it has a condition already. */
function conditioned({ layer, pointer }: PlacedLayer, condition: string): PlacedLayer {
  if (!takesClass(layer) || layer.input.length > 1) return { layer, pointer };
  return { layer: { ...layer, input: [...layer.input, condition] }, pointer };
}

/** True for a layer whose gamma or beta may depend on the class. */
export function takesClass({ type, center, scale }: NormalLayer): boolean {
  return type === 'batchNorm' && (center === true || scale === true);
}

/** Layers that turn a vector into constant maps of a sample's length, or height and width; none for vector samples. */
function mapsOf(
  vector: string,
  [...shape]: Shape,
  make: (options: Made) => PlacedLayer,
): readonly PlacedLayer[] {
  const size = shape.slice(0, -1);
  if (size.length === 0) return [];
  const ones = size.map(() => 1);
  const spread = size.length === 1 ? 'upSampling1d' : 'upSampling2d';
  return [
    make({ type: 'reshape', name: 'labels_map', input: [vector], shape: [...ones, -1] }),
    make({
      type: spread,
      name: 'labels_maps',
      input: ['labels_map'],
      size: size.length === 1 ? size[0] : size,
    }),
  ];
}

/**
 * The layers that `labels` adds behind those of the discriminator.
 *
 * `projection`: score + ⟨V·y, φ(x)⟩ with the features φ and a vector V·y for each class
 * (Miyato & Koyama 2018, arXiv:1802.05637, eq. 3). `auxiliary`: one logit for each class, linear in the features.
 * Both have the spectral normalization of the layer that makes the score. Without a score there is no projection.
 *
 * @param layers The discriminator's layers.
 * @param inputShape Shape of its input.
 */
export function discriminatorHeads(
  labels: NormalLabels,
  classes: number | null,
  layers: readonly ResolvedLayer[],
  inputShape: Shape,
  registry: Registry,
): Addition {
  const last = layers.at(-1);
  if (!last) return { layers: [] };
  const scoring = scoringLayer(layers, last);
  const features = labels.features ?? scoring.inputs[0] ?? networkInput;
  const { spectralNorm } = scoring.config;
  const size = sizeOf(layers.find(({ name }) => name === features)?.outputShape ?? inputShape);
  const make = maker(registry, '/labels/discriminator');
  const flat = make({ type: 'flatten', name: 'labels_features', input: [features] });
  const heads = labels.codes ? { features } : {};
  if (classes === null || labels.discriminator === null) return { layers: [], heads };
  switch (labels.discriminator) {
    case 'concat':
      return { layers: [], heads };
    case 'auxiliary': {
      const name = 'labels_classifier';
      const input = ['labels_features'];
      return {
        layers: [flat, make({ type: 'dense', name, input, units: classes, spectralNorm })],
        heads: { ...heads, classifier: name },
        output: last.name,
      };
    }
    case 'projection':
      if (last.outputShape.join() !== '1') return { layers: [], heads };
      return {
        layers: [
          flat,
          make({
            type: 'dense',
            name: 'labels_vector',
            input: [labelsInput],
            units: size,
            useBias: false,
            spectralNorm,
          }),
          make({
            type: 'dot',
            name: 'labels_projection',
            input: ['labels_vector', 'labels_features'],
          }),
          make({ type: 'add', name: 'labels_score', input: [last.name, 'labels_projection'] }),
        ],
        heads,
        output: 'labels_score',
      };
  }
}

/** The layer that makes the score: the last one that has weights or joins several inputs. */
function scoringLayer(layers: readonly ResolvedLayer[], last: ResolvedLayer): ResolvedLayer {
  const [read, ...others] = last.inputs;
  const before = layers.find(({ name }) => name === read);
  const passesOn = last.parameters.length === 0 && others.length === 0;
  return passesOn && before ? scoringLayer(layers, before) : last;
}

/** Layers of the recognition network: hidden ones, and one output for each logit and each continuous code. */
export function recognitionLayers(
  hidden: readonly PlacedLayer[],
  codes: NonNullable<NormalLabels['codes']>,
  registry: Registry,
): readonly PlacedLayer[] {
  const make = maker(registry, '/labels/codes');
  const flat = make({
    type: 'flatten',
    name: 'codes_features',
    input: [hidden.at(-1)?.layer.name ?? networkInput],
  });
  const units = codeSize(codes);
  return [
    ...hidden,
    flat,
    make({ type: 'dense', name: 'codes_output', input: ['codes_features'], units }),
  ];
}

/** Number of values that codes add to a latent vector. */
export function codeSize(codes: NormalLabels['codes']): number {
  if (!codes) return 0;
  return codes.categorical.reduce((sum, values) => sum + values, codes.continuous);
}
