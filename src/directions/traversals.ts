/** Ways through the latent space of a generator: along a direction, or through the values of a code. */
import { shiftInput } from '../program/movedSamples.js';
import type { PrincipalDirection } from './principalDirections.js';

/** The random numbers of one sample, by the names of their inputs. */
export type SampleNumbers = Readonly<Record<string, Float32Array>>;

/** One place on a way. */
export interface WayStop {
  /** A short text, such as `-2` or `7`. */
  readonly name: string;
  /** The numbers that replace those of a sample. */
  readonly change: (sample: SampleNumbers) => SampleNumbers;
}

/** A way that samples go, everything else being as it was. */
export interface Traversal {
  readonly name: string;
  readonly stops: readonly WayStop[];
}

/** Stops along a direction or a continuous code; the one in the middle is in the middle of its range. */
const stopCount = 7;

/** `stopCount` numbers from −reach to reach. */
export function stopsWithin(reach: number): readonly number[] {
  const middle = (stopCount - 1) / 2;
  return Array.from({ length: stopCount }, (_, at) => (reach * (at - middle)) / middle);
}

/**
 * A step of each length along a direction; the stop in the middle leaves the sample as it is.
 * @param size Numbers that the shift has, of which the vector is the first.
 */
export function alongDirection(
  { vector, share }: PrincipalDirection,
  index: number,
  { lengths, size }: { readonly lengths: readonly number[]; readonly size: number },
): Traversal {
  const stops = lengths.map((length): WayStop => {
    const shift = new Float32Array(size);
    shift.set(vector.map((value) => length * value));
    return { name: numberName(length), change: () => ({ [shiftInput]: shift }) };
  });
  return { name: `${index + 1}: ${(100 * share).toFixed(share < 0.1 ? 1 : 0)}%`, stops };
}

/** Each value of each categorical code, then each continuous code through its range from −1 to 1. */
export function throughCodes({
  categorical,
  continuous,
}: {
  readonly categorical: readonly number[];
  readonly continuous: number;
}): readonly Traversal[] {
  return [
    ...categorical.map((values, index) => throughValues(`categorical_${index}`, values)),
    ...Array.from({ length: continuous }, (_, index) => throughRange(index)),
  ];
}

function throughValues(code: string, values: number): Traversal {
  const stops = Array.from({ length: values }, (_, value): WayStop => {
    const oneHot = new Float32Array(values);
    oneHot[value] = 1;
    return { name: String(value), change: () => ({ [`codes/${code}`]: oneHot }) };
  });
  return { name: code, stops };
}

function throughRange(index: number): Traversal {
  const stops = stopsWithin(1).map((value): WayStop => {
    const change: WayStop['change'] = (sample) => {
      const codes = Float32Array.from(sample['codes/continuous'] ?? []);
      codes[index] = value;
      return { 'codes/continuous': codes };
    };
    return { name: numberName(value), change };
  });
  return { name: `continuous_${index}`, stops };
}

/** With two digits behind the point at most. */
function numberName(value: number): string {
  return String(Math.round(100 * value) / 100);
}
