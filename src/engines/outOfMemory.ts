import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import { engineOverhead, peakMemory } from '../ir/peakMemory.js';
import { sizeOf } from '../ir/tensorType.js';
import { trainingMemory } from '../machineMemory.js';

/** Messages of onnxruntime, of the C++ library, of V8, of TensorFlow, of CUDA, Vulkan and Direct3D. */
const refusals =
  /bad_alloc|bad allocation|failed to allocate|allocation failed|could not allocate|OOM when allocating|out of memory|OUT_?OF_?(DEVICE_|HOST_)?MEMORY/i;

/**
 * The error of a run that did not get its memory; other errors unchanged.
 * @param device The memory that it wanted: of a GPU it is not known how much there is.
 */
export function explainOutOfMemory(
  error: unknown,
  graph: KernelGraph,
  device: 'CPU' | 'GPU' = 'CPU',
): unknown {
  if (!(error instanceof Error) || !refusals.test(error.message)) return error;
  const { bytes, origin } = peakMemory(graph);
  const gibibytes = (bytes / 2 ** 30).toFixed(1);
  const batch = rowsOf(graph);
  if (device === 'GPU') return outOfDeviceMemory(graph.name, gibibytes, origin, batch);
  const memory = Math.min(process.availableMemory(), trainingMemory());
  // Never more than half: the present one has failed.
  const fitting = Math.floor(batch * Math.min(0.5, memory / (engineOverhead * bytes)));
  return new GanspecError(
    'GAN705',
    exitCodes.limit,
    `out of memory: the graph "${graph.name}" needs at least ${gibibytes} GiB, the largest part of it at ${origin}`,
    fitting >= 1
      ? `a training.batchSize of ${fitting} fits, or raise the limit on memory (ulimit -v) if there is one`
      : 'make that part smaller, or raise the limit on memory (ulimit -v) if there is one',
  );
}

function outOfDeviceMemory(
  name: string,
  gibibytes: string,
  origin: string,
  batch: number,
): GanspecError {
  return new GanspecError(
    'GAN705',
    exitCodes.limit,
    `out of memory on the GPU: the graph "${name}" needs at least ${gibibytes} GiB, the largest part of it at ${origin}`,
    batch > 1
      ? `try a training.batchSize of ${Math.floor(batch / 2)}, close other programs that use the GPU, or train on the CPU`
      : 'make that part smaller, close other programs that use the GPU, or train on the CPU',
  );
}

/** Rows of the largest input, which is a batch. */
function rowsOf({ inputs, types }: KernelGraph): number {
  const shapes = inputs.map(({ value }) => types[value]?.shape ?? []);
  const [largest] = shapes.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  return largest?.[0] ?? 0;
}
