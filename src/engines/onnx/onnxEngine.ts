/** The default engine: graphs lowered to ONNX, run by onnxruntime on the CPU. */
import type { KernelGraph } from '../../ir/kernelGraph.js';
import type { Engine, EngineOptions, EngineSession } from '../engine.js';
import { demandSupported } from '../unsupported.js';
import { lowerings } from '../../lowering/onnx/lowerGraph.js';
import { OnnxSession } from './onnxSession.js';

export const onnxEngine: Engine = {
  name: 'onnx',
  supports: (kernel) => Object.hasOwn(lowerings, kernel),
  prepare(graphs: readonly KernelGraph[], options: EngineOptions = {}): Promise<EngineSession> {
    return new Promise((resolve) => {
      demandSupported(onnxEngine, graphs);
      resolve(new OnnxSession(graphs, options));
    });
  },
};
