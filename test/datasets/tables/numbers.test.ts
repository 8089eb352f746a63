import { describe, expect, it } from 'vitest';
import { numberColumn } from '../../../src/datasets/tables/numberColumn.js';
import { readNumber, writeNumber } from '../../../src/datasets/tables/numbers.js';

describe('a number', () => {
  it.each([
    ['$1,234.50', 1234.5],
    ['-$5', -5],
    ['$-5', -5],
    ['(5.00)', -5],
    ['($1,000)', -1000],
    ['\u22125', -5],
    ['+1e3', 1000],
    ['1.5E-2', 0.015],
    ['.5', 0.5],
    ['5.', 5],
    ['1 234 567', 1234567],
    ['1\u202f234', 1234],
    ["1'234.5", 1234.5],
    ['12.5%', 12.5],
    ['12 kg', 12],
    ['5 €', 5],
    ['USD 5', 5],
    ['R$5.25', 5.25],
  ])('is read from %s', (field, value) => {
    expect(readNumber(field, '.')?.value).toBe(value);
  });

  it.each([
    ['1.234,50', 1234.5],
    ['1 234,5', 1234.5],
    ['1,5', 1.5],
    ['€ 2.000', 2000],
  ])('is read from %s with a decimal comma', (field, value) => {
    expect(readNumber(field, ',')?.value).toBe(value);
  });

  it.each([
    '',
    'x',
    '$',
    '-',
    '1,23',
    '12,34',
    '1,2345',
    '(5',
    '5)',
    '(-5)',
    '--5',
    '0x10',
    '1e309',
    '1.2.3',
    'A1',
    '12:30',
    '2020-01-31',
    '$5 5',
  ])('is not read from %j', (field) => {
    expect(readNumber(field, '.')).toBeUndefined();
  });

  it('has fewer digits than doubles lose', () => {
    expect(readNumber('123456789012345', '.')?.value).toBe(123456789012345);
    expect(readNumber('1234567890123456', '.')).toBeUndefined();
    expect(readNumber('0.1234567890123456', '.')?.value).toBe(0.1234567890123456);
  });
});

it.each([
  ['$1,234.50', 1234.5, '.'],
  ['-$0.25', -0.25, '.'],
  ['($12.00)', -12, '.'],
  ['1.234.567,8 €', 1234567.8, ','],
  ['12.5%', 12.5, '.'],
  ['1 000 kg', 1000, '.'],
] as const)('%s is written as it was read', (field, value, decimal) => {
  const { format } = numberColumn([field], decimal);
  expect(writeNumber(value, format)).toBe(field);
});

it('a number that rounds to zero has no sign', () => {
  const { format } = numberColumn(['$1.50'], '.');
  expect(writeNumber(-0.001, format)).toBe('$0.00');
});

describe('a column of numbers', () => {
  it('has one currency or percent sign, that of most fields', () => {
    const { count, values, format } = numberColumn(['$5', '$6', '7', '€8'], '.');
    expect(count).toBe(2);
    expect([...values]).toEqual([5, 6, NaN, NaN]);
    expect(format.prefix).toBe('$');
  });

  it('has a unit of letters only if all fields have it', () => {
    expect(numberColumn(['5 kg', '6 kg', '7.5 kg'], '.').count).toBe(3);
    expect(numberColumn(['5 kg', '6 kg', '700 g'], '.').count).toBe(0);
    expect(numberColumn(['1st', '2nd', '3rd', '4th', '5th'], '.').count).toBe(0);
  });
});
