import { CommanderError } from 'commander';
import { describe, expect, it, vi } from 'vitest';
import { createProgram } from '../../src/cli/program.js';
import { reportError } from '../../src/cli/reportError.js';
import { engineList } from '../../src/engines/list.js';

const engines = engineList
  .map(({ name }) => name)
  .filter((name) => !name.includes(':'))
  .join(', ');

/** Standard error and exit code of a command line. */
async function run(...words: string[]): Promise<{ code: number; stderr: string }> {
  let stderr = '';
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    stderr += String(text);
    return true;
  });
  try {
    await createProgram().parseAsync(words, { from: 'user' });
    return { code: 0, stderr };
  } catch (error) {
    expect(error).toBeInstanceOf(CommanderError);
    return { code: await reportError(error), stderr };
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
      `error: option '--engine <engine>' argument 'cuda' is invalid. Allowed choices are auto, ${engines}.\n`,
    ],
    [
      ['train', 'ring', '--provider', 'vulkan'],
      "error: option '--provider <provider>' argument 'vulkan' is invalid. Allowed choices are cpu, webgpu, cuda.\n",
    ],
    [
      ['train', 'ring', '--engine', 'tfjs', '--provider', 'cpu'],
      'error: --provider belongs to --engine onnx, and the engine is tfjs\n',
    ],
    [
      ['explain', 'ring', '--stage', 'ast'],
      "error: option '--stage <stage>' argument 'ast' is invalid. Allowed choices are summary, data, costs, normalized, resolved, graph, passes, onnx.\n",
    ],
  ])('refuses %j as wrong usage', async (words, stderr) => {
    expect(await run(...words)).toEqual({ code: 2, stderr });
  });

  it('prints its help without a command', async () => {
    const { code, stderr } = await run();
    expect(code).toBe(2);
    expect(stderr).toContain('Usage: ganspec [options] [command]\n');
  });
});

it.each([
  ['/dev/null', 'this is no folder'],
  ['/nowhere', 'there is no such folder'],
])('refuses --data-dir %s, in which no data can lie', async (path, reason) => {
  const parsing = createProgram().parseAsync(['validate', 'ring', '--data-dir', path], {
    from: 'user',
  });
  await expect(parsing).rejects.toMatchObject({
    code: 'GAN401',
    exitCode: 4,
    message: `the data folder ${path}: ${reason}`,
    hint: 'Name the folder that the data lie in, or leave --data-dir (option dataDir) out.',
  });
});
