import { InvalidArgumentError } from 'commander';

/** Parses an option that is a number above 0. @throws InvalidArgumentError for anything else */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value > 0) return value;
  throw new InvalidArgumentError('It must be a number above 0.');
}
