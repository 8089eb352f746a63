/** The layers that `labels` adds, with the shapes that they come to. */
import { describe, expect, it } from 'vitest';
import { defineDataset } from '../../../src/entries/dataset.js';
import type { Entry } from '../../../src/entries/entry.js';
import type { Role } from '../../../src/language/resolve/roles.js';
import { network, resolveText, ringSpec } from './resolveText.js';

/** Every layer of a network as `name(inputs) shape`. */
function layersOf(spec: string, name: Role, plugins: readonly Entry[] = []): readonly string[] {
  const { resolved, text } = resolveText(spec, { plugins });
  const found = resolved?.networks[name];
  if (!found) throw new Error(text);
  return found.layers.map(
    (layer) => `${layer.name}(${layer.inputs.join(', ')}) ${layer.outputShape.join('×')}`,
  );
}

/** Sequences of six points in one of three classes. */
const rows = defineDataset({
  type: 'test/rows',
  schema: {
    $id: 'rows.schema.json',
    title: 'RowsDataset',
    type: 'object',
    description: 'Made for a test.',
    required: ['type'],
    additionalProperties: false,
    properties: { type: { const: 'test/rows' } },
    examples: [{ type: 'test/rows' }],
  },
  describe: () => ({ shape: [6, 2], range: null, count: 100, classes: 3 }),
  open: () => {
    throw new Error('nothing is read');
  },
});

const images = {
  data: { type: 'shapes', size: 8, channels: 1, count: 100 },
  generator: network(
    { type: 'dense', units: 64 },
    { type: 'reshape', shape: [8, 8, 1] },
    'batchNorm',
    'tanh',
  ),
  discriminator: network({ type: 'conv2d', filters: 2, kernelSize: 3 }, 'flatten', {
    type: 'dense',
    units: 1,
  }),
};

describe('concat', () => {
  it('joins the one-hot class to the latent vector and to a point', () => {
    const spec = ringSpec({ labels: { generator: 'concat', discriminator: 'concat' } });
    expect(layersOf(spec, 'generator')).toEqual([
      'labels_input(input, labels) 12',
      'dense_0(labels_input) 2',
    ]);
    expect(layersOf(spec, 'discriminator')).toEqual([
      'labels_input(input, labels) 10',
      'dense_0(labels_input) 1',
    ]);
  });

  it('joins an embedding of the class as constant maps to an image', () => {
    const spec = ringSpec({ ...images, labels: { discriminator: 'concat', embedding: 5 } });
    expect(layersOf(spec, 'generator')).toEqual([
      'dense_0(input) 64',
      'reshape_0(dense_0) 8×8×1',
      'batchNorm_0(reshape_0) 8×8×1',
      'tanh_0(batchNorm_0) 8×8×1',
    ]);
    expect(layersOf(spec, 'discriminator')).toEqual([
      'labels_embedding(labels) 5',
      'labels_map(labels_embedding) 1×1×5',
      'labels_maps(labels_map) 8×8×5',
      'labels_input(input, labels_maps) 8×8×6',
      'conv2d_0(labels_input) 8×8×2',
      'flatten_0(conv2d_0) 128',
      'dense_0(flatten_0) 1',
    ]);
  });

  it('joins the class as constant rows to a sequence', () => {
    const spec = ringSpec({
      data: 'test/rows',
      generator: network({ type: 'dense', units: 12 }, { type: 'reshape', shape: [6, 2] }),
      discriminator: network('flatten', { type: 'dense', units: 1 }),
      labels: { discriminator: 'concat' },
    });
    expect(layersOf(spec, 'discriminator', [rows]).slice(0, 3)).toEqual([
      'labels_map(labels) 1×3',
      'labels_maps(labels_map) 6×3',
      'labels_input(input, labels_maps) 6×5',
    ]);
  });
});

it('conditionalBatchNorm gives the class to every batchNorm layer without a condition', () => {
  const spec = ringSpec({
    labels: { generator: 'conditionalBatchNorm' },
    generator: network(
      'batchNorm',
      { type: 'dense', units: 2, name: 'style' },
      { type: 'batchNorm', input: ['style', 'input'] },
      { type: 'batchNorm', scale: false },
      { type: 'batchNorm', scale: false, center: false },
    ),
  });
  expect(layersOf(spec, 'generator')).toEqual([
    'batchNorm_0(input, labels) 4',
    'style(batchNorm_0) 2',
    'batchNorm_1(style, input) 2',
    'batchNorm_2(batchNorm_1, labels) 2',
    'batchNorm_3(batchNorm_2) 2',
  ]);
  expect(layersOf(spec, 'discriminator')).toEqual(['dense_0(input) 1']);
});

describe('heads of the discriminator', () => {
  const deep = network({ type: 'dense', units: 3, name: 'trunk' }, 'leakyReLU', {
    type: 'dense',
    units: 1,
    spectralNorm: true,
  });

  it('projection adds ⟨V·y, φ(x)⟩ to the score, normalized as the last layer is', () => {
    const spec = ringSpec({ discriminator: deep, labels: { discriminator: 'projection' } });
    expect(layersOf(spec, 'discriminator').slice(3)).toEqual([
      'labels_features(leakyReLU_0) 3',
      'labels_vector(labels) 3',
      'labels_projection(labels_vector, labels_features) 1',
      'labels_score(dense_1, labels_projection) 1',
    ]);
    const network = resolveText(spec).resolved?.networks.discriminator;
    expect(network?.output).toBe('labels_score');
    expect(network?.layers.find(({ name }) => name === 'labels_vector')?.parameters).toMatchObject([
      { name: 'kernel', shape: [8, 3], trainable: true },
      { name: 'kernelSingularVector', shape: [3], trainable: false },
    ]);
  });

  it('auxiliary adds a logit for each class beside the score', () => {
    const labels = { discriminator: 'auxiliary', features: 'trunk' };
    const spec = ringSpec({ discriminator: deep, labels });
    expect(layersOf(spec, 'discriminator').slice(3)).toEqual([
      'labels_features(trunk) 3',
      'labels_classifier(labels_features) 8',
    ]);
    expect(resolveText(spec).resolved?.networks.discriminator).toMatchObject({
      output: 'dense_1',
      outputShape: [1],
      heads: { classifier: 'labels_classifier' },
    });
  });

  it.each([
    [
      'flatten',
      [
        { type: 'conv2d', filters: 1, kernelSize: 4, padding: 'valid', spectralNorm: true },
        'flatten',
      ],
    ],
    [
      'reshape',
      ['flatten', { type: 'dense', units: 1, spectralNorm: true }, { type: 'reshape', shape: [1] }],
    ],
  ])(
    'read what the layer with the weights of the score reads, where %s comes last',
    (_last, end) => {
      const discriminator = network(
        { type: 'conv2d', filters: 2, kernelSize: 4, strides: 2 },
        ...end,
      );
      const spec = { ...images, discriminator };
      const heads = (labels: object) => {
        const { resolved, text } = resolveText(ringSpec({ ...spec, labels }));
        if (!resolved) throw new Error(text);
        return resolved.networks;
      };
      const { layers } = heads({ discriminator: 'projection' }).discriminator;
      expect(layers.find(({ name }) => name === 'labels_features')?.outputShape).toEqual([
        4 * 4 * 2,
      ]);
      expect(layers.find(({ name }) => name === 'labels_vector')?.config.spectralNorm).toBe(true);
      expect(heads({ codes: { continuous: 1 } }).recognition?.inputShape).not.toEqual([1]);
    },
  );

  it('is told of too many scores where the projection would add to them', () => {
    const spec = ringSpec({
      discriminator: network({ type: 'dense', units: 3 }),
      labels: { discriminator: 'projection' },
    });
    expect(resolveText(spec).text).toContain(
      'spec.json:18:14 error GAN203: the discriminator yields 3 where one score per sample is needed\n',
    );
  });
});

describe('codes', () => {
  const codes = { categorical: [3, 2], continuous: 2, layers: [{ type: 'dense', units: 4 }] };

  it('lengthen the latent vector, and are found again by a network on the features', () => {
    const spec = ringSpec({
      discriminator: network({ type: 'dense', units: 5 }, { type: 'dense', units: 1 }),
      labels: { codes },
    });
    const { resolved } = resolveText(spec);
    expect(resolved?.networks.generator.inputShape).toEqual([4 + 3 + 2 + 2]);
    expect(resolved?.networks.recognition?.inputShape).toEqual([5]);
    expect(layersOf(spec, 'recognition')).toEqual([
      'dense_0(input) 4',
      'codes_features(dense_0) 4',
      'codes_output(codes_features) 7',
    ]);
  });

  it('are looked for in the samples where the discriminator has one layer only', () => {
    const { resolved } = resolveText(ringSpec({ labels: { codes } }));
    expect(resolved?.networks.recognition?.inputShape).toEqual([2]);
    const conditional = ringSpec({ labels: { codes, discriminator: 'concat' } });
    expect(resolveText(conditional).resolved?.networks.recognition?.inputShape).toEqual([2 + 8]);
  });
});

it('finds the layer that gives scores their bounds beside the heads', () => {
  const spec = ringSpec({
    discriminator: network({ type: 'dense', units: 1, activation: 'sigmoid' }),
    labels: { discriminator: 'auxiliary' },
  });
  expect(resolveText(spec).text).toContain('spec.json:19:19 error GAN205:');
});
