/** A GAN of a plugin's own words: a layer with weights, a loss that keeps a number, a penalty on gradients. */
import {
  createCompiler,
  defineLayer,
  defineLoss,
  definePenalty,
  tf,
  type Gan,
} from '../../../src/index.js';
import { smallImages } from '../targets/smallImages.js';
import { wordOfTest } from '../wordOfTest.js';

/** y = x · scale + sin(x), a scale for each channel. */
const waves = defineLayer<{ type: 'test/waves' }>({
  type: 'test/waves',
  schema: wordOfTest('test/waves', 'WavesLayer'),
  outputShape: (input) => input,
  parameters: (input) => [
    {
      name: 'scale',
      shape: [input.at(-1) ?? 1],
      initial: { kind: 'uniform', low: 0.5, high: 1.5 },
      trainable: true,
    },
  ],
  apply: (x, _config, { scale }) => (scale ? tf.add(tf.mul(x, scale), tf.sin(x)) : x),
});

/** The scores' distance, less a running mean of it. */
const followed = defineLoss<{ type: 'test/followed' }>({
  type: 'test/followed',
  schema: wordOfTest('test/followed', 'FollowedLoss'),
  scores: 'logits',
  state: () => ({ mean: 0 }),
  discriminatorLoss: ({ real, fake }, _config, { state: { mean = 0 }, update, stopGradient }) => {
    const distance = tf.sub(tf.mean(fake), tf.mean(real));
    update('mean', tf.add(tf.mul(mean, 0.75), tf.mul(stopGradient(distance), 0.25)));
    return tf.add(distance, tf.mul(tf.square(tf.sub(distance, mean)), 0.5));
  },
  generatorLoss: ({ fake }) => tf.neg(tf.mean(tf.tanh(fake))),
});

/** The fourth power of the gradient's norm between real and generated samples. */
const steep = definePenalty<{ type: 'test/steep'; weight?: number }>({
  type: 'test/steep',
  schema: wordOfTest('test/steep', 'SteepPenalty', {
    weight: { type: 'number', minimum: 0, default: 1, description: 'Factor.' },
  }),
  perSample: true,
  passes: () => ({ discriminator: 2 }),
  value: ({ real, fake, discriminator, gradient, random }) => {
    const [batch = 1] = real.shape;
    const mix = random('mix', [batch, 1, 1, 1], { kind: 'uniform', low: 0, high: 1 });
    const between = tf.add(fake, tf.mul(mix, tf.sub(real, fake)));
    const slopes = gradient(discriminator(between), between);
    return tf.mean(tf.square(tf.sum(tf.square(slopes), [1, 2, 3])));
  },
});

/** @param training Options beside those of `smallImages`. */
export function pluginGan(training: object = {}): Gan {
  const compiler = createCompiler<object>({ plugins: [waves, followed, steep] });
  return compiler.compile({
    ...smallImages,
    generator: {
      layers: [
        { type: 'dense', units: 64 },
        { type: 'reshape', shape: [8, 8, 1] },
        'test/waves',
        { type: 'conv2d', filters: 1, kernelSize: 3, activation: 'tanh' },
      ],
    },
    discriminator: {
      layers: [
        { type: 'conv2d', filters: 4, kernelSize: 3, strides: 2 },
        'test/waves',
        'flatten',
        { type: 'dense', units: 1 },
      ],
    },
    loss: 'test/followed',
    penalties: [{ type: 'test/steep', weight: 2 }],
    training: { ...smallImages.training, ...training },
  });
}
