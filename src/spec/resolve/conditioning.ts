/** The layers that `labels` adds to both networks: how they are told the class, and what they must say of it. */
import type { Shape } from '../../ir/tensorType.js';
import type { Player } from '../../registry/entries.js';
import type { Registry } from '../../registry/registry.js';
import { completed } from '../normalize/completed.js';
import type { NormalLabels, NormalLayer } from '../normalSpec.js';
import { labelsInput, networkInput, type PlacedLayer } from './placedLayer.js';
import type { Addition } from './resolveNetwork.js';

interface Made {
  readonly type: string;
  readonly name: string;
  readonly input: readonly string[];
  readonly [option: string]: unknown;
}

/** Makes layers with all their options, placed at the option of `labels` that asks for them. */
function maker(registry: Registry, pointer: string): (options: Made) => PlacedLayer {
  return (options) => ({
    // The options are those of a layer with name and input.
    layer: completed('layer', options, registry) as NormalLayer,
    pointer,
  });
}

/**
 * A network's layers with the class as part of their input.
 * @param inputShape Of the network.
 * @param output The network's output where the layers do not change it.
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

/** A batch norm layer without a condition of its own gets the class. */
function conditioned({ layer, pointer }: PlacedLayer, condition: string): PlacedLayer {
  if (layer.type !== 'batchNorm' || layer.input.length > 1) return { layer, pointer };
  return { layer: { ...layer, input: [...layer.input, condition] }, pointer };
}

/** A vector as constant maps of a sample's length, or height and width; nothing where the sample is a vector too. */
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
 * What `labels` adds behind the discriminator's layers.
 *
 * `projection`: score + ⟨V·y, φ(x)⟩ with the features φ and a vector V·y for each class
 * (Miyato & Koyama 2018, arXiv:1802.05637, eq. 3). `auxiliary`: one logit for each class, linear in the features.
 * Both are normalized as the last layer is. Where the last layer gives no score, nothing is added to it.
 *
 * @param last The discriminator's last layer.
 */
export function discriminatorHeads(
  labels: NormalLabels,
  classes: number | null,
  last: NormalLayer,
  registry: Registry,
  shapeOf: (name: string) => Shape | undefined,
): Addition {
  const features = featuresOf(labels, last);
  const { spectralNorm } = last;
  const size = (shapeOf(features) ?? []).reduce((a, b) => a * b, 1);
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
      if (shapeOf(last.name)?.join() !== '1') return { layers: [], heads };
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

/** The layer that the heads read: the one that is named, else what the last layer reads. */
function featuresOf({ features }: NormalLabels, last: NormalLayer): string {
  return features ?? last.input[0] ?? networkInput;
}

/** The recognition network: the hidden layers, and one output for each logit and each continuous code. */
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

/** Numbers that codes add to a latent vector. */
export function codeSize(codes: NormalLabels['codes']): number {
  if (!codes) return 0;
  return codes.categorical.reduce((sum, values) => sum + values, codes.continuous);
}
