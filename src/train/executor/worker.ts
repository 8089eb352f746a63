/** The training thread: chooses and loads the engine, then runs an executor on it; one call at a time. */
import { parentPort } from 'node:worker_threads';
import { InternalError } from '../../diagnostics/errors.js';
import { chooseEngine, type EngineChoice } from '../../engines/choose.js';
import type { Engine } from '../../engines/engine.js';
import { createExecutor, type Executor } from './executor.js';
import { sendError, type Call, type Request, type Response } from './protocol.js';

const port = parentPort;
if (!port) throw new InternalError('the training thread was started as a program');

let engine: Engine | undefined;
let executor: Executor | undefined;

async function answer(call: Call): Promise<unknown> {
  if (call.method === 'choose') {
    const { engine: loaded, ...choice } = await chooseEngine(call.engine);
    engine = loaded;
    return choice satisfies EngineChoice;
  }
  if (call.method === 'prepare') {
    if (!engine) throw new InternalError('the training thread was asked to prepare first');
    executor = await createExecutor(call.program, engine, call.seed, call.options);
    return null;
  }
  if (call.method === 'dispose') {
    await executor?.dispose();
    return null;
  }
  if (!executor) throw new InternalError(`the training thread was asked to ${call.method} first`);
  switch (call.method) {
    case 'run':
      return executor.run(call.graph, call.run, call.feeds);
    case 'readState':
      return executor.readState();
    case 'writeState':
      return executor.writeState(call.state);
  }
}

async function respond({ id, call }: Request): Promise<Response> {
  try {
    return { id, value: await answer(call) };
  } catch (error) {
    return { id, error: sendError(error) };
  }
}

let queue = Promise.resolve();
port.on('message', (request: Request) => {
  queue = queue.then(async () => {
    port.postMessage(await respond(request));
  });
});
