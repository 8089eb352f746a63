/** Denormal numbers, treated alike in every thread of a process. */
import { InferenceSession } from 'onnxruntime-node';
import type { KernelGraph } from '../../ir/kernelGraph.js';
import { lowerToOnnx } from '../../lowering/onnx/lowerToOnnx.js';
import { encodeModel } from '../../lowering/onnx/onnxModel.js';
import { sessionOptions } from './onnxSession.js';

let first: Promise<void> | undefined;

/**
 * Makes the calling thread, and all threads that it starts later, take denormal numbers (below 1.2e-38 in float32) for 0.
 * onnxruntime does so in the thread that makes a process's first session, and a thread inherits it from the one that starts
 * it. Without that, a second training in a process would end with other numbers than the first.
 */
export function flushDenormals(): Promise<void> {
  first ??= makeFirstSession();
  return first;
}

async function makeFirstSession(): Promise<void> {
  const model = encodeModel(lowerToOnnx(smallestGraph));
  const session = await InferenceSession.create(model, sessionOptions({ threads: 1 }));
  await session.release();
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
