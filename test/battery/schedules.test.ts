import { describe, expect, it } from 'vitest';
import { examplesOf } from './support/examples.js';

describe.each(examplesOf('schedule'))('schedule $title', ({ entry, config }) => {
  it('stands still in the end', () => {
    const valueAt = entry.make(config);
    expect(valueAt(1e9)).toBe(valueAt(1e9 + 12_345));
  });
});
