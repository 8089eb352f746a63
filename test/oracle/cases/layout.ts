/** Cases of the kernels that move, repeat or cut elements. */
import type { KernelName } from '../../../src/ir/kernels.js';
import { real, truth, whole, type CasesOf } from './case.js';

/** The cases, by kernel. */
export const layoutCases = {
  Reshape: [
    { inputs: [real([2, 6])], attributes: { shape: [3, 4] } },
    { inputs: [real([2, 3, 2])], attributes: { shape: [12] } },
    { inputs: [real([1])], attributes: { shape: [] } },
    { inputs: [real([])], attributes: { shape: [1, 1] } },
    { inputs: [whole([4])], attributes: { shape: [2, 2] } },
    { inputs: [truth([4])], attributes: { shape: [2, 2] } },
  ],
  Transpose: [
    { inputs: [real([2, 3])], attributes: { perm: [1, 0] } },
    { inputs: [real([2, 3, 4])], attributes: { perm: [2, 0, 1] } },
    { inputs: [real([2, 3, 1, 2])], attributes: { perm: [0, 3, 1, 2] } },
    { inputs: [real([2, 2, 3, 2])], attributes: { perm: [0, 2, 3, 1] } },
    { inputs: [whole([2, 3])], attributes: { perm: [1, 0] } },
  ],
  BroadcastTo: [
    { inputs: [real([])], attributes: { shape: [2, 3] } },
    { inputs: [real([3])], attributes: { shape: [2, 3] } },
    { inputs: [real([2, 1, 3])], attributes: { shape: [2, 4, 3] } },
    { inputs: [real([2, 1])], attributes: { shape: [3, 2, 4] } },
    { inputs: [real([2, 3])], attributes: { shape: [2, 3] } },
    { inputs: [whole([1, 2])], attributes: { shape: [3, 2] } },
    { inputs: [truth([1, 2])], attributes: { shape: [3, 2] } },
  ],
  Tile: [
    { inputs: [real([3])], attributes: { reps: [2] } },
    { inputs: [real([2, 3])], attributes: { reps: [1, 3] } },
    { inputs: [real([2, 1, 3])], attributes: { reps: [3, 2, 2] } },
    { inputs: [real([2, 3])], attributes: { reps: [1, 1] } },
    { inputs: [whole([2])], attributes: { reps: [3] } },
  ],
  PadV2: [
    { inputs: [real([3])], attributes: { paddings: [[1, 2]], constantValue: 0 } },
    {
      inputs: [real([2, 3])],
      attributes: {
        paddings: [
          [0, 0],
          [2, 1],
        ],
        constantValue: -1.5,
      },
    },
    {
      inputs: [real([2, 3, 2, 2])],
      attributes: {
        paddings: [
          [0, 0],
          [1, 2],
          [3, 0],
          [0, 1],
        ],
        constantValue: 0,
      },
    },
    { inputs: [whole([2])], attributes: { paddings: [[1, 1]], constantValue: 4 } },
  ],
  Slice: [
    { inputs: [real([5])], attributes: { begin: [1], size: [3] } },
    { inputs: [real([3, 4])], attributes: { begin: [0, 2], size: [3, 2] } },
    { inputs: [real([2, 3, 4])], attributes: { begin: [1, 0, 1], size: [1, 3, 2] } },
    { inputs: [real([2, 2])], attributes: { begin: [0, 0], size: [2, 2] } },
    { inputs: [whole([4])], attributes: { begin: [3], size: [1] } },
  ],
  Reverse: [
    { inputs: [real([4])], attributes: { dims: [0] } },
    { inputs: [real([2, 3, 2])], attributes: { dims: [0, 2] } },
    { inputs: [real([2, 3])], attributes: { dims: [] } },
    { inputs: [whole([3])], attributes: { dims: [0] } },
  ],
  Concat: [
    { inputs: [real([3])], attributes: { axis: 0 } },
    { inputs: [real([2, 3]), real([1, 3])], attributes: { axis: 0 } },
    { inputs: [real([2, 1, 2]), real([2, 3, 2]), real([2, 2, 2])], attributes: { axis: 1 } },
    { inputs: [real([2, 2, 2, 1]), real([2, 2, 2, 3])], attributes: { axis: 3 } },
    { inputs: [whole([2]), whole([3])], attributes: { axis: 0 } },
  ],
} satisfies { readonly [K in KernelName]?: CasesOf<K> };
