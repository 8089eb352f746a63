/** Values of any length in messages. */
import { expect, it } from 'vitest';
import { createCompiler, diagnosticToJson, exitCodes, GanspecError } from '../../src/index.js';
import { runInProcess } from '../cli/runInProcess.js';

const long = 'a'.repeat(100_000);
/** Most characters of a message that quotes one value. */
const most = 2100;

it('errors quote the beginning and the end of long values, in each line', () => {
  const { message, hint } = new GanspecError('GAN100', exitCodes.usage, `x\n${long}`, long);
  expect(message.split('\n').map(({ length }) => length)).toEqual([1, 2003]);
  expect(hint).toHaveLength(2003);
});

it.each([
  ['a type', { extends: 'ring', loss: { type: long } }],
  ['a bare name', { extends: 'ring', generator: { layers: [long] } }],
  ['a key', { extends: 'ring', [long]: 1 }],
  ['a base', { extends: long }],
])('diagnostics quote a part of %s', (_what, spec) => {
  const { diagnostics } = createCompiler().check(spec as object);
  expect(diagnostics.length).toBeGreaterThan(0);
  for (const diagnostic of diagnostics) {
    const { message, hint = '', pointer } = diagnosticToJson(diagnostic);
    for (const text of [message, hint, pointer]) expect(text.length).toBeLessThan(most);
  }
});

it.each([
  [['validate', long]],
  [['resume', long]],
  [['validate', 'ring', '--plugin', long]],
  [['validate', 'ring', '--data-dir', long]],
  [['train', 'ring', '--engine', long]],
  [['show', long]],
])('errors of commands quote a part of their arguments (%#)', async (words) => {
  const { stderr } = await runInProcess(words, 'none');
  expect(stderr).toContain('aaa');
  expect(stderr.length).toBeLessThan(2 * most);
});
