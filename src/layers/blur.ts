import { schemas, type BlurLayer } from '../generated/layers.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import type { HostConfig } from '../entries/config.js';
import { filteredSize, filterImages, normalizedTaps, type AxisFilter } from './shared/filter.js';
import { asImages, imageShape } from './shared/image.js';

/**
 * Separable low-pass filter: convolves rows and columns with `kernel`, normalized to sum 1, with zero padding.
 *
 * With `resize: "up"`, zeros are inserted between pixels first and the weights doubled along either axis, so that images
 * become twice as large at the same brightness; with `"down"`, every second row and column is kept.
 * FLOPs: 4 per kernel weight and output value.
 *
 * @source Zhang 2019, arXiv:1904.11486; padding as `upsample_2d`, `downsample_2d`, `filter_2d` of StyleGAN2
 */
export const blur = defineLayer<BlurLayer>({
  type: 'blur',
  schema: schemas.blur,
  outputShape: (input, config) => {
    const [height, width, channels] = imageShape(input, 'blur');
    const filter = filterOf(config);
    return [filteredSize(height, filter), filteredSize(width, filter), channels];
  },
  flops: (_input, output, { kernel }) => 4 * kernel.length * sizeOf(output),
  apply: (x, config, _weights, context) =>
    filterImages(asImages(x), filterOf(config), context.constant),
});

function filterOf({
  kernel,
  resize,
}: Pick<HostConfig<BlurLayer>, 'kernel' | 'resize'>): AxisFilter {
  const up = resize === 'up' ? 2 : 1;
  const down = resize === 'down' ? 2 : 1;
  const around = kernel.length - Math.max(up, down);
  return {
    taps: normalizedTaps(kernel, up),
    up,
    down,
    padding: [Math.ceil(around / 2) + up - 1, Math.floor(around / 2)],
  };
}
