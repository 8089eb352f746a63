import { schemas, type SelfAttention2DLayer } from '../generated/layers.js';
import { defineLayer } from '../entries/layer.js';
import type { Shape } from '../ir/tensorType.js';
import { tf, type Tensor } from '../tf.js';
import { channelsPerPart } from './shared/channels.js';
import { imageShape } from './shared/image.js';
import { weight } from './shared/weight.js';

/**
 * Self-attention over the pixels of an image (SAGAN): y = x + gamma · o.
 *
 *   f = x · keyKernel, g = x · queryKernel, h = x · valueKernel: `[pixels, inner]`, inner = channels / reduction
 *   β = softmax over i of (g_j · f_i), for each pixel j;   o_j = (Σᵢ β_ji h_i) · outputKernel
 *
 * gamma `[1]` starts at 0, so the layer starts as the identity. The maximal logit of each row is subtracted before the
 * exponential, so nothing overflows. FLOPs: 8 · channels · inner per pixel, 4 · inner per pair of pixels.
 *
 * @source Zhang et al. 2019, arXiv:1805.08318, eqs. (1) to (3)
 */
export const selfAttention2d = defineLayer<SelfAttention2DLayer>({
  type: 'selfAttention2d',
  schema: schemas.selfAttention2d,
  outputShape: (input, { reduction }) => {
    sizesOf(input, reduction);
    return input;
  },
  parameters: (input, { reduction, kernelInitializer, gammaInitializer }, initialize) => {
    const { channels, inner } = sizesOf(input, reduction);
    const kernel = (name: string, shape: Shape) => ({
      name: `${name}Kernel`,
      shape,
      initial: initialize(kernelInitializer, shape),
      trainable: true,
    });
    return [
      kernel('key', [channels, inner]),
      kernel('query', [channels, inner]),
      kernel('value', [channels, inner]),
      kernel('output', [inner, channels]),
      { name: 'gamma', shape: [1], initial: initialize(gammaInitializer, [1]), trainable: true },
    ];
  },
  flops: (input, _output, { reduction }) => {
    const { pixels, channels, inner } = sizesOf(input, reduction);
    return 8 * pixels * channels * inner + 4 * pixels ** 2 * inner;
  },
  workspace: (input, _output, { reduction }, batch) =>
    2 * batch * sizesOf(input, reduction).pixels ** 2,
  apply: (x, { reduction }, weights) => {
    const [batch = 1, ...image] = x.shape;
    const { pixels, channels, inner } = sizesOf(image, reduction);
    const rows = tf.reshape(x, [batch * pixels, channels]);
    const project = (name: string): Tensor =>
      tf.reshape(tf.matMul(rows, weight(weights, `${name}Kernel`)), [batch, pixels, inner]);
    const attention = tf.softmax(tf.matMul(project('query'), project('key'), false, true));
    const attended = tf.matMul(attention, project('value'));
    const output = tf.matMul(
      tf.reshape(attended, [batch * pixels, inner]),
      weight(weights, 'outputKernel'),
    );
    return tf.add(x, tf.mul(tf.reshape(output, x.shape), weight(weights, 'gamma')));
  },
});

function sizesOf(
  input: Shape,
  reduction: number,
): { readonly pixels: number; readonly channels: number; readonly inner: number } {
  const [height, width, channels] = imageShape(input, 'selfAttention2d');
  const inner = channelsPerPart(channels, reduction, 'selfAttention2d', 'reduction');
  return { pixels: height * width, channels, inner };
}
