import type * as Fs from 'node:fs';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { makeFolder } from '../../src/makeFolder.js';

/** A disk that is read-only below `read-only`, with the error that Node gives for folders made at once with those above. */
vi.mock('node:fs', async (load) => {
  const fs = await load<typeof Fs>();
  const mkdirSync = (path: string, options?: { readonly recursive?: boolean }): unknown => {
    if (!/\/read-only(\/|$)/.test(path)) return fs.mkdirSync(path, options);
    const code = options?.recursive === true ? 'ENOENT' : 'EROFS';
    throw Object.assign(new Error(code), { code });
  };
  return { ...fs, mkdirSync };
});

it('makes a folder with those above it', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'ganspec-make-')), 'a/b');
  makeFolder(path);
  makeFolder(path);
  expect(existsSync(path)).toBe(true);
});

it('gives the error of a read-only disk', () => {
  expect(() => {
    makeFolder(join(tmpdir(), 'read-only/x/y'));
  }).toThrow(expect.objectContaining({ code: 'EROFS' }));
});
