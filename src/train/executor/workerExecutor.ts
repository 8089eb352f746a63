/** An executor in a thread of its own, so that the calling thread stays responsive while kernels run. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  exitCodes,
  GanspecError,
  InternalError,
  messageOf,
  systemCodeOf,
} from '../../diagnostics/errors.js';
import type { EngineChoice } from '../../engines/choose.js';
import type { EngineOptions, FallBack } from '../../engines/engine.js';
import { beforeThreads, type EngineRequest } from '../../engines/list.js';
import { disableTelemetry } from '../../engines/telemetry.js';
import { freeAddressSpace, threadSpace } from '../../machineMemory.js';
import type { TensorMap } from '../../ir/tensorType.js';
import { packageFolder } from '../../packageFolder.js';
import type { Program } from '../../program/program.js';
import type { Executor } from './executor.js';
import type { NotFinite } from './firstNotFinite.js';
import { handOver } from './handOver.js';
import { receiveError, type Call, type Response, type RunAnswer } from './protocol.js';

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Calls methods of the executor in the worker; when the worker dies, calls under way fail, and so do later ones. */
class Remote {
  readonly #worker = startThread();
  readonly #pending = new Map<number, Pending>();
  #nextId = 0;
  #stopped: Error | undefined;

  constructor() {
    this.#worker.on('message', (response: Response) => {
      const pending = this.#pending.get(response.id);
      this.#pending.delete(response.id);
      if ('error' in response) pending?.reject(receiveError(response.error));
      else pending?.resolve(response.value);
    });
    this.#worker.on('error', (error: unknown) => {
      this.#stop(isHeapFull(error) ? heapFull() : stopped(messageOf(error)));
    });
    this.#worker.on('exit', (code) => {
      this.#stop(stopped(`it ended with code ${code}`));
    });
  }

  /** @param memory Moves to the thread with the call. */
  call(call: Call, memory: readonly ArrayBuffer[] = []): Promise<unknown> {
    if (this.#stopped) return Promise.reject(this.#stopped);
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#worker.postMessage({ id, call }, memory);
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

  /** An error is followed by the thread's exit: the first reason is the one to report. */
  #stop(reason: Error): void {
    this.#stopped ??= reason;
    for (const { reject } of this.#pending.values()) reject(this.#stopped);
    this.#pending.clear();
  }
}

/** @throws GanspecError GAN705 where the system has no memory, or no thread, to spare. */
function startThread(): Worker {
  if (freeAddressSpace() < threadSpace) {
    throw noThread(
      'the training thread needs 640 MiB of address space, more than the limit leaves',
    );
  }
  try {
    return new Worker(join(packageFolder, 'dist/train/executor/worker.js'));
  } catch (error) {
    throw explainNoThread(error);
  }
}

/** The error of a thread that the operating system did not start; other errors unchanged. */
function explainNoThread(error: unknown): unknown {
  const told = `${systemCodeOf(error) ?? ''} ${messageOf(error)}`;
  return /EAGAIN|ENOMEM|ERR_WORKER_INIT_FAILED/.test(told)
    ? noThread('the operating system did not start the training thread')
    : error;
}

function noThread(reason: string): GanspecError {
  return new GanspecError(
    'GAN705',
    exitCodes.limit,
    `out of memory: ${reason}`,
    'raise the limit on memory (ulimit -v) or on threads (ulimit -u), or close other programs',
  );
}

function stopped(reason: string): InternalError {
  return new InternalError(`the training thread stopped: ${reason}`);
}

/** True for the error by which Node ends a thread whose JavaScript heap is full. */
function isHeapFull(error: unknown): boolean {
  return systemCodeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY';
}

function heapFull(): GanspecError {
  return new GanspecError(
    'GAN705',
    exitCodes.limit,
    'out of memory: the JavaScript heap of the training thread is full',
    'Raise it with NODE_OPTIONS=--max-old-space-size=8192 (MiB), or lower training.batchSize.',
  );
}

/** A thread that has loaded its engine. */
export interface TrainingThread {
  readonly engine: EngineChoice;
  /** An executor in the thread; its `dispose` ends the thread. */
  prepare(program: Program, seed: number, options?: EngineOptions): Promise<Executor>;
  /** Frees the engine, and ends the thread. */
  end(): Promise<void>;
}

/**
 * Starts a thread that chooses and loads an engine.
 * @throws GanspecError GAN522 where the engine, or every engine, does not load.
 */
export async function startTrainingThread(request?: EngineRequest): Promise<TrainingThread> {
  // The thread gets a copy of this environment, and cannot change that of the process.
  disableTelemetry();
  await beforeThreads(request);
  const remote = new Remote();
  try {
    // The worker answers each method with the type of protocol.ts: this cast and those below restate it.
    const engine = (await remote.call({ method: 'choose', engine: request })) as EngineChoice;
    return {
      engine,
      prepare: async (program, seed, options = {}) => {
        await remote.call({ method: 'prepare', program, seed, options });
        return executorOf(remote);
      },
      end: () => remote.end(),
    };
  } catch (error) {
    await remote.end();
    throw error;
  }
}

function executorOf(remote: Remote): Executor {
  let fallBack: FallBack | undefined;
  return {
    get fallBack() {
      return fallBack;
    },
    run: async (graph, run, feeds, spent) => {
      const { tensors, memory } = handOver(feeds, (name) => spent?.has(name) ?? false);
      const call: Call = { method: 'run', graph, run, feeds: tensors };
      const answer = (await remote.call(call, memory)) as RunAnswer;
      fallBack = answer.fallBack;
      return answer;
    },
    examine: async (graph, run, feeds) => {
      const { tensors, memory } = handOver(feeds, () => false);
      const call: Call = { method: 'examine', graph, run, feeds: tensors };
      return (await remote.call(call, memory)) as NotFinite | undefined;
    },
    readState: async () => (await remote.call({ method: 'readState' })) as TensorMap,
    writeState: async (state) => {
      const { tensors, memory } = handOver(state, () => false);
      await remote.call({ method: 'writeState', state: tensors }, memory);
    },
    dispose: () => remote.end(),
  };
}
