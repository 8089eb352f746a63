import { schemas, type SelfAttention2DLayer } from '../generated/layers.js';
import { defineLayer } from '../entries/layer.js';
import type { HostConfig } from '../entries/config.js';
import { LayerShapeError } from '../entries/layerShapeError.js';
import type { Shape } from '../ir/tensorType.js';
import { tf, type Tensor } from '../tf.js';
import { channelsPerPart } from './shared/channels.js';
import { imageShape } from './shared/image.js';
import { maxAlong } from './shared/pooling.js';
import { weight } from './shared/weight.js';
import { axisWindow } from './shared/window.js';

/**
 * Self-attention over the pixels of an image (SAGAN): y = x + gamma · o.
 *
 *   g = x · queryKernel `[pixels, inner]`, inner = channels / reduction
 *   f = x · keyKernel `[places, inner]`, h = x · valueKernel `[places, values]`, values = channels / valueReduction
 *   β = softmax over i of (g_j · f_i), for each pixel j;   o_j = (Σᵢ β_ji h_i) · outputKernel
 *
 * The places of keys and values are the pixels, or the maxima of windows of `pooling` × `pooling` pixels side by side.
 * gamma `[1]` starts at 0, so the layer starts as the identity. The maximal logit of each row is subtracted before the
 * exponential, so nothing overflows. FLOPs: 4 · channels · (inner + values) per pixel, 2 · (inner + values) per pair of a
 * pixel and a place.
 *
 * @source Zhang et al. 2019, arXiv:1805.08318, eqs. (1) to (3); values and pooling as in Brock et al. 2019,
 *   arXiv:1809.11096
 */
export const selfAttention2d = defineLayer<SelfAttention2DLayer>({
  type: 'selfAttention2d',
  schema: schemas.selfAttention2d,
  outputShape: (input, config) => {
    sizesOf(input, config);
    return input;
  },
  parameters: (input, config, initialize) => {
    const { kernelInitializer, gammaInitializer } = config;
    const { channels, inner, values } = sizesOf(input, config);
    const kernel = (name: string, shape: Shape) => ({
      name: `${name}Kernel`,
      shape,
      initial: initialize(kernelInitializer, shape),
      trainable: true,
    });
    return [
      kernel('key', [channels, inner]),
      kernel('query', [channels, inner]),
      kernel('value', [channels, values]),
      kernel('output', [values, channels]),
      { name: 'gamma', shape: [1], initial: initialize(gammaInitializer, [1]), trainable: true },
    ];
  },
  flops: (input, _output, config) => {
    const { pixels, places, channels, inner, values } = sizesOf(input, config);
    return (inner + values) * (4 * pixels * channels + 2 * pixels * places);
  },
  workspace: (input, _output, config, batch) => {
    const { pixels, places } = sizesOf(input, config);
    return 2 * batch * pixels * places;
  },
  apply: (x, config, weights) => {
    const [batch = 1, ...image] = x.shape;
    const { pixels, channels, values } = sizesOf(image, config);
    const rows = tf.reshape(x, [batch * pixels, channels]);
    const project = (name: string): Tensor => tf.matMul(rows, weight(weights, `${name}Kernel`));
    const windows = axisWindow(config.pooling, config.pooling, 'valid');
    const pooled = (projected: Tensor): Tensor => {
      if (config.pooling === 1) return projected;
      const map = tf.reshape(projected, [batch, ...image.slice(0, 2), -1]);
      return maxAlong(maxAlong(map, 2, windows), 1, windows);
    };
    const perImage = (tensor: Tensor): Tensor =>
      tf.reshape(tensor, [batch, -1, tensor.shape.at(-1) ?? 1]);
    const [query, key, value] = [
      perImage(project('query')),
      perImage(pooled(project('key'))),
      perImage(pooled(project('value'))),
    ];
    const attended = tf.matMul(tf.softmax(tf.matMul(query, key, false, true)), value);
    const output = tf.matMul(
      tf.reshape(attended, [batch * pixels, values]),
      weight(weights, 'outputKernel'),
    );
    return tf.add(x, tf.mul(tf.reshape(output, x.shape), weight(weights, 'gamma')));
  },
});

type Sizes = Pick<HostConfig<SelfAttention2DLayer>, 'reduction' | 'valueReduction' | 'pooling'>;

/** @throws LayerShapeError where channels cannot be divided so, or windows do not fit. */
function sizesOf(input: Shape, { reduction, valueReduction, pooling }: Sizes) {
  const [height, width, channels] = imageShape(input, 'selfAttention2d');
  const part = (parts: number, option: string): number =>
    channelsPerPart(channels, parts, 'selfAttention2d', option);
  const inner = part(reduction, 'reduction');
  if (pooling > Math.min(height, width)) {
    throw new LayerShapeError(
      `windows of ${pooling} × ${pooling} pixels do not fit into an image of ${height} × ${width}`,
      `Use a pooling of at most ${Math.min(height, width)}.`,
      'pooling',
    );
  }
  return {
    pixels: height * width,
    // What is left over at the end of an axis has no window.
    places: Math.floor(height / pooling) * Math.floor(width / pooling),
    channels,
    inner,
    values: valueReduction === null ? inner : part(valueReduction, 'valueReduction'),
  };
}
