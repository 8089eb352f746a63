import type { TensorMap } from '../../src/ir/tensorType.js';
import type { CheckpointMoment, RunFolder } from '../../src/runs/folder.js';

/** The moment of a checkpoint between two iterations. */
export function momentOf(step: number): CheckpointMoment {
  return { step, unfinished: { runs: 0, metrics: {} }, monitors: {} };
}

/** Completes a run with this state. */
export function complete(run: RunFolder, state: TensorMap): void {
  run.keepCheckpoint(state, momentOf(1), 1);
  run.finish('completed');
}

/** What a run folder is told about a run, beside its spec and its data. */
export const plainStart = {
  plugins: [],
  modules: [],
  dataDir: undefined,
  engine: 'onnx',
  engineFacts: { library: 'onnxruntime-node', version: '1.30.0', device: 'CPU', threads: 2 },
  threads: null,
  passes: 'all',
  samples: 100,
  dataDigest: '',
  initFrom: null,
} as const;
