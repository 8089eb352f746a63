/** The Python in which exported projects run: that of `GANSPEC_TEST_PYTHON`, or python3. */
import { spawnSync } from 'node:child_process';

export const python = process.env['GANSPEC_TEST_PYTHON'] ?? 'python3';

const { status } = spawnSync(python, ['-c', 'import torch, numpy, safetensors, tensorboard']);

/** Undefined where it has what a project needs, else the reason to skip a test. */
export const lacksTorch =
  status === 0 ? undefined : `${python} has no torch, numpy, safetensors and tensorboard`;

/** What a script prints. @throws Error with its messages where it fails. */
export function runPython(
  args: readonly string[],
  cwd?: string,
  variables: Readonly<Record<string, string>> = {},
): string {
  const {
    status: code,
    stdout,
    stderr,
  } = spawnSync(python, args, {
    encoding: 'utf8',
    env: { ...process.env, OMP_NUM_THREADS: '1', PYTHONDONTWRITEBYTECODE: '1', ...variables },
    ...(cwd !== undefined && { cwd }),
  });
  if (code !== 0) throw new Error(stderr);
  return stdout;
}
