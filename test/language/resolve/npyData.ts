/** Arrays in a temporary data folder, for specs whose data have a given shape. */
import { afterEach, beforeEach, vi } from 'vitest';
import { encodeNpy } from '../../../src/runs/pictures/npy.js';
import { put, temporaryFolder } from '../../datasets/idxFile.js';

/** Writes an array as `x.npy`, and gives the options of its data set. */
export type PutArray = (data: Float32Array, shape: readonly number[]) => object;

/** Gives each test of the file a data folder of its own. */
export function npyData(): PutArray {
  let folder = '';
  beforeEach(() => {
    folder = temporaryFolder();
    vi.stubEnv('GANSPEC_DATA', folder);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });
  return (data, shape) => {
    put(folder, 'x.npy', encodeNpy(data, shape));
    return { type: 'npy', file: 'x.npy' };
  };
}

/** Two samples of zeros and ones. */
export function twoSamples(putArray: PutArray, shape: readonly number[]): object {
  const size = shape.reduce((product, length) => product * length, 2);
  return putArray(new Float32Array(size).fill(1, 0, 1), [2, ...shape]);
}
