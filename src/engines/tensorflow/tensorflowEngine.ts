/** The engine on TensorFlow's own library: each graph is one function of TensorFlow, on the CPU or a GPU. */
import type { KernelGraph } from '../../ir/kernelGraph.js';
import type { Engine, EngineOptions, EngineSession } from '../engine.js';
import { TensorFlowContext } from './context.js';
import { filesOf, findLibrary } from './library/findLibrary.js';
import { inspectLibrary } from './library/inspectLibrary.js';
import { loadLibrary } from './library/loadLibrary.js';
import { quietLog } from './quietLog.js';
import { TensorFlowSession } from './tensorflowSession.js';

/**
 * The engine on the library that is found on this machine.
 * @throws GanspecError (GAN524) where there is none, or where it cannot be used.
 */
export function tensorflowEngine(): Engine {
  const { path } = findLibrary();
  for (const file of filesOf(path)) inspectLibrary(file);
  quietLog();
  const api = loadLibrary(path);
  return {
    prepare: (graphs: readonly KernelGraph[], { threads }: EngineOptions = {}) =>
      new Promise<EngineSession>((resolve) => {
        resolve(new TensorFlowSession(graphs, () => new TensorFlowContext(api, threads)));
      }),
  };
}
