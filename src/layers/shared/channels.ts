/** Inputs with spatial axes and channels: `[…spatial, channels]`. */
import type { Shape } from '../../ir/tensorType.js';
import { LayerShapeError } from '../../entries/layerShapeError.js';
import { shapeText } from './shapeText.js';

/**
 * Number of channels of an input with at least one spatial axis.
 *
 * @param layer Type of the layer that reads it, for the message.
 * @throws LayerShapeError for a vector, which has no spatial axis.
 */
export function spatialChannels(input: Shape, layer: string): number {
  const channels = input.at(-1);
  if (channels !== undefined && input.length > 1) return channels;
  throw new LayerShapeError(
    `${layer} reads images [height, width, channels] or sequences [length, channels], but its input is ${shapeText(input)}`,
    'Put a reshape before it.',
  );
}

/**
 * Number of channels in each of several equal parts.
 *
 * @param option The layer's option that gives the number of parts.
 * @throws LayerShapeError if the channels are not divisible by the number of parts.
 */
export function channelsPerPart(
  channels: number,
  parts: number,
  layer: string,
  option: string,
): number {
  if (channels % parts === 0) return channels / parts;
  throw new LayerShapeError(
    `the ${channels} channels of ${layer}'s input cannot be divided into ${parts} equal parts`,
    `Choose ${option} among the divisors of ${channels}.`,
    option,
  );
}

/** Spatial axes of a tensor of this rank: all but the batch and the channels. */
export function spatialAxes(rank: number): number[] {
  return Array.from({ length: rank - 2 }, (_, index) => index + 1);
}
