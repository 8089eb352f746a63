import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newRunFolder } from '../../src/cli/newRunFolder.js';

const now = new Date('2026-01-31T23:59:58.765Z');

it('makes a run folder named by its time in UTC, and numbers those of the same second', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ganspec-'));
  try {
    const runs = join(folder, 'runs');
    const first = newRunFolder('ring', { runs, now });
    expect(first).toBe(join(runs, 'ring', '20260131-235958'));
    expect(existsSync(first)).toBe(true);
    expect(newRunFolder('ring', { runs, now })).toBe(`${first}-2`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
