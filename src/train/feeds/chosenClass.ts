/** The class that samples are asked of, by its name or its index. */
import { argumentMustBe } from '../../diagnostics/arguments.js';
import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import type { SampleClass } from '../../entries/dataset.js';
import { namesInWords, nearest } from '../../language/nearest.js';

export const isLabel = argumentMustBe('the name of a class or its index', (value) =>
  ['number', 'string'].includes(typeof value),
);

/** Classes of a GAN. */
export interface GanClasses {
  readonly count: number;
  /** Absent where classes have numbers only. */
  readonly list: readonly SampleClass[] | undefined;
}

/**
 * Index of a class. A word is its name; one that is a number may also be its index, unless classes are named by numbers.
 * @throws GanspecError GAN514 for a class that the GAN does not have.
 */
export function chosenClass(wanted: number | string, { count, list }: GanClasses): number {
  const names = list?.map(({ name }) => name) ?? [];
  const named = typeof wanted === 'string' ? names.indexOf(wanted) : -1;
  if (named >= 0) return named;
  const isIndex = typeof wanted === 'number' || (isWhole(wanted) && !names.some(isWhole));
  const index = isIndex ? Number(wanted) : -1;
  if (Number.isInteger(index) && index >= 0 && index < count) return index;
  throw noSuchClass(wanted, count, names);
}

function isWhole(text: string): boolean {
  return /^\d+$/.test(text);
}

function noSuchClass(wanted: number | string, count: number, names: readonly string[]): Error {
  const word = typeof wanted === 'number' || isWhole(wanted) ? wanted : JSON.stringify(wanted);
  if (count === 0) {
    const message = `class ${word} was asked for, but this GAN has no classes`;
    return new GanspecError('GAN514', exitCodes.usage, message, 'Leave the class out.');
  }
  const isNamed = names.length > 0 && typeof wanted === 'string';
  const classes = isNamed ? namesInWords(names) : `0 to ${count - 1}`;
  const near = isNamed ? nearest(wanted, names) : undefined;
  return new GanspecError(
    'GAN514',
    exitCodes.usage,
    `there is no class ${word}: the classes are ${classes}`,
    near === undefined ? 'Ask for one of these.' : `Did you mean "${near}"?`,
  );
}
