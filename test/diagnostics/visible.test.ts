import { expect, it } from 'vitest';
import { blanked, visible, visibleLines } from '../../src/diagnostics/visible.js';

const odd = 'a\u001b[31m\u0000\tb\n\u007f\u009b\u2028\u202e é';

it('visible replaces control characters, line feeds included, by their numbers', () => {
  expect(visible(odd)).toBe('a\\x1b[31m\\x00\\x09b\\x0a\\x7f\\x9b\\u2028\\u202e é');
});

it('visibleLines keeps line feeds and replaces all other control characters', () => {
  expect(visibleLines('a\u001b\nb\r\n')).toBe('a\\x1b\nb\\x0d\n');
});

it('blanked replaces each control character by one space', () => {
  expect(blanked(odd)).toBe('a [31m  b      é');
  expect(blanked(odd)).toHaveLength(odd.length);
});
