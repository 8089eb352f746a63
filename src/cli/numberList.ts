import { InvalidArgumentError } from 'commander';

/** Parses an option of comma-separated numbers, as in `1.5,-0.2`. @throws InvalidArgumentError for anything else. */
export function numberList(text: string): readonly number[] {
  const parts = text.split(',').map((part) => part.trim());
  const numbers = parts.map(Number);
  if (parts.every((part) => part !== '') && numbers.every(Number.isFinite)) return numbers;
  throw new InvalidArgumentError('It must be numbers with commas between them, such as 1.5,-0.2.');
}
