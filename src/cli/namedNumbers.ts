import { InvalidArgumentError } from 'commander';

/** Parses an option such as `k=0.3,mean=2`, which may be given several times. @throws InvalidArgumentError for anything else. */
export function namedNumbers(
  text: string,
  before: Readonly<Record<string, number>> = {},
): Readonly<Record<string, number>> {
  const pairs = text.split(',').map((part): [string, number] => {
    const [, name, value] = /^\s*(\w+)\s*=(.+)$/.exec(part) ?? [];
    const number = value === undefined || value.trim() === '' ? NaN : Number(value);
    if (name === undefined || !Number.isFinite(number)) {
      throw new InvalidArgumentError('It must be numbers by name, such as k=0.3.');
    }
    return [name, number];
  });
  return { ...before, ...Object.fromEntries(pairs) };
}
