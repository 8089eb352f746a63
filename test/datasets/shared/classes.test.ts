import { describe, expect, it } from 'vitest';
import { classesOf } from '../../../src/datasets/shared/classes.js';
import { naturalOrder } from '../../../src/datasets/shared/naturalOrder.js';

describe('classes', () => {
  it('are the labels that occur: 1 to 26 are 26, 0 and 1000 are two', () => {
    const letters = classesOf(Array.from({ length: 52 }, (_, i) => 1 + (i % 26)));
    expect(letters.list).toHaveLength(26);
    expect(letters.list[0]).toEqual({ name: '1', count: 2 });
    expect(letters.indices.get(26)).toBe(25);
    const { list } = classesOf([1000, 0, 1000]);
    expect(list).toEqual([
      { name: '0', count: 1 },
      { name: '1000', count: 2 },
    ]);
  });

  it('may be given, with names, and are then kept without samples', () => {
    const names = (label: number): string => ['cat', 'dog', 'bird'][label] ?? '';
    expect(classesOf([2, 2], { all: [0, 2], names }).list).toEqual([
      { name: 'cat', count: 0 },
      { name: 'bird', count: 2 },
    ]);
  });
});

it.each([
  [
    ['10', '2', '1', '0'],
    ['0', '1', '2', '10'],
  ],
  [
    ['c10', 'c2', 'C3', 'c'],
    ['C3', 'c', 'c2', 'c10'],
  ],
  [
    ['1', '01', '001', '2'],
    ['001', '01', '1', '2'],
  ],
  [
    ['a1b10', 'a1b9', 'a01b1'],
    ['a01b1', 'a1b9', 'a1b10'],
  ],
  // Beyond the numbers that doubles tell apart.
  [
    ['90071992547409931', '90071992547409930'],
    ['90071992547409930', '90071992547409931'],
  ],
])('sorts %j in natural order', (names, sorted) => {
  expect([...names].sort(naturalOrder)).toEqual(sorted);
});
