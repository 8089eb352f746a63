import { schemas, type ModulatedConv2DLayer } from '../generated/layers.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineConditionedLayer } from '../entries/layer.js';
import type { LayerContext } from '../entries/layerContext.js';
import { tf, type Tensor, type Tensor4D } from '../tf.js';
import { conditionSize } from './shared/condition.js';
import { filterImages, normalizedTaps } from './shared/filter.js';
import { asImages, imageShape } from './shared/image.js';
import { addBiasAndActivate, affineParameters } from './shared/affine.js';
import { patchNumbers } from './shared/patches.js';
import { weight } from './shared/weight.js';

/**
 * Modulated convolution: the kernel is scaled by a style for each sample, w′ᵢₒ = sᵢ · wᵢₒ, and with `demodulate`
 * divided by √(Σ over window and i of w′ᵢₒ² + 1e-8); y = activation(x ∗ w′ + bias).
 *
 *   x `[batch, height, width, in]`, style `[batch, size]`, s = style · styleKernel + styleBias `[batch, in]`
 *   kernel `[kernelSize, kernelSize, in, filters]`, styleKernel `[size, in]`, styleBias `[in]` (initially 1)
 *
 * No kernel per sample is computed: the input channels are multiplied by s, convolved with the shared kernel, and the
 * output channels divided by the norm. The convolution is linear, so the result is the same up to rounding.
 *
 * Zero padding keeps the size of the image. With `upSample`, zeros are inserted between its pixels before the
 * convolution, and the result is smoothed by [1, 3, 3, 1]: twice as high and wide. Training and inference compute the
 * same. FLOPs: 2 · kernelSize² · in · filters per input pixel, those of the scales, and 16 per smoothed value.
 *
 * @source Karras et al. 2020, arXiv:1912.04958, section 2.2, eqs. (1) to (3); `modulated_conv2d_layer` of StyleGAN2
 */
export const modulatedConv2d = defineConditionedLayer<ModulatedConv2DLayer>({
  type: 'modulatedConv2d',
  schema: schemas.modulatedConv2d,
  outputShape: (input, style, { filters, upSample }) => {
    const [height, width] = imageShape(input, 'modulatedConv2d');
    conditionSize(style, 'modulatedConv2d');
    const factor = upSample ? 2 : 1;
    return [height * factor, width * factor, filters];
  },
  parameters: (input, style, config, initialize) => {
    const [, , channels] = imageShape(input, 'modulatedConv2d');
    const { filters, kernelSize, kernelInitializer } = config;
    const kernelShape = [kernelSize, kernelSize, channels, filters];
    const shape = [conditionSize(style, 'modulatedConv2d'), channels];
    const initial = initialize(kernelInitializer, shape);
    return [
      ...affineParameters(config, initialize, kernelShape, filters),
      { name: 'styleKernel', shape, initial, trainable: true },
      {
        name: 'styleBias',
        shape: [channels],
        initial: { kind: 'constant', value: 1 },
        trainable: true,
      },
    ];
  },
  flops: (input, style, output, { filters, kernelSize, upSample }) => {
    const [, , channels] = imageShape(input, 'modulatedConv2d');
    const scales = 2 * conditionSize(style, 'modulatedConv2d') * channels;
    const convolution = 2 * kernelSize ** 2 * filters * sizeOf(input);
    return convolution + scales + (upSample ? 16 * sizeOf(output) : 0);
  },
  // The convolution has a patch for each pixel of its input, also where it makes the image larger.
  workspace: (input, _output, { kernelSize }, batch) =>
    patchNumbers(input, [kernelSize, kernelSize], imageShape(input, 'modulatedConv2d')[2], batch),
  apply: (x, style, config, weights, context) => {
    const kernel = asImages(weight(weights, 'kernel'));
    const scales = tf.add(
      tf.matMul(style ?? x, weight(weights, 'styleKernel')),
      weight(weights, 'styleBias'),
    );
    const scaled = asImages(tf.mul(x, perPixel(scales)));
    const convolved = config.upSample
      ? upSampledConvolution(scaled, kernel, context.constant)
      : tf.conv2d(scaled, kernel, 1, 'same');
    const y = config.demodulate
      ? tf.mul(convolved, perPixel(inverseNorms(kernel, scales)))
      : convolved;
    return addBiasAndActivate(y, config, weights, context);
  },
});

/** Reshapes `[batch, channels]` to `[batch, 1, 1, channels]`, to broadcast over pixels. */
function perPixel(values: Tensor): Tensor {
  const [batch = 1, channels = 1] = values.shape;
  return tf.reshape(values, [batch, 1, 1, channels]);
}

/** Demodulation factors 1 / √(Σ (sᵢ · wᵢₒ)² + 1e-8) of each sample and output channel, `[batch, filters]`. */
function inverseNorms(kernel: Tensor4D, scales: Tensor): Tensor {
  const squares = tf.sum(tf.square(kernel), [0, 1]);
  return tf.rsqrt(tf.add(tf.matMul(tf.square(scales), squares), 1e-8));
}

/** Convolution of images with zeros inserted between their pixels, then smoothed: twice as high and wide. */
function upSampledConvolution(
  images: Tensor4D,
  kernel: Tensor4D,
  constant: LayerContext['constant'],
): Tensor4D {
  const [batch, height, width] = images.shape;
  const [size, , , filters] = kernel.shape;
  const outputShape: Tensor4D['shape'] = [
    batch,
    2 * height - 2 + size,
    2 * width - 2 + size,
    filters,
  ];
  // A transposed convolution reverses the kernel and swaps its channels.
  const reversed = tf.transpose(tf.reverse(kernel, [0, 1]), [0, 1, 3, 2]);
  const convolved = tf.conv2dTranspose(images, reversed, outputShape, 2, 'valid');
  const totalPadding = 3 - size;
  return filterImages(
    convolved,
    {
      taps: normalizedTaps([1, 3, 3, 1], 2),
      up: 1,
      down: 1,
      padding: [Math.ceil(totalPadding / 2) + 1, Math.floor(totalPadding / 2) + 1],
    },
    constant,
  );
}
