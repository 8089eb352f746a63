/** Conversion of a spec given as an object to text. */
import { GanspecError, messageOf } from '../../diagnostics/errors.js';
import { specError } from '../../diagnostics/specError.js';
import { isObject } from '../schema/mapSubschemas.js';
import { errorAt } from '../../source/errorAt.js';
import { placeOfFile } from '../../source/locate.js';
import { maxBytes, maxDepth, maxValues } from '../../source/bounds.js';
import { tooManyValues } from '../../source/parse.js';
import { pointerTo } from '../../source/pointer.js';

type Path = readonly (string | number)[];

/**
 * Writes plain data as indented JSON. A key whose value is `undefined` is omitted.
 * @throws SpecError GAN105, GAN107 or GAN117 for values that JSON cannot represent.
 */
export function textOfObject(value: unknown, file: string): string {
  try {
    check(value, [], { file, values: 0 });
    const text = JSON.stringify(value, null, 2);
    // The limit is that of the text as a file would have it, without the indentation.
    return text.length > maxBytes ? JSON.stringify(value) : text;
  } catch (error) {
    if (error instanceof GanspecError) throw error;
    // Of a getter or a proxy.
    const message = `the spec cannot be read: ${messageOf(error)}`;
    throw specError([errorAt(placeOfFile(file), 'GAN117', message)]);
  }
}

/** The name of the object in messages, and the number of values checked so far: one object may stand in many places. */
interface Progress {
  readonly file: string;
  values: number;
}

function check(value: unknown, path: Path, progress: Progress): void {
  const { file } = progress;
  progress.values += 1;
  if (progress.values > maxValues) throw specError([tooManyValues(placeOfFile(file))]);
  const refuse = (code: string, message: string): never => {
    const where = path.length === 0 ? 'the spec' : path.join('.');
    const extra = { pointer: pointerTo(path) };
    throw specError([errorAt(placeOfFile(file), code, `${where} ${message}`, extra)]);
  };
  if (path.length > maxDepth) {
    refuse('GAN107', `is nested more than ${maxDepth} deep, or contains itself`);
  }
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) refuse('GAN105', `is ${value}, which JSON cannot hold`);
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => {
      check(item, [...path, index], progress);
    });
  } else if (isObject(value) && isPlain(value)) {
    for (const [key, item] of Object.entries(value)) {
      if (item !== undefined) check(item, [...path, key], progress);
    }
  } else {
    refuse('GAN117', `is ${kindOf(value)}, which JSON cannot hold`);
  }
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function kindOf(value: unknown): string {
  if (typeof value === 'object' && value !== null) {
    return `an object of class ${value.constructor.name}`;
  }
  return value === undefined ? 'undefined' : `a ${typeof value}`;
}
