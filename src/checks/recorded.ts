/** Graphs of single hooks. */
import type { KernelGraph } from '../ir/kernelGraph.js';
import { printGraph } from '../ir/print.js';
import { HookError } from './check.js';
import { record, type RecordedOutput, type Recorder } from '../trace/record.js';

/**
 * Records a computation twice and compares the graphs.
 * @throws HookError where they differ; GanspecError where the computation cannot be recorded.
 */
export function recorded(body: (recorder: Recorder) => readonly RecordedOutput[]): KernelGraph {
  const graph = record('probe', body);
  if (printGraph(graph) === printGraph(record('probe', body))) return graph;
  throw new HookError(
    'it computes something else when it is recorded again',
    'It draws random numbers or counts by itself: take random tensors from the context.',
  );
}
