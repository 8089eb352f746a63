/** The second engine: graphs interpreted kernel by kernel on the `cpu` backend of TensorFlow.js; slow, and independent of ONNX. */
import '@tensorflow/tfjs-backend-cpu';
import type { KernelGraph } from '../../ir/kernelGraph.js';
import type { Engine, EngineSession } from '../engine.js';
import { TfjsSession } from './tfjsSession.js';

export const tfjsEngine: Engine = {
  prepare(graphs: readonly KernelGraph[]): Promise<EngineSession> {
    return new Promise((resolve) => {
      resolve(new TfjsSession(graphs, 'cpu'));
    });
  },
};
