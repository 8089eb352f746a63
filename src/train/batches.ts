/** Which samples make up which batch: every epoch is a new permutation, drawn from the seed. */
import type { Dataset } from '../registry/entries.js';
import { sizeOf, type TensorData } from '../ir/tensorType.js';
import { shuffled } from '../random/shuffle.js';

export interface Batches {
  /**
   * The batch that an update of a graph sees. Depends on nothing but the arguments and the seed.
   * @param update Counts the runs of this graph from 0.
   */
  read(graph: string, update: number): TensorData;
}

/** Batches of a data set; samples left over at the end of an epoch wait for a later one. */
export function createBatches(dataset: Dataset, batchSize: number, seed: number): Batches {
  const perEpoch = Math.floor(dataset.count / batchSize);
  const orders = new Map<string, { epoch: number; order: Uint32Array }>();
  const orderOf = (graph: string, epoch: number): Uint32Array => {
    const known = orders.get(graph);
    if (known?.epoch === epoch) return known.order;
    const order = shuffled(dataset.count, { seed, stream: `data/${graph}`, step: epoch });
    orders.set(graph, { epoch, order });
    return order;
  };
  const shape = [batchSize, ...dataset.shape];
  return {
    read: (graph, update) => {
      const order = orderOf(graph, Math.floor(update / perEpoch));
      const first = (update % perEpoch) * batchSize;
      const data = new Float32Array(sizeOf(shape));
      dataset.read(order.subarray(first, first + batchSize), data);
      return { dtype: 'float32', shape, data };
    },
  };
}
