import { expect, it } from 'vitest';
import { blanked, visible, visibleLines } from '../../src/diagnostics/visible.js';

const odd = 'a\u001b[31m\u0000\tb\n\u007f\u009b\u2028\u202e é';

it('a line shows control characters by their numbers, line feeds among them', () => {
  expect(visible(odd)).toBe('a\\x1b[31m\\x00\\x09b\\x0a\\x7f\\x9b\\u2028\\u202e é');
});

it('lines keep their ends, but no others', () => {
  expect(visibleLines('a\u001b\nb\r\n')).toBe('a\\x1b\nb\\x0d\n');
});

it('blanks stand for one character each', () => {
  expect(blanked(odd)).toBe('a [31m  b      é');
  expect(blanked(odd)).toHaveLength(odd.length);
});
