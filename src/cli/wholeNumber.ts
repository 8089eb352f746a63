import { InvalidArgumentError } from 'commander';

/** A parser of options that are whole numbers. @throws InvalidArgumentError for anything but a whole number of at least `minimum` */
export function wholeNumber(minimum: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= minimum) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${minimum} on.`);
  };
}
