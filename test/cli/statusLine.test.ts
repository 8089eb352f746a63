import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StatusLine } from '../../src/cli/statusLine.js';

const clear = '\r\u001b[K';
let written: string[] = [];
const terminal = {
  columns: 11,
  write: (text: string): void => {
    written.push(text);
  },
};

beforeEach(() => {
  written = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('StatusLine', () => {
  it('draws at most ten times a second, and the latest text last', () => {
    const status = new StatusLine(terminal);
    for (let step = 1; step <= 50; step += 1) {
      status.show(`step ${step}`);
      vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(100);
    // Half a second: at once, then after each tenth of a second.
    expect(written).toEqual(
      ['step 1', 'step 10', 'step 20', 'step 30', 'step 40', 'step 50'].map((text) => clear + text),
    );
  });

  it('cuts text that would wrap', () => {
    new StatusLine(terminal).show('0123456789abc');
    expect(written).toEqual([`${clear}0123456789`]);
  });

  it('takes a terminal of 0 columns for one of 80', () => {
    new StatusLine({ ...terminal, columns: 0 }).show('a'.repeat(99));
    expect(written).toEqual([clear + 'a'.repeat(79)]);
  });

  it('prints permanent lines above itself and clears itself', () => {
    const status = new StatusLine(terminal);
    status.show('busy');
    status.leave('a line');
    status.show('more');
    status.clear();
    vi.advanceTimersByTime(1000);
    expect(written).toEqual([`${clear}busy`, `${clear}a line\n`, `${clear}busy`, clear]);
  });
});
