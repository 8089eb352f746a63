/** The type of recordings of tfjs kernels, and helpers to define them. */
import { tf, type Tensor } from '../../tf.js';
import type { Recorder } from '../recorder.js';

/** Records one call of a tfjs kernel as a kernel of ganspec, or as tfjs functions that are recorded in turn. */
export type Recording = (
  recorder: Recorder,
  inputs: Readonly<Record<string, Tensor>>,
  attributes: object,
) => Tensor | Tensor[];

/** A recording of a kernel with these names of inputs, of which `Optional` ones may be missing, and this type of attributes. */
export function recording<
  Names extends string,
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the attributes that tfjs declares for the kernel
  Attributes = object,
  Optional extends string = never,
>(
  body: (
    recorder: Recorder,
    inputs: Readonly<Record<Names, Tensor> & Partial<Record<Optional, Tensor>>>,
    attributes: Attributes,
  ) => Tensor | Tensor[],
): Recording {
  // The functions of tfjs call each kernel with the inputs and attributes of its declared types.
  return body as Recording;
}

/** A recording of a kernel that takes any number of inputs. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the attributes that tfjs declares for the kernel
export function listRecording<Attributes = object>(
  body: (
    recorder: Recorder,
    inputs: readonly Tensor[],
    attributes: Attributes,
  ) => Tensor | Tensor[],
): Recording {
  // As above, for the attributes.
  return (recorder, inputs, attributes) =>
    body(recorder, Object.values(inputs), attributes as Attributes);
}

/** A new tensor of the same value. */
export function sameValue(recorder: Recorder, x: Tensor): Tensor {
  return recorder.tensorOf(recorder.valueOf(x));
}

/** The tensor cast to float32, unless it is. */
export function asReal(x: Tensor): Tensor {
  return x.dtype === 'float32' ? x : tf.cast(x, 'float32');
}

/** Non-negative axes in ascending order; all axes where none are given. */
export function sortedAxes(
  axes: number | number[] | null | undefined,
  shape: readonly number[],
): number[] {
  const all = shape.map((_, axis) => axis);
  return axes == null ? all : tf.util.parseAxisParam(axes, [...shape]).sort((a, b) => a - b);
}
