/** The engine on TensorFlow's own library: each graph is one function of TensorFlow, on the CPU or a GPU. */
import { dirname } from 'node:path';
import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import type { KernelGraph } from '../../ir/kernelGraph.js';
import type { Engine, EngineFacts, EngineOptions, EngineSession, FallBack } from '../engine.js';
import { mayHaveGpu } from '../mayHaveGpu.js';
import { TensorFlowContext } from './context.js';
import type { CApi } from './library/cFunctions.js';
import { filesOf, findLibrary, type FoundLibrary } from './library/findLibrary.js';
import { inspectLibrary } from './library/inspectLibrary.js';
import { loadLibrary } from './library/loadLibrary.js';
import { proveLibrary } from './library/proveLibrary.js';
import { quietLog } from './quietLog.js';
import { TensorFlowSession } from './tensorflowSession.js';

/**
 * The engine on the library that is found on this machine.
 * @throws GanspecError (GAN524) where there is none, or where it cannot be used.
 */
export function tensorflowEngine(): Engine & { readonly facts: EngineFacts } {
  const found = findLibrary();
  for (const file of filesOf(found.path)) inspectLibrary(file);
  proveLibrary(found.path);
  return engineOn(found);
}

/**
 * The engine on this library.
 * @throws GanspecError (GAN524) where the operating system does not load it.
 */
export function engineOn(found: FoundLibrary): Engine & { readonly facts: EngineFacts } {
  const { path, source } = found;
  quietLog();
  const api = loadLibrary(path);
  const place = `in ${dirname(path)} (${source})`;
  const onGpu = seesGpu(api, found);
  return {
    facts: {
      library: 'TensorFlow',
      version: api.TF_Version(),
      place,
      device: onGpu ? 'GPU' : 'CPU',
    },
    ...(found.isForGpus && !onGpu && { missed: gpuNotFound }),
    prepare: (graphs: readonly KernelGraph[], { threads }: EngineOptions = {}) =>
      new Promise<EngineSession>((resolve) => {
        resolve(new TensorFlowSession(graphs, () => new TensorFlowContext(api, threads)));
      }),
  };
}

/** The first context decides on the threads of all, so none is made where there is nothing to ask. */
function seesGpu(api: CApi, { isForGpus }: FoundLibrary): boolean {
  if (!isForGpus && !mayHaveGpu()) return false;
  const context = new TensorFlowContext(api);
  const { gpu } = context;
  context.dispose();
  return gpu !== undefined;
}

const gpuNotFound: FallBack = {
  message: "TensorFlow's build for GPUs finds no GPU, and runs on the CPU",
  fix: 'It needs a GPU of NVIDIA with its driver, CUDA 12.5 and cuDNN 9.3; for the CPU, the smaller build of `ganspec engine install tensorflow` does the same.',
};

/** The reason why a GPU is not used. */
export function noGpu(): GanspecError {
  return new GanspecError(
    'GAN524',
    exitCodes.usage,
    "TensorFlow's library finds no GPU",
    'Install the build for GPUs with `ganspec engine install tensorflow --gpu`; it needs CUDA 12.5 and cuDNN 9.3.',
  );
}
