/** What each hook owes whoever calls it, as far as the result alone shows. */
import type { Distribution } from '../random/distribution.js';
import type { Tensor } from '../tf.js';
import type { Entry, EntryOf, Kind, Tagged } from './entries.js';
import { isObject } from '../language/schema/mapSubschemas.js';

/** What a result should have been, as in `a tensor`; undefined where it is. */
export type HookPromise = (
  result: unknown,
  inputs: readonly unknown[],
  entry: Entry,
) => string | undefined;

type HookName<E> = {
  [H in keyof E]-?: NonNullable<E[H]> extends (...inputs: never[]) => unknown ? H : never;
}[keyof E];

const owes =
  (what: string, holds: (result: unknown) => boolean): HookPromise =>
  (result) =>
    holds(result) ? undefined : what;

const isNumber = (value: unknown): boolean => typeof value === 'number' && !Number.isNaN(value);
const isSize = (value: unknown): boolean => Number.isInteger(value) && Number(value) > 0;
const isListOf = (holds: (item: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every(holds);
const isShape = isListOf(isSize);
const isInterval = (value: unknown): boolean =>
  isListOf(isNumber)(value) && (value as readonly unknown[]).length === 2;

/** Whether a value is one of tfjs' tensors, of whichever copy. */
export function isTensor(value: unknown): value is Tensor {
  return typeof value === 'object' && value !== null && 'dataId' in value;
}

const ofShape = (shape: readonly number[]) => (value: unknown) =>
  isTensor(value) && value.shape.join() === shape.join();

const scalar: HookPromise = owes('a scalar; take a mean over the batch', ofShape([]));
const number: HookPromise = owes('a number', isNumber);
const boolean: HookPromise = owes('true or false', (value) => typeof value === 'boolean');
const interval: HookPromise = owes('a pair of bounds', isInterval);
const numbersByName: HookPromise = owes(
  'finite numbers by name',
  (value) => isObject(value) && Object.values(value).every(Number.isFinite),
);

/** One number for each of the input: activations, projections. */
const likeInput: HookPromise = (result, [input]) => {
  const shape = isTensor(input) ? input.shape : [];
  return ofShape(shape)(result) ? undefined : `a tensor of shape [${shape.join(', ')}]`;
};

const asPromisedShape: HookPromise = (result, [inputs, config], entry) => {
  if (entry.kind !== 'layer' || !isTensor(result)) return 'a tensor';
  // What layers are called with.
  const shapes = (inputs as readonly Tensor[]).map(({ shape }) => shape);
  const promised = entry.outputShape(
    shapes.map((shape) => shape.slice(1)),
    config as Tagged,
  );
  const shape = [shapes[0]?.[0] ?? 0, ...promised];
  return ofShape(shape)(result)
    ? undefined
    : `one of shape [${shape.join(', ')}], as outputShape promises`;
};

const updated: HookPromise = (result, [parameter, , given]) => {
  const shape = isTensor(parameter) ? parameter.shape : [];
  const names = Object.keys(isObject(given) ? given : {});
  const { parameter: next, slots } = isObject(result) ? result : {};
  const tensors = [next, ...names.map((name) => (isObject(slots) ? slots[name] : undefined))];
  if (tensors.every(ofShape(shape))) return undefined;
  const words = ['parameter', ...names.map((name) => `slots.${name}`)].join(', ');
  return `an object with ${words}: tensors of shape [${shape.join(', ')}]`;
};

const parts: Readonly<Record<Distribution['kind'], readonly string[]>> = {
  constant: ['value'],
  uniform: ['low', 'high'],
  normal: ['mean', 'stddev'],
  truncatedNormal: ['mean', 'stddev'],
  bernoulli: ['probability'],
  oneHot: [],
  orthogonal: ['gain'],
  identity: ['gain'],
};

function isDistribution(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.entries(parts).find(([kind]) => kind === value['kind'])?.[1];
  return names?.every((name) => Number.isFinite(value[name])) ?? false;
}

function isParameter(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value['name'] === 'string' &&
    typeof value['trainable'] === 'boolean' &&
    isShape(value['shape']) &&
    isDistribution(value['initial'])
  );
}

function isDescription(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { shape, range, count, classes } = value;
  const isRange = range === null || isInterval(range);
  return isShape(shape) && isRange && isSize(count) && (classes === null || isSize(classes));
}

/** Every hook of every kind: a hook that is not in it does not compile. */
export const hookPromises: {
  readonly [K in Kind]: { readonly [H in HookName<EntryOf[K]>]: HookPromise };
} = {
  layer: {
    outputShape: owes('a shape of whole numbers', isShape),
    parameters: owes(
      'a list of parameters with name, shape, initial, trainable',
      isListOf(isParameter),
    ),
    leastBatch: number,
    flops: number,
    outputRange: interval,
    apply: asPromisedShape,
  },
  activation: { apply: likeInput, range: interval },
  initializer: { distribution: owes('a distribution with finite numbers', isDistribution) },
  loss: {
    distance: owes('"absolute" or "squared"', (value) =>
      ['absolute', 'squared'].includes(String(value)),
    ),
    signed: boolean,
    state: numbersByName,
    discriminatorLoss: scalar,
    generatorLoss: scalar,
  },
  penalty: {
    needsImages: boolean,
    networks: owes(
      'a list of "generator" and "discriminator"',
      isListOf((value) => value === 'generator' || value === 'discriminator'),
    ),
    state: numbersByName,
    value: scalar,
    project: likeInput,
  },
  optimizer: {
    slots: owes(
      'a list of names',
      isListOf((value) => typeof value === 'string'),
    ),
    scalars: numbersByName,
    update: updated,
  },
  schedule: { make: owes('a function', (value) => typeof value === 'function') },
  dataset: {
    describe: owes('an object with shape, range, count and classes', isDescription),
    open: owes(
      'an object with shape, range, count, classes and read',
      (value) => isDescription(value) && typeof (value as { read?: unknown }).read === 'function',
    ),
    encode: owes(
      'an object with extension and bytes',
      (value) =>
        isObject(value) &&
        typeof value['extension'] === 'string' &&
        value['bytes'] instanceof Uint8Array,
    ),
  },
};

/** What the function that a schedule is made into owes. */
export const scheduleValue = number;

/** Hooks that an entry may do without. */
const optional = ['value', 'project', 'encode'];

/** Names of the hooks that an entry should have and has not. */
export function missingHooks(entry: Entry): readonly string[] {
  const own: Readonly<Record<string, unknown>> = { ...entry };
  return Object.keys(hookPromises[entry.kind]).filter(
    (name) => typeof own[name] !== 'function' && !optional.includes(name),
  );
}
