/** Generates samples batch by batch. */
import { InternalError } from '../diagnostics/errors.js';
import { typeOf } from '../ir/typeOf.js';
import { sizeOf, type Shape, type TensorMap } from '../ir/tensorType.js';
import type { Program } from '../program/program.js';
import type { Samples } from '../runs/samples.js';
import type { Executor } from './executor/executor.js';
import { inputsOf } from './feeds/inputs.js';
import { gridInputs, type GridOptions } from './feeds/random.js';

/**
 * Samples from the present state; of the same options, fewer samples are the first of more.
 * @param scalars Scheduled numbers of the sample graph.
 * @throws GanspecError GAN514 for a class that the GAN does not have.
 */
export async function generateSamples(
  executor: Executor,
  program: Program,
  scalars: TensorMap,
  count: number,
  options: GridOptions,
): Promise<Samples> {
  const batch = program.batchSize;
  const shape = sampleShape(program);
  const size = sizeOf(shape);
  const data = new Float32Array(count * size);
  const rows = Math.ceil(count / batch) * batch;
  const grid = gridInputs(inputsOf(program, 'sample'), rows, options);
  for (let first = 0; first < count; first += batch) {
    const feeds = new Map(scalars);
    for (const [input, numbers] of grid) {
      const { name, dtype, shape: own } = input;
      const row = sizeOf(own) / batch;
      const part = numbers.subarray(first * row, (first + batch) * row);
      feeds.set(name, { dtype, shape: own, data: part });
    }
    const { results } = await executor.run('sample', 0, feeds);
    const samples = results.get('samples');
    if (!(samples?.data instanceof Float32Array)) throw new InternalError('no samples came');
    data.set(samples.data.subarray(0, (count - first) * size), first * size);
  }
  return { dtype: 'float32', shape: [count, ...shape], data };
}

/** Shape of one sample. */
function sampleShape({ graphs }: Program): Shape {
  const graph = graphs.find(({ name }) => name === 'sample');
  const output = graph?.outputs.find(({ name }) => name === 'samples');
  if (!graph || !output) throw new InternalError('the program has no samples');
  return typeOf(graph, output.value).shape.slice(1);
}
