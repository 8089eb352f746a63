/** The engine on TensorFlow's own library: each graph is one function of TensorFlow, on the CPU or a GPU. */
import { dirname } from 'node:path';
import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import type { KernelGraph } from '../../ir/kernelGraph.js';
import type { Engine, EngineFacts, EngineOptions, EngineSession } from '../engine.js';
import { mayHaveGpu } from '../mayHaveGpu.js';
import { TensorFlowContext } from './context.js';
import type { CApi } from './library/cFunctions.js';
import { filesOf, findLibrary, type FoundLibrary } from './library/findLibrary.js';
import { inspectLibrary } from './library/inspectLibrary.js';
import { loadLibrary } from './library/loadLibrary.js';
import { quietLog } from './quietLog.js';
import { TensorFlowSession } from './tensorflowSession.js';

/**
 * The engine on the library that is found on this machine.
 * @throws GanspecError (GAN524) where there is none, or where it cannot be used.
 */
export function tensorflowEngine(): Engine & { readonly facts: EngineFacts } {
  const found = findLibrary();
  const { path, source } = found;
  for (const file of filesOf(path)) inspectLibrary(file);
  quietLog();
  const api = loadLibrary(path);
  const place = `in ${dirname(path)} (${source})`;
  return {
    facts: {
      library: 'TensorFlow',
      version: api.TF_Version(),
      place,
      device: deviceOf(api, found),
    },
    prepare: (graphs: readonly KernelGraph[], { threads }: EngineOptions = {}) =>
      new Promise<EngineSession>((resolve) => {
        resolve(new TensorFlowSession(graphs, () => new TensorFlowContext(api, threads)));
      }),
  };
}

/** The first context decides on the threads of all, so none is made where there is nothing to ask. */
function deviceOf(api: CApi, { isForGpus }: FoundLibrary): string {
  if (!isForGpus && !mayHaveGpu()) return 'CPU';
  const context = new TensorFlowContext(api);
  const { gpu } = context;
  context.dispose();
  if (gpu !== undefined) return 'GPU';
  return isForGpus ? 'CPU, since its build for GPUs finds no GPU' : 'CPU';
}

/** The reason why a GPU is not used. */
export function noGpu(): GanspecError {
  return new GanspecError(
    'GAN524',
    exitCodes.usage,
    "TensorFlow's library finds no GPU",
    'Install the build for GPUs with `ganspec engine install tensorflow --gpu`; it needs CUDA 12.5 and cuDNN 9.3.',
  );
}
