import { expect, it, vi } from 'vitest';
import { decodingProgress } from '../../src/cli/decodingProgress.js';

it('a terminal shows the count of decoded files, drawn anew ten times a second at most, and none at the end', () => {
  vi.useFakeTimers();
  const parts: string[] = [];
  const write = (part: string): number => parts.push(part);
  const report = decodingProgress({ isTTY: true, columns: 80, write });
  report?.(16, 2000);
  report?.(32, 2000);
  report?.(1984, 2000);
  vi.advanceTimersByTime(1000);
  report?.(2000, 2000);
  vi.useRealTimers();
  expect(parts).toEqual([
    '\r\u001b[Kdecoding files: 16/2,000',
    '\r\u001b[Kdecoding files: 1,984/2,000',
    '\r\u001b[K',
  ]);
});

it('other streams get no count', () => {
  expect(decodingProgress({ write: () => true })).toBeUndefined();
});
