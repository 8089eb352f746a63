/** The training thread: chooses and loads the engine, then runs an executor on it; one call at a time. */
import { parentPort } from 'node:worker_threads';
import { InternalError } from '../../diagnostics/errors.js';
import { chooseEngine, type EngineChoice } from '../../engines/choose.js';
import type { Engine } from '../../engines/engine.js';
import { createExecutor, type Executor } from './executor.js';
import { handOver } from './handOver.js';
import { sendError, type Call, type Request, type Response, type RunAnswer } from './protocol.js';

const port = parentPort;
if (!port) throw new InternalError('the training thread was started as a program');

let engine: Engine | undefined;
let executor: Executor | undefined;

/** An answer, and the memory that moves to the host thread with it. */
interface Answer {
  readonly value: unknown;
  readonly memory?: readonly ArrayBuffer[];
}

async function answer(call: Call): Promise<Answer> {
  if (call.method === 'choose') {
    const { engine: loaded, ...choice } = await chooseEngine(call.engine);
    engine = loaded;
    return { value: choice satisfies EngineChoice };
  }
  if (call.method === 'prepare') {
    if (!engine) throw new InternalError('the training thread was asked to prepare first');
    executor = await createExecutor(call.program, engine, call.seed, call.options);
    return { value: null };
  }
  if (call.method === 'dispose') {
    await executor?.dispose();
    return { value: null };
  }
  if (!executor) throw new InternalError(`the training thread was asked to ${call.method} first`);
  switch (call.method) {
    case 'run': {
      const { results, timings } = await executor.run(call.graph, call.run, call.feeds);
      const { tensors, memory } = handOver(results);
      const { fallBack } = executor;
      const value: RunAnswer = { results: tensors, timings, ...(fallBack && { fallBack }) };
      return { value, memory };
    }
    case 'examine':
      return { value: await executor.examine(call.graph, call.run, call.feeds) };
    case 'readState': {
      const { tensors, memory } = handOver(await executor.readState());
      return { value: tensors, memory };
    }
    case 'writeState':
      await executor.writeState(call.state);
      return { value: null };
  }
}

async function respond({ id, call }: Request): Promise<void> {
  let response: Response;
  let memory: readonly ArrayBuffer[] = [];
  try {
    const given = await answer(call);
    response = { id, value: given.value };
    memory = given.memory ?? [];
  } catch (error) {
    response = { id, error: sendError(error) };
  }
  port?.postMessage(response, memory);
}

let queue = Promise.resolve();
port.on('message', (request: Request) => {
  queue = queue.then(() => respond(request));
});
port.on('messageerror', (error: Error) => {
  // Whose call it was is not known: the end of the thread answers all.
  throw error;
});
