/** The layers that `labels` adds to both networks: how they are told the class, and what they must say of it. */
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

/** A batch norm layer with gamma or beta and without a condition of its own gets the class. */
function conditioned({ layer, pointer }: PlacedLayer, condition: string): PlacedLayer {
  if (!takesClass(layer) || layer.input.length > 1) return { layer, pointer };
  return { layer: { ...layer, input: [...layer.input, condition] }, pointer };
}

/** Whether a layer has a gamma or a beta that each class could have one of its own of. */
export function takesClass({ type, center, scale }: NormalLayer): boolean {
  return type === 'batchNorm' && (center === true || scale === true);
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
 * Both are normalized as the layer is that makes the score. Where none is made, nothing is added to it.
 *
 * @param layers Of the discriminator.
 * @param inputShape Of the discriminator.
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

/** The layer that makes the score: the last one, or what it reads, as long as that only passes on and has no weights. */
function scoringLayer(layers: readonly ResolvedLayer[], last: ResolvedLayer): ResolvedLayer {
  const [read, ...others] = last.inputs;
  const before = layers.find(({ name }) => name === read);
  const passesOn = last.parameters.length === 0 && others.length === 0;
  return passesOn && before ? scoringLayer(layers, before) : last;
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
