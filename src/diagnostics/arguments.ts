/** Checks of the arguments of public methods, which callers in JavaScript may give in any type. */
import { exitCodes, GanspecError } from './errors.js';

/**
 * Refuses options that a method does not take.
 * @param caller The method, as in `gan.train`.
 * @param known Its options.
 * @throws GanspecError GAN540
 */
export function checkOptions(
  caller: string,
  options: unknown,
  known: Readonly<Record<string, true>>,
): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw wrongArgument(`${caller} takes its options as an object, not ${inWords(options)}`);
  }
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(known, name));
  if (unknown === undefined) return;
  const names = Object.keys(known);
  throw wrongArgument(
    `${caller} has no option "${unknown}"`,
    names.length === 0 ? 'It takes no options.' : `Its options are ${names.join(', ')}.`,
  );
}

/**
 * Refuses what is no whole number from a bound on.
 * @param name The argument, as in `count of run.sample`.
 * @throws GanspecError GAN540
 */
export function checkWholeNumber(name: string, value: unknown, min: number): void {
  if (Number.isSafeInteger(value) && Number(value) >= min) return;
  throw wrongArgument(`${name} must be a whole number from ${min} on, not ${inWords(value)}`);
}

/** The error of an argument that a method does not take. */
export function wrongArgument(message: string, hint?: string): GanspecError {
  return new GanspecError('GAN540', exitCodes.usage, message, hint);
}

/** A value as messages name it. */
export function inWords(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'function' ? 'a function' : String(value);
}
