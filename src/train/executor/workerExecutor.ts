/** An executor in a thread of its own, so that the calling thread stays responsive while kernels run. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { InternalError } from '../../diagnostics/errors.js';
import type { EngineName, EngineOptions } from '../../engines/engine.js';
import type { TensorMap } from '../../ir/tensorType.js';
import { packageFolder } from '../../packageFolder.js';
import type { Program } from '../../program/program.js';
import type { Executor, ExecutorResult } from './executor.js';
import { receiveError, type Call, type Response } from './protocol.js';

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Calls methods of the executor in the worker; when the worker dies, calls under way fail, and so do later ones. */
class Remote {
  readonly #worker = new Worker(join(packageFolder, 'dist/train/executor/worker.js'));
  readonly #pending = new Map<number, Pending>();
  #nextId = 0;
  #stopped: InternalError | undefined;

  constructor() {
    this.#worker.on('message', (response: Response) => {
      const pending = this.#pending.get(response.id);
      this.#pending.delete(response.id);
      if ('error' in response) pending?.reject(receiveError(response.error));
      else pending?.resolve(response.value);
    });
    this.#worker.on('error', (error: unknown) => {
      this.#stop(error instanceof Error ? error.message : String(error));
    });
    this.#worker.on('exit', (code) => {
      this.#stop(`it ended with code ${code}`);
    });
  }

  call(call: Call): Promise<unknown> {
    if (this.#stopped) return Promise.reject(this.#stopped);
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#worker.postMessage({ id, call });
    });
  }

  /** Lets the executor free what it holds, and ends the thread. */
  async end(): Promise<void> {
    try {
      if (!this.#stopped) await this.call({ method: 'dispose' });
    } finally {
      await this.#worker.terminate();
    }
  }

  /** An error is followed by the thread's exit: the first reason is the one to tell. */
  #stop(reason: string): void {
    this.#stopped ??= new InternalError(`the training thread stopped: ${reason}`);
    for (const { reject } of this.#pending.values()) reject(this.#stopped);
    this.#pending.clear();
  }
}

/** Starts a thread and prepares the program in it. */
export async function createWorkerExecutor(
  program: Program,
  engine: EngineName,
  seed: number,
  options: EngineOptions = {},
): Promise<Executor> {
  const remote = new Remote();
  try {
    await remote.call({ method: 'prepare', program, engine, seed, options });
  } catch (error) {
    await remote.end();
    throw error;
  }
  // The worker answers each method with what the local executor returns: the casts restate protocol.ts.
  return {
    run: async (graph, run, feeds) =>
      (await remote.call({ method: 'run', graph, run, feeds })) as ExecutorResult,
    readState: async () => (await remote.call({ method: 'readState' })) as TensorMap,
    writeState: async (state) => {
      await remote.call({ method: 'writeState', state });
    },
    dispose: () => remote.end(),
  };
}
