import { expect, it, vi } from 'vitest';
import { reportError } from '../../src/cli/reportError.js';
import { GanspecError, exitCodes } from '../../src/index.js';

async function stderrOf(error: unknown): Promise<string> {
  let text = '';
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((part) => {
    text += String(part);
    return true;
  });
  await reportError(error);
  spy.mockRestore();
  return text;
}

it('makes control characters of a message visible and keeps its lines', async () => {
  const error = new GanspecError(
    'GAN413',
    exitCodes.data,
    't\u001b[31m.csv: has no column "a"\n  and none "c"',
    'Its columns are "\u0007b".',
  );
  expect(await stderrOf(error)).toBe(
    'error GAN413: t\\x1b[31m.csv: has no column "a"\n  and none "c"\n  hint: Its columns are "\\x07b".\n',
  );
});

it('keeps the lines of a stack', async () => {
  const error = new TypeError('odd \u001b');
  error.stack = 'TypeError: odd \u001b\n    at here';
  expect(await stderrOf(error)).toBe(
    'TypeError: odd \\x1b\n    at here\nThis is a bug of ganspec: please report it with the spec and the lines above.\n',
  );
});

it.each([
  [
    'EMFILE',
    7,
    'error GAN707: EMFILE: too many open files\n  hint: Raise the limit (`ulimit -n 1024`).\n',
  ],
  ['EIO', 4, 'error GAN523: EIO: too many open files\n'],
])('gives an error %s of the operating system exit code %d', async (code, exitCode, text) => {
  const error = Object.assign(new Error(`${code}: too many open files`), { code, syscall: 'open' });
  expect(await stderrOf(error)).toBe(text);
  expect(await reportError(error)).toBe(exitCode);
});
