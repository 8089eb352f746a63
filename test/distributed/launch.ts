/** Exported projects on several ranks of this machine. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { python } from '../export/pytorch/python.js';

export interface Launch {
  /** What rank 0 and torchrun have printed so far. */
  readonly printed: () => string;
  /** Of torchrun, whose children are the ranks. */
  readonly pid: number;
  /** The exit code. */
  readonly ended: Promise<number | null>;
}

/** Starts a script on some ranks, as torchrun does. */
export function launch(
  ranks: number,
  script: string,
  args: readonly string[] = [],
  options: readonly string[] = [],
): Launch {
  const torchrun = ['-m', 'torch.distributed.run', '--standalone', `--nproc-per-node=${ranks}`];
  const child = spawn(python, [...torchrun, ...options, script, ...args], {
    env: {
      ...process.env,
      OMP_NUM_THREADS: '1',
      PYTHONDONTWRITEBYTECODE: '1',
      // As in the project's files for Slurm and Kubernetes.
      TORCH_DISABLE_SHARE_RDZV_TCP_STORE: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => (printed += text.toString()));
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { printed: () => printed, pid: child.pid ?? 0, ended };
}

/** Waits for a launch to end well. @throws Error with what it printed where it does not. */
export async function finished(running: Launch): Promise<string> {
  const code = await running.ended;
  if (code !== 0) throw new Error(running.printed());
  return running.printed();
}

/** The processes that one has started. */
export function childrenOf(pid: number): readonly number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return text.trim().split(/\s+/).map(Number);
}

/** Waits until a checkpoint has been written. */
export async function checkpointOf(run: string, step: number, running: Launch): Promise<string> {
  const path = checkpointPath(run, step);
  while (!existsSync(path)) {
    const hasEnded = await Promise.race([running.ended.then(() => true), pause(20, false)]);
    if (hasEnded) throw new Error(running.printed());
  }
  return path;
}

/** Waits until a line has been printed. */
export async function printed(running: Launch, line: RegExp): Promise<RegExpExecArray> {
  for (;;) {
    const found = line.exec(running.printed());
    if (found) return found;
    const hasEnded = await Promise.race([running.ended.then(() => true), pause(20, false)]);
    if (hasEnded) throw new Error(running.printed());
  }
}

export function checkpointPath(run: string, step: number): string {
  return join(run, 'checkpoints', `step-${String(step).padStart(6, '0')}.safetensors`);
}
