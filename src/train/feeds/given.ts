/** Numbers that the caller of a step gives for some of its inputs. */
import { hasNamedValues, inWords, wrongArgument } from '../../diagnostics/arguments.js';
import { counted } from '../../diagnostics/counted.js';
import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import { sizeOf, type DType, type TensorData } from '../../ir/tensorType.js';
import { isObject } from '../../language/schema/mapSubschemas.js';
import type { ProgramInput } from '../../program/program.js';

/** Numbers of one tensor without its name; a bare array takes the declared shape and dtype. */
export type Feed = TensorData | TensorData['data'] | readonly number[];
export type Feeds = Readonly<Record<string, Feed>>;

/**
 * The given feeds as tensors of the declared types. Arrays that have the type already are not copied.
 * @param declared Inputs of the graph by name.
 * @throws GanspecError GAN505 for a name that the graph does not have; GAN506 for another size or shape.
 */
export function givenTensors(
  graph: string,
  declared: ReadonlyMap<string, ProgramInput>,
  feeds: Feeds,
): Map<string, TensorData> {
  const tensors = new Map<string, TensorData>();
  if (!hasNamedValues(feeds)) {
    throw wrongArgument(`feeds are an object with numbers by name, not ${inWords(feeds)}`);
  }
  for (const [name, feed] of Object.entries(feeds)) {
    const input = declared.get(name);
    if (!input) throw noSuchInput(graph, name, [...declared.keys()]);
    tensors.set(name, tensorOf(input, feed));
  }
  return tensors;
}

function tensorOf({ name, dtype, shape }: ProgramInput, feed: Feed): TensorData {
  const given = isTensorData(feed) ? feed : { data: feed, shape };
  if (!isNumbers(given.data)) {
    throw wrongArgument(
      `input "${name}" takes a flat list of numbers, not ${inWords(given.data)}`,
      'Give a typed array, a list of numbers, or { data, shape, dtype }; numbers of several axes in row-major order.',
    );
  }
  const size = sizeOf(shape);
  if (given.data.length !== size || given.shape.join() !== shape.join()) {
    throw new GanspecError(
      'GAN506',
      exitCodes.usage,
      `input "${name}" takes ${size} numbers of shape [${shape.join(', ')}]; it was given ${counted(given.data.length, 'number')}${isTensorData(feed) ? ` of shape [${given.shape.join(', ')}]` : ''}`,
      'Give all numbers in row-major order, the batch outermost.',
    );
  }
  const data = arrayOf[dtype](given.data);
  // Whole numbers have no NaN: conversion makes it 0. Floats may exceed float32.
  checkFinite(name, dtype === 'float32' ? data : given.data);
  return { dtype, shape, data };
}

function checkFinite(name: string, numbers: ArrayLike<number>): void {
  for (let at = 0; at < numbers.length; at += 1) {
    if (Number.isFinite(numbers[at])) continue;
    throw wrongArgument(
      `input "${name}" takes finite numbers of float32; number ${at} is ${numbers[at]}`,
      'Look where the numbers come from: none of the results would mean anything.',
    );
  }
}

/** A tensor rather than its bare numbers; callers in JavaScript may give anything. */
function isTensorData(feed: unknown): feed is TensorData {
  return isObject(feed) && 'data' in feed && Array.isArray(feed['shape']);
}

function isNumbers(data: unknown): boolean {
  if (Array.isArray(data)) return data.every((value) => typeof value === 'number');
  return numberArrays.some((kind) => data instanceof kind);
}

const numberArrays = [
  Float32Array,
  Float64Array,
  Int32Array,
  Int16Array,
  Int8Array,
  Uint32Array,
  Uint16Array,
  Uint8Array,
  Uint8ClampedArray,
];

/** The numbers as the array of each dtype. */
const arrayOf: Readonly<
  Record<DType, (numbers: TensorData['data'] | readonly number[]) => TensorData['data']>
> = {
  float32: (numbers) => (numbers instanceof Float32Array ? numbers : Float32Array.from(numbers)),
  int32: (numbers) => (numbers instanceof Int32Array ? numbers : Int32Array.from(numbers)),
  bool: (numbers) => Uint8Array.from(numbers, (value) => (value === 0 ? 0 : 1)),
};

function noSuchInput(graph: string, name: string, names: readonly string[]): GanspecError {
  return new GanspecError(
    'GAN505',
    exitCodes.usage,
    `the ${graph} graph has no input "${name}"`,
    `Its inputs are ${names.join(', ')}.`,
  );
}
