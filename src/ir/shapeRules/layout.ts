/** Shape rules of the kernels that move, repeat or cut elements. */
import { broadcastsTo } from '../broadcast.js';
import { sizeOf, type Shape, type TensorType } from '../tensorType.js';
import {
  demand,
  demandAxes,
  demandPerAxis,
  demandRank,
  demandWhole,
  one,
  type ShapeRules,
} from './rule.js';

function shaped({ dtype }: TensorType, shape: Shape): TensorType {
  return { dtype, shape };
}

/** The rules, by kernel. */
export const layoutRules = {
  Reshape: (inputs, { shape }) => {
    const x = one(inputs);
    demandWhole('shape', shape, 0);
    demand(
      sizeOf(shape) === sizeOf(x.shape),
      () => `[${shape.join(',')}] has another number of elements`,
    );
    return shaped(x, shape);
  },
  Transpose: (inputs, { perm }) => {
    const x = one(inputs);
    const rank = x.shape.length;
    demand(
      perm.length === rank && x.shape.every((_, axis) => perm.includes(axis)),
      () => `perm [${perm.join(',')}] must name each of the ${rank} axes once`,
    );
    return shaped(
      x,
      perm.map((axis) => x.shape[axis] ?? 1),
    );
  },
  BroadcastTo: (inputs, { shape }) => {
    const x = one(inputs);
    demandWhole('shape', shape, 0);
    demand(broadcastsTo(x.shape, shape), () => `does not broadcast to [${shape.join(',')}]`);
    return shaped(x, shape);
  },
  Tile: (inputs, { reps }) => {
    const x = one(inputs);
    demandPerAxis('reps', reps, x.shape);
    demandWhole('reps', reps, 1);
    return shaped(
      x,
      x.shape.map((size, axis) => size * (reps[axis] ?? 1)),
    );
  },
  PadV2: (inputs, { paddings }) => {
    const x = one(inputs);
    demandPerAxis('paddings', paddings, x.shape);
    demandWhole('paddings', paddings.flat(), 0);
    return shaped(
      x,
      x.shape.map((size, axis) => {
        const [before, after] = paddings[axis] ?? [0, 0];
        return before + size + after;
      }),
    );
  },
  Slice: (inputs, { begin, size }) => {
    const x = one(inputs);
    demandPerAxis('begin', begin, x.shape);
    demandPerAxis('size', size, x.shape);
    demandWhole('begin', begin, 0);
    demandWhole('size', size, 0);
    demand(
      x.shape.every((whole, axis) => (begin[axis] ?? 0) + (size[axis] ?? 0) <= whole),
      () => `begin [${begin.join(',')}] and size [${size.join(',')}] reach beyond the input`,
    );
    return shaped(x, size);
  },
  Reverse: (inputs, { dims }) => {
    const x = one(inputs);
    demandAxes('dims', dims, x.shape.length);
    return x;
  },
  Concat: (inputs, { axis }) => {
    const [first] = inputs;
    demand(first !== undefined, () => 'takes at least 1 input');
    demandAxes('axis', [axis], first.shape.length);
    const agree = inputs.every(
      ({ dtype, shape }) =>
        dtype === first.dtype &&
        shape.length === first.shape.length &&
        shape.every((size, at) => at === axis || size === first.shape[at]),
    );
    demand(agree, () => `the inputs must agree in dtype and in every axis but ${axis}`);
    const joined = inputs.reduce((sum, { shape }) => sum + (shape[axis] ?? 0), 0);
    return shaped(first, first.shape.with(axis, joined));
  },
  UpSampleNearest: (inputs, { factors }) => {
    const x = one(inputs);
    demandRank('x', x.shape, 4);
    demandWhole('factors', factors, 1);
    return shaped(
      x,
      x.shape.map((size, axis) => size * (factors[axis - 1] ?? 1)),
    );
  },
  UpSampleNearestGrad: (inputs, { factors }) => {
    const dy = one(inputs);
    demandRank('dy', dy.shape, 4);
    demandWhole('factors', factors, 1);
    const shape = dy.shape.map((size, axis) => size / (factors[axis - 1] ?? 1));
    demand(
      shape.every(Number.isInteger),
      () => `height and width are no multiples of the factors [${factors.join(',')}]`,
    );
    return shaped(dy, shape);
  },
} satisfies Partial<ShapeRules>;
