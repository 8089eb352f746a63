/** Generates samples batch by batch. */
import { machineMemory } from '../machineMemory.js';
import { exitCodes, GanspecError, InternalError } from '../diagnostics/errors.js';
import { typeOf } from '../ir/typeOf.js';
import { sizeOf, type Shape, type TensorData, type TensorMap } from '../ir/tensorType.js';
import type { Program } from '../program/program.js';
import type { Samples } from '../runs/samples.js';
import type { Executor } from './executor/executor.js';
import { inputsOf } from './feeds/inputs.js';
import { sampleGrid, type SampleChoice } from './feeds/sampleGrid.js';
import { namesText, tensorsNotFinite } from './tensorsNotFinite.js';

/**
 * Samples from the present state; of the same options, fewer samples are the first of more.
 * @param scalars Scheduled numbers of the sample graph.
 * @throws GanspecError GAN514 for a class that the GAN does not have; GAN505 or GAN506 for feeds that do not fit; GAN502, exit code 5, where samples are not finite.
 */
export async function generateSamples(
  executor: Executor,
  program: Program,
  scalars: TensorMap,
  count: number,
  choice: SampleChoice,
): Promise<Samples> {
  const batch = program.batchSize;
  const shape = sampleShape(program);
  const size = sizeOf(shape);
  const rows = Math.ceil(count / batch) * batch;
  checkRoom(count, 4 * rows * size);
  const data = new Float32Array(count * size);
  const inputs = inputsOf(program, 'sample');
  const { inputs: grid, labels } = sampleGrid(inputs, count, rows, choice);
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
  const found = firstNotFinite(data, size, count);
  if (found !== undefined) throw samplesNotFinite(found, await executor.readState());
  return {
    dtype: 'float32',
    shape: [count, ...shape],
    data,
    ...(labels && { labels: labels.subarray(0, count) }),
  };
}

/** @throws GanspecError GAN705, exit code 7, for more bytes than this machine has room for. */
function checkRoom(count: number, bytes: number): void {
  if (bytes <= machineMemory()) return;
  const gibibytes = Math.ceil(bytes / 2 ** 30).toLocaleString('en-US');
  throw new GanspecError(
    'GAN705',
    exitCodes.limit,
    `${count.toLocaleString('en-US')} samples take ${gibibytes} GiB, more memory than there is`,
    'Sample fewer at a time, each time with another seed.',
  );
}

/** The place and value of the first number of the samples that is not finite, in words. */
function firstNotFinite(data: Float32Array, size: number, count: number): string | undefined {
  const at = data.findIndex((value) => !Number.isFinite(value));
  if (at === -1) return undefined;
  return `number ${at % size} of sample ${Math.floor(at / size)} of ${count} is ${String(data[at])}`;
}

/** The error of such samples, with the remedy for the state that they are of. */
function samplesNotFinite(found: string, state: TensorMap): GanspecError {
  return new GanspecError(
    'GAN502',
    exitCodes.diverged,
    `the generator's samples are not finite: ${found}`,
    remedyFor(state),
  );
}

/** Size of weights that training never reaches unless it diverges. */
const hugeWeight = 1e6;

function remedyFor(state: TensorMap): string {
  const calmer =
    'lower the learning rates, or add a penalty (r1, gradientPenalty) or training.gradientClip, and train again.';
  const broken = tensorsNotFinite(state);
  if (broken.length > 0) return `Weights have diverged (${namesText(broken)}): ${calmer}`;
  const huge = [...state]
    .filter(([name]) => /^(?:ema\/)?generator\//.test(name))
    .map(([name, { data }]) => ({ name, size: largest(data) }))
    .filter(({ size }) => size > hugeWeight);
  const [first] = huge;
  if (first)
    return `Weights have diverged, to sizes as ${first.size.toPrecision(2)} (${namesText(huge.map(({ name }) => name))}): ${calmer}`;
  return 'All its weights are finite, so its layers exceed what float32 can hold: look at the numbers that were fed, at layers and activations without bounds, and at initial weights.';
}

function largest(data: TensorData['data']): number {
  let most = 0;
  for (const value of data) most = Math.max(most, Math.abs(value));
  return most;
}

/** Shape of one sample. */
function sampleShape({ graphs }: Program): Shape {
  const graph = graphs.find(({ name }) => name === 'sample');
  const output = graph?.outputs.find(({ name }) => name === 'samples');
  if (!graph || !output) throw new InternalError('the program has no samples');
  return typeOf(graph, output.value).shape.slice(1);
}
