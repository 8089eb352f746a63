/** The default engine: graphs lowered to ONNX, run by onnxruntime on the CPU. */
import type { KernelGraph } from '../../ir/kernelGraph.js';
import type { Engine, EngineOptions, EngineSession } from '../engine.js';
import { OnnxSession } from './onnxSession.js';

export const onnxEngine: Engine = {
  prepare(graphs: readonly KernelGraph[], options: EngineOptions = {}): Promise<EngineSession> {
    return new Promise((resolve) => {
      resolve(new OnnxSession(graphs, options));
    });
  },
};
