import type { PropertySchema } from '../language/schema/fragment.js';

/** Options of every layer. */
export const layerOptions: Readonly<Record<string, PropertySchema>> = {
  name: {
    type: 'string',
    pattern: '^[A-Za-z][A-Za-z0-9_]*$',
    description:
      'Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.',
    otherNames: ['id', 'label', 'layerName'],
  },
  input: {
    anyOf: [
      { type: 'string', minLength: 1 },
      { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1 },
    ],
    description:
      'Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.',
    otherNames: ['inputs', 'inboundNodes', 'from', 'reads', 'bottom', 'in'],
  },
  spectralNorm: {
    type: 'boolean',
    default: false,
    description:
      'Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).',
    otherNames: ['sn', 'spectral', 'specNorm', 'spectralNormalization'],
  },
  equalizedLearningRate: {
    anyOf: [{ type: 'boolean' }, { type: 'number', exclusiveMinimum: 0 }],
    default: false,
    description:
      "Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.",
    otherNames: [
      'equalized',
      'equal',
      'ws',
      'weightScaled',
      'equalLr',
      'equalizedLr',
      'eqLr',
      'useWscale',
      'wscale',
      'lrMul',
      'lrMultiplier',
    ],
  },
};
