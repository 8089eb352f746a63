/** Denormal numbers, treated alike in every thread of a process. */
import type { KernelGraph } from '../../ir/kernelGraph.js';
import { lowerToOnnx } from '../../lowering/onnx/lowerToOnnx.js';
import { encodeModel } from '../../lowering/onnx/onnxModel.js';
import { ModelSession } from './modelSession.js';

let isDone = false;

/**
 * Makes the calling thread, and all threads that it starts later, take denormal numbers (below 1.2e-38 in float32) for 0.
 * onnxruntime does so in the thread that makes a process's first session, and a thread inherits it from the one that starts
 * it. Without that, a second training in a process would end with other numbers than the first.
 */
export function flushDenormals(): void {
  if (isDone) return;
  isDone = true;
  const model = encodeModel(lowerToOnnx(smallestGraph));
  new ModelSession(model, 1).release();
}

const number = { dtype: 'float32', shape: [1] } as const;

const smallestGraph: KernelGraph = {
  name: 'first',
  types: [number, number],
  inputs: [{ name: 'x', value: 0, kind: 'feed' }],
  constants: [],
  nodes: [{ kernel: 'Neg', inputs: [0], attributes: {}, output: 1, origin: '' }],
  outputs: [{ name: 'y', value: 1, kind: 'result' }],
};
