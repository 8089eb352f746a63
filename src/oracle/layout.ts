/** Reference definitions of the kernels that move, repeat or cut elements. */
import type { Interpreters } from './interpreter.js';
import { at, broadcastPlace, tabulate } from './values.js';

/** The interpreters, by kernel. */
export const layoutInterpreters = {
  Reshape: ([x], { shape }) => ({ ...x, shape }),
  Transpose: ([x], { perm }) =>
    tabulate(
      x.dtype,
      perm.map((axis) => x.shape[axis] ?? NaN),
      (place) =>
        at(
          x,
          x.shape.map((_, axis) => place[perm.indexOf(axis)] ?? NaN),
        ),
    ),
  BroadcastTo: ([x], { shape }) =>
    tabulate(x.dtype, shape, (place) => at(x, broadcastPlace(place, x.shape))),
  Tile: ([x], { reps }) =>
    tabulate(
      x.dtype,
      x.shape.map((size, axis) => size * (reps[axis] ?? NaN)),
      (place) =>
        at(
          x,
          place.map((coordinate, axis) => coordinate % (x.shape[axis] ?? NaN)),
        ),
    ),
  PadV2: ([x], { paddings, constantValue }) =>
    tabulate(
      x.dtype,
      x.shape.map(
        (size, axis) => size + (paddings[axis]?.[0] ?? NaN) + (paddings[axis]?.[1] ?? NaN),
      ),
      (place) => {
        const source = place.map((coordinate, axis) => coordinate - (paddings[axis]?.[0] ?? NaN));
        const inside = source.every((index, axis) => index >= 0 && index < (x.shape[axis] ?? NaN));
        return inside ? at(x, source) : constantValue;
      },
    ),
  Slice: ([x], { begin, size }) =>
    tabulate(x.dtype, size, (place) =>
      at(
        x,
        place.map((coordinate, axis) => coordinate + (begin[axis] ?? NaN)),
      ),
    ),
  Reverse: ([x], { dims }) =>
    tabulate(x.dtype, x.shape, (place) =>
      at(
        x,
        place.map((coordinate, axis) =>
          dims.includes(axis) ? (x.shape[axis] ?? NaN) - 1 - coordinate : coordinate,
        ),
      ),
    ),
  Concat: (inputs, { axis }) => {
    const [first] = inputs;
    if (first === undefined) throw new Error('Concat of nothing');
    const total = inputs.reduce((sum, { shape }) => sum + (shape[axis] ?? NaN), 0);
    return tabulate(first.dtype, first.shape.with(axis, total), (place) => {
      let coordinate = place[axis] ?? NaN;
      for (const input of inputs) {
        const size = input.shape[axis] ?? NaN;
        if (coordinate < size) return at(input, place.with(axis, coordinate));
        coordinate -= size;
      }
      throw new Error('beyond the last input');
    });
  },
} satisfies Partial<Interpreters>;
