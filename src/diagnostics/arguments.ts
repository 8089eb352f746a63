/** Checks of the arguments of public functions, which callers in JavaScript may give in any type. */
import { exitCodes, GanspecError } from './errors.js';

/** Refuses values that an argument cannot have. @param name The argument, as in `seed of sample`. @throws GanspecError GAN540 */
export type ArgumentCheck = (name: string, value: unknown) => void;

/** A check that names what the argument must be. @param what In words, as in `true or false`. */
export function argumentMustBe(what: string, holds: (value: unknown) => boolean): ArgumentCheck {
  return (name, value) => {
    if (!holds(value)) throw wrongArgument(`${name} must be ${what}, not ${inWords(value)}`);
  };
}

/** True for an object whose keys have values that fulfil these conditions. */
export function hasKeys(
  value: unknown,
  keys: Readonly<Record<string, (value: unknown) => boolean>>,
): boolean {
  return (
    hasNamedValues(value) &&
    Object.entries(keys).every(([key, holds]) => holds(Reflect.get(value, key)))
  );
}

/** A whole number from a bound on. */
export function wholeNumberArgument(min: number): ArgumentCheck {
  return argumentMustBe(
    `a whole number from ${min} on`,
    (value) => Number.isSafeInteger(value) && Number(value) >= min,
  );
}

/** Threads of a kernel: more would take the memory of the machine, and make nothing faster. */
const maxThreads = 1024;

export const threadsArgument = argumentMustBe(
  `a whole number from 1 to ${maxThreads}`,
  (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= maxThreads,
);

export const isString = (value: unknown): boolean => typeof value === 'string';
export const isNumber = (value: unknown): boolean => typeof value === 'number';

export const textArgument = argumentMustBe('a text', isString);
export const texts = argumentMustBe(
  'a list of texts',
  (value) => Array.isArray(value) && value.every(isString),
);
/** A path, which an empty text is not: it would mean the folder in which the program runs. */
export const pathArgument = argumentMustBe(
  'a path that is not empty',
  (value) => isString(value) && value !== '',
);
export const list = argumentMustBe('a list', Array.isArray);

const isDiagnostic = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'code' in value && 'place' in value;

export const diagnostic = argumentMustBe('a diagnostic', isDiagnostic);
export const diagnostics = argumentMustBe(
  'a list of diagnostics',
  (value) => Array.isArray(value) && value.every(isDiagnostic),
);

export const flag = argumentMustBe('true or false', (value) => typeof value === 'boolean');
export const numberArgument = argumentMustBe('a finite number', Number.isFinite);
export const signal = argumentMustBe(
  'an AbortSignal',
  (value) => typeof value === 'object' && value !== null && 'aborted' in value,
);

/** Accepts null besides. */
export function orNull(check: ArgumentCheck): ArgumentCheck {
  return (name, value) => {
    if (value !== null) check(name, value);
  };
}

/**
 * Refuses options that a function does not take, and values that they cannot have.
 * @param caller The function, as in `gan.train`.
 * @param known Its options.
 * @throws GanspecError GAN540
 */
export function checkOptions(
  caller: string,
  options: unknown,
  known: Readonly<Record<string, ArgumentCheck>>,
): void {
  if (!hasNamedValues(options)) {
    throw wrongArgument(`${caller} takes its options as an object, not ${inWords(options)}`);
  }
  const names = Object.keys(known);
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(known, name)) {
      const hint =
        names.length === 0 ? 'It takes no options.' : `Its options are ${names.join(', ')}.`;
      throw wrongArgument(`${caller} has no option "${name}"`, hint);
    }
    if (value !== undefined) known[name]?.(`${name} of ${caller}`, value);
  }
}

/** False for lists, maps and other objects of the language, whose contents are no properties. */
export function hasNamedValues(value: unknown): value is object {
  return Object.prototype.toString.call(value) === '[object Object]';
}

/** The error of an argument that a function does not take. */
export function wrongArgument(message: string, hint?: string): GanspecError {
  return new GanspecError('GAN540', exitCodes.usage, message, hint);
}

/** A value as messages name it. */
export function inWords(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  if (typeof value === 'object' && value !== null) {
    // As in `[object Map]`.
    const kind = Object.prototype.toString.call(value).slice(8, -1);
    return kind === 'Object' ? 'an object' : `an object of type ${kind}`;
  }
  return typeof value === 'function' ? 'a function' : String(value);
}
