import { CommanderError } from 'commander';
import { describe, expect, it, vi } from 'vitest';
import { createProgram } from '../../src/cli/program.js';
import { tellError } from '../../src/cli/tellError.js';

/** What a command line says on standard error, and what it returns. */
async function run(...words: string[]): Promise<{ code: number; said: string }> {
  let said = '';
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  try {
    await createProgram().parseAsync(words, { from: 'user' });
    return { code: 0, said };
  } catch (error) {
    expect(error).toBeInstanceOf(CommanderError);
    return { code: await tellError(error), said };
  } finally {
    spy.mockRestore();
  }
}

describe('createProgram', () => {
  it.each([
    [['trian', 'ring'], "error: unknown command 'trian'\n(Did you mean train?)\n"],
    [['train', 'ring', '--step', '3'], "error: unknown option '--step'\n(Did you mean --steps?)\n"],
    [['train'], "error: missing required argument 'spec'\n"],
    [
      ['train', 'ring', '--steps', 'many'],
      "error: option '--steps <n>' argument 'many' is invalid. It must be a whole number from 1 on.\n",
    ],
    [
      ['train', 'ring', '--seed=-1'],
      "error: option '--seed <n>' argument '-1' is invalid. It must be a whole number from 0 on.\n",
    ],
    [
      ['train', 'ring', '--engine', 'cuda'],
      "error: option '--engine <engine>' argument 'cuda' is invalid. Allowed choices are auto, onnx, tfjs.\n",
    ],
    [
      ['explain', 'ring', '--stage', 'ast'],
      "error: option '--stage <stage>' argument 'ast' is invalid. Allowed choices are summary, normalized, resolved, graph, passes, onnx.\n",
    ],
  ])('refuses %j as wrong usage', async (words, said) => {
    expect(await run(...words)).toEqual({ code: 2, said });
  });

  it('shows its help where no command is given', async () => {
    const { code, said } = await run();
    expect(code).toBe(2);
    expect(said).toContain('Usage: ganspec [options] [command]\n');
  });
});
