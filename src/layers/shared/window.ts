/** Window size, stride and padding along one axis of an image or sequence. */
import {
  axisPadding,
  convOutputSize,
  convTransposeOutputSize,
  type AxisPadding,
  type PaddingRule,
} from '../../ir/convGeometry.js';
import { LayerShapeError } from '../../entries/layerShapeError.js';
import { pair } from './pair.js';
import { sidesOf } from './sides.js';

/** Windows along one axis; padding is a rule, or the number of positions beyond each end. */
export interface AxisWindow {
  readonly kernel: number;
  readonly stride: number;
  readonly padding: PaddingRule | AxisPadding;
}

/** Windows along height and width. */
export type ImageWindows = readonly [vertical: AxisWindow, horizontal: AxisWindow];

/** Windows of size 1 and stride 1. */
export const unitWindow: AxisWindow = { kernel: 1, stride: 1, padding: 'valid' };

/** Windows from the options of a layer that reads images. */
export function imageWindows(
  kernelSize: number | readonly number[],
  strides: number | readonly number[],
  padding: PaddingRule | number | readonly [AxisPadding, AxisPadding],
): ImageWindows {
  const [kernelHeight, kernelWidth] = pair(kernelSize);
  const [down, right] = pair(strides);
  const [vertical, horizontal] =
    typeof padding === 'string' ? [padding, padding] : sidesOf(padding);
  return [axisWindow(kernelHeight, down, vertical), axisWindow(kernelWidth, right, horizontal)];
}

/** Windows from the options of a layer that reads sequences. */
export function axisWindow(
  kernel: number,
  stride: number,
  padding: PaddingRule | number | AxisPadding,
): AxisWindow {
  return { kernel, stride, padding: typeof padding === 'number' ? [padding, padding] : padding };
}

/** Padding at each end of an axis of this size. */
export function paddingOf(size: number, { kernel, stride, padding }: AxisWindow): AxisPadding {
  return typeof padding === 'string' ? axisPadding(padding, size, kernel, stride) : padding;
}

/**
 * Number of windows on an axis: ceil(size / stride) under `same`, else floor((size + padding − kernel) / stride) + 1.
 *
 * @param option Name of the option with the window size, for the message.
 * @throws LayerShapeError if the window is larger than the padded axis.
 */
export function convolvedSize(size: number, window: AxisWindow, option = 'kernelSize'): number {
  const { kernel, stride, padding } = window;
  const [before, after] = paddingOf(size, window);
  const padded = size + before + after;
  if (kernel <= padded) return convOutputSize(size, kernel, stride, [before, after]);
  const how = padding === 'valid' ? 'under "valid" padding' : `padded by ${before} and ${after}`;
  throw new LayerShapeError(
    `a ${option} of ${kernel} does not fit into an input of size ${size} ${how}`,
    `Use "same" padding, or a ${option} of at most ${padded}.`,
    option,
  );
}

/**
 * Size of an axis after a transposed convolution; the convolution with the same windows maps it back to `size`.
 *
 *   `same`: size · stride; `valid`: size · stride + max(kernel − stride, 0);
 *   numeric padding: (size − 1) · stride + kernel − before − after + outputPadding, as in PyTorch
 *
 * @throws LayerShapeError if the result would be empty, and for an `outputPadding` that is not less than the stride or
 *   is combined with a padding rule, which already determines the size.
 */
export function transposedSize(size: number, window: AxisWindow, outputPadding: number): number {
  const { kernel, stride, padding } = window;
  if (outputPadding >= stride && outputPadding > 0) {
    throw new LayerShapeError(
      `an outputPadding of ${outputPadding} is not less than the stride of ${stride}`,
      `Use an outputPadding of at most ${stride - 1}.`,
      'outputPadding',
    );
  }
  if (typeof padding === 'string') {
    if (outputPadding === 0) return convTransposeOutputSize(padding, size, kernel, stride);
    throw new LayerShapeError(
      `outputPadding needs padding in numbers, and padding is "${padding}"`,
      'Write the padding in numbers (0 for none), or leave outputPadding out.',
      'outputPadding',
    );
  }
  const [before, after] = padding;
  const full = (size - 1) * stride + kernel + outputPadding;
  if (before + after < full) return full - before - after;
  throw new LayerShapeError(
    `padding of ${before} and ${after} takes away all that a transposed convolution makes of size ${size}, which is ${full}`,
    `Use "same" padding, or less than ${full} in all.`,
    'padding',
  );
}
