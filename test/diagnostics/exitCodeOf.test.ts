import { expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { exitCodeOf } from '../../src/diagnostics/exitCodeOf.js';
import { placeOfFile } from '../../src/source/locate.js';

/** Diagnostics with these codes; GAN3xx codes are warnings. */
function diagnostics(codes: readonly string[]): readonly Diagnostic[] {
  return codes.map((code) => ({
    code,
    severity: code.startsWith('GAN3') ? 'warning' : 'error',
    message: '',
    pointer: '',
    place: placeOfFile('spec.json'),
  }));
}

it.each([
  [[], 0],
  [['GAN301'], 0],
  [['GAN301', 'GAN201'], 3],
  [['GAN201', 'GAN701'], 7],
  [['GAN301', 'GAN401'], 4],
  [['GAN214', 'GAN401'], 3],
  [['GAN408'], 3],
  [['GAN417'], 3],
])('%j is exit code %d', (codes, expected) => {
  expect(exitCodeOf(diagnostics(codes))).toBe(expected);
});
