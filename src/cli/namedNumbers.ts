import { InvalidArgumentError } from 'commander';
import { numberList } from './numberList.js';

/** Parses an option such as `k=0.3,mean=2`, which may be given several times. @throws InvalidArgumentError for anything else. */
export function namedNumbers(
  text: string,
  before: Readonly<Record<string, number>> = {},
): Readonly<Record<string, number>> {
  const pairs = text.split(',').map((part): [string, number] => {
    const [, name, value] = /^\s*(\w+)\s*=(.+)$/.exec(part) ?? [];
    if (name === undefined || value === undefined) {
      throw new InvalidArgumentError('It must be numbers by name, such as k=0.3.');
    }
    return [name, numberList(value)[0] ?? NaN];
  });
  return { ...before, ...Object.fromEntries(pairs) };
}
