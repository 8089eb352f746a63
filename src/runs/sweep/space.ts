/** The search space of a sweep, and the values of its trials. */
import { readFileSync } from 'node:fs';
import { formMistake, syntaxMistake } from '../../checkpoint/recordFile.js';
import { exitCodes, GanspecError, messageOf } from '../../diagnostics/errors.js';
import { drawInto } from '../../random/draw.js';

/** Numbers between two bounds: uniform, or uniform in their logarithm; all of them, or whole ones. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly scale?: 'linear' | 'log';
  readonly whole?: boolean;
}

/** The values that may stand at each place of a spec: those of a list, or the numbers of a range. */
export type SearchSpace = Readonly<Record<string, readonly unknown[] | NumberRange>>;

/** A value for each place, named as `--set` names it. */
export type Settings = Readonly<Record<string, unknown>>;

const rangeSchema = {
  type: 'object',
  properties: {
    min: { type: 'number' },
    max: { type: 'number' },
    scale: { enum: ['linear', 'log'] },
    whole: { type: 'boolean' },
  },
  required: ['min', 'max'],
  additionalProperties: false,
};

const spaceSchema = {
  type: 'object',
  minProperties: 1,
  additionalProperties: {
    if: { type: 'array' },
    then: { type: 'array', minItems: 1 },
    else: rangeSchema,
  },
};

/** Reads a space from a JSON file. @throws GanspecError GAN527 with the place of the first mistake. */
export function readSpace(path: string): SearchSpace {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw spaceError(path, messageOf(error));
  }
  const mistake = syntaxMistake(bytes, path);
  if (mistake) throw spaceError(mistake.place, mistake.what);
  const space: unknown = JSON.parse(new TextDecoder().decode(bytes));
  checkSpace(space, path);
  return space;
}

/** @throws GanspecError GAN527 for a value that is no space. @param name Of the space in the message. */
export function checkSpace(space: unknown, name: string): asserts space is SearchSpace {
  const form = formMistake(space, spaceSchema);
  if (form) throw spaceError(name, form.pointer === '' ? 'it holds no places' : form.what);
  for (const [place, values] of Object.entries(space as SearchSpace)) {
    if (!isRange(values)) continue;
    const { min, max, scale, whole } = values;
    if (min >= max) throw spaceError(name, `${place}: min is ${min}, not below max, ${max}`);
    if (scale === 'log' && min <= 0) {
      throw spaceError(name, `${place}: min is ${min}, which has no logarithm`);
    }
    if (whole && !(Number.isInteger(min) && Number.isInteger(max))) {
      throw spaceError(name, `${place}: min and max of whole numbers are whole themselves`);
    }
  }
}

/**
 * The values of one trial, which depend on nothing but the seed, the number of the trial and the places of the space.
 * @param trial Counts from 1.
 */
export function drawSettings(space: SearchSpace, seed: number, trial: number): Settings {
  return Object.fromEntries(
    Object.entries(space).map(([place, values]) => {
      const share = uniform(seed, place, trial);
      return [place, isRange(values) ? inRange(values, share) : oneOf(values, share)];
    }),
  );
}

/** The settings as `--set` takes them. */
export function settingsAsSet(settings: Settings): readonly string[] {
  return Object.entries(settings).map(([place, value]) => `${place}=${JSON.stringify(value)}`);
}

function isRange(values: readonly unknown[] | NumberRange): values is NumberRange {
  return !Array.isArray(values);
}

/** A number from 0 to 1, without 1. */
function uniform(seed: number, place: string, trial: number): number {
  const out = new Float32Array(1);
  const at = { seed, stream: `sweep/${place}`, step: trial };
  drawInto(out, { kind: 'uniform', low: 0, high: 1 }, [1], at);
  return Math.min(out[0] ?? 0, 1 - 2 ** -24);
}

function oneOf(values: readonly unknown[], share: number): unknown {
  return values[Math.floor(share * values.length)];
}

function inRange({ min, max, scale = 'linear', whole = false }: NumberRange, share: number) {
  // Each whole number has a stretch of length 1.
  const [low, high] = whole ? [min - 0.5, max + 0.5] : [min, max];
  const value =
    scale === 'linear'
      ? low + share * (high - low)
      : Math.exp(Math.log(low) + share * (Math.log(high) - Math.log(low)));
  if (whole) return Math.min(Math.max(Math.round(value), min), max);
  return Number(value.toPrecision(6));
}

function spaceError(place: string, what: string): GanspecError {
  return new GanspecError(
    'GAN527',
    exitCodes.usage,
    `${place}: no search space: ${what}`,
    'It is a JSON object with a list of values or a range for each place of the spec, as in {"training.batchSize": [32, 64], "optimizers.generator.learningRate": {"min": 1e-5, "max": 1e-2, "scale": "log"}}.',
  );
}
