/** Arrays whose first axis does not count samples. */
import type { Shape } from '../../ir/tensorType.js';
import type { DatasetDescription } from '../../entries/dataset.js';
import type { Registry } from '../../entries/registry.js';
import type { NormalSpec } from '../normalSpec.js';
import { givesAxes } from './flattened.js';
import { sampleShapeText } from './quantityText.js';

/**
 * The way out where the generator yields the shape of the whole array, or all of it but its last axis; undefined
 * elsewhere.
 * @param given Shape of the generator's output.
 */
export function sampleAxisHint(
  given: Shape,
  { count, shape }: DatasetDescription,
  { data: { type } }: NormalSpec,
  registry: Registry,
): string | undefined {
  if (!givesAxes(type, registry)) return undefined;
  const array = [count, ...shape];
  const text = 'the first axis of an array counts its samples';
  if (isEqual(array.slice(0, -1), given)) {
    return `${text}, and here the last one seems to: save numpy.moveaxis(array, -1, 0), ${sampleShapeText([array.at(-1) ?? 1, ...given])}`;
  }
  return isEqual(array, given)
    ? `${text}, and this one, ${sampleShapeText(array)}, seems to be a single sample: save numpy.stack([…]) of many, 1×${sampleShapeText(given)} for one`
    : undefined;
}

function isEqual(a: Shape, b: Shape): boolean {
  return a.join() === b.join();
}
