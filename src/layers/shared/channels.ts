/** Inputs seen as places with channels: `[…places, channels]`. */
import type { Shape } from '../../ir/tensorType.js';
import { LayerShapeError } from '../../entries/entries.js';
import { shapeText } from './shapeText.js';

/**
 * The number of channels of an input with one axis of places or more.
 *
 * @param layer Type of the layer that reads it, for the message.
 * @throws LayerShapeError for a vector, which has no places.
 */
export function channelsOfPlaces(input: Shape, layer: string): number {
  const channels = input.at(-1);
  if (channels !== undefined && input.length > 1) return channels;
  throw new LayerShapeError(
    `${layer} reads images [height, width, channels] or sequences [length, channels], but its input is ${shapeText(input)}`,
    'Put a reshape before it.',
  );
}

/**
 * How many channels fall to each of several equal parts.
 *
 * @param option The layer's option that says how many parts there are.
 * @throws LayerShapeError where they do not come out even.
 */
export function channelsOfPart(
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

/** The axes of the places, of a tensor of this rank: all but the batch and the channels. */
export function placeAxes(rank: number): number[] {
  return Array.from({ length: rank - 2 }, (_, place) => place + 1);
}
