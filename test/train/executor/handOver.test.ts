import { expect, it } from 'vitest';
import type { TensorMap } from '../../../src/index.js';
import { handOver } from '../../../src/train/executor/handOver.js';

const batch = (data: Float32Array): TensorMap =>
  new Map([['real', { dtype: 'float32', shape: [data.length], data }]]);

/** Tensors after their way to another thread. */
function arrive({ tensors, memory }: ReturnType<typeof handOver>): TensorMap {
  return structuredClone(tensors, { transfer: [...memory] });
}

it('tensors that are spent take their memory along uncopied', () => {
  const data = Float32Array.of(1, 2);
  const leaving = handOver(batch(data));
  expect(leaving.tensors.get('real')?.data).toBe(data);
  expect(arrive(leaving)).toEqual(batch(Float32Array.of(1, 2)));
  expect(data.byteLength).toBe(0);
});

it('tensors that are needed again are copied once, and the copy moves', () => {
  const data = Float32Array.of(1, 2);
  const leaving = handOver(batch(data), () => false);
  const copy = leaving.tensors.get('real')?.data;
  expect(copy).not.toBe(data);
  expect(arrive(leaving)).toEqual(batch(Float32Array.of(1, 2)));
  expect(copy?.byteLength).toBe(0);
  expect(data).toEqual(Float32Array.of(1, 2));
});

it('part of a larger array leaves the rest of it behind', () => {
  const all = Float32Array.of(1, 2, 3, 4);
  expect(arrive(handOver(batch(all.subarray(2))))).toEqual(batch(Float32Array.of(3, 4)));
  expect(all).toEqual(Float32Array.of(1, 2, 3, 4));
});

it('two tensors on the same memory move together', () => {
  const data = Float32Array.of(1, 2);
  const twice = new Map([
    ...batch(data),
    ['again', { dtype: 'float32', shape: [2], data }],
  ]) as TensorMap;
  const { tensors, memory } = handOver(twice);
  expect(memory).toEqual([data.buffer]);
  expect(arrive({ tensors, memory }).get('again')?.data).toEqual(Float32Array.of(1, 2));
});

it('memory that is gone is named', () => {
  const data = Float32Array.of(1, 2);
  const tensors = batch(data);
  structuredClone(data, { transfer: [data.buffer] });
  expect(() => handOver(tensors)).toThrow(
    'the numbers of "real" are gone: their memory was transferred to another thread',
  );
});
