/** Batches of a data set: every epoch is a new permutation of the samples, drawn from the seed. */
import { counted } from '../../diagnostics/counted.js';
import { exitCodes, GanspecError, InternalError } from '../../diagnostics/errors.js';
import type { LoadedDataset } from '../../entries/dataset.js';
import { sizeOf, type TensorData } from '../../ir/tensorType.js';
import { shuffled } from '../../random/shuffle.js';
import type { StreamAddress } from '../../random/stream.js';
import { mirrorSome } from './mirrorSome.js';
import { oneHot } from './oneHot.js';

/** Samples of one batch, or the classes of the same samples, one-hot. */
export interface BatchAddress {
  /** Streams of different names have different orders. */
  readonly stream: string;
  /** Counts the batches of the stream from 0. */
  readonly index: number;
  readonly field: 'samples' | 'labels';
}

/** Reads a batch into memory of its own; its content depends on nothing but the address and the seed. */
export type Batches = (at: BatchAddress) => TensorData;

/**
 * Batches of a data set; samples left over at the end of an epoch are left out of it.
 * @throws GanspecError GAN416 where there are fewer samples than a batch.
 */
export function createBatches(dataset: LoadedDataset, batchSize: number, seed: number): Batches {
  const perEpoch = Math.floor(dataset.count / batchSize);
  if (perEpoch === 0) {
    throw new GanspecError(
      'GAN416',
      exitCodes.data,
      `the data set has ${counted(dataset.count, 'sample')}, fewer than a batch of ${batchSize}`,
      `Use a training.batchSize of ${dataset.count} at most, or more data.`,
    );
  }
  const indicesOf = batchIndices(dataset.count, batchSize, seed);
  return (at) => {
    const { stream, index, field } = at;
    const indices = indicesOf(at);
    const mirroring = { seed, stream: `data/${stream}/flip`, step: index };
    return field === 'samples'
      ? samplesOf(dataset, indices, mirroring)
      : labelsOf(dataset, indices);
  };
}

/** Indices of the samples of each batch, in new memory, which `read` of a plugin may sort or change. */
export function batchIndices(
  count: number,
  batchSize: number,
  seed: number,
): (at: Omit<BatchAddress, 'field'>) => Uint32Array {
  const perEpoch = Math.floor(count / batchSize);
  const orders = new Map<string, { epoch: number; order: Uint32Array }>();
  const orderOf = (stream: string, epoch: number): Uint32Array => {
    const known = orders.get(stream);
    if (known?.epoch === epoch) return known.order;
    const order = shuffled(count, { seed, stream: `data/${stream}`, step: epoch });
    orders.set(stream, { epoch, order });
    return order;
  };
  return ({ stream, index }) => {
    const first = (index % perEpoch) * batchSize;
    return orderOf(stream, Math.floor(index / perEpoch)).slice(first, first + batchSize);
  };
}

/** @param mirroring Address of the random numbers that decide which images are mirrored, where the data set asks for it. */
function samplesOf(
  dataset: LoadedDataset,
  indices: Uint32Array,
  mirroring: StreamAddress,
): TensorData {
  const shape = [indices.length, ...dataset.shape];
  const data = new Float32Array(sizeOf(shape));
  dataset.read(indices, data);
  if (dataset.flip) mirrorSome(data, shape, mirroring);
  return { dtype: 'float32', shape, data };
}

function labelsOf(dataset: LoadedDataset, indices: Uint32Array): TensorData {
  const { classes } = dataset;
  if (classes === null || !dataset.readLabels)
    throw new InternalError('the data set has no classes');
  const labels = new Int32Array(indices.length);
  dataset.readLabels(indices, labels);
  const wrong = labels.find((label) => label < 0 || label >= classes);
  if (wrong !== undefined) {
    throw new GanspecError(
      'GAN407',
      exitCodes.data,
      `the data set gives a sample the class ${wrong}; its classes are 0 to ${classes - 1}`,
    );
  }
  return oneHot(labels, classes);
}
