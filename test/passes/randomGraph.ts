/** Small random graphs of smooth kernels, with numbers to run them on. */
import fc from 'fast-check';
import type { KernelGraph, ValueId } from '../../src/ir/kernelGraph.js';
import { broadcastShape } from '../../src/ir/broadcast.js';
import { sizeOf, type Shape } from '../../src/ir/tensorType.js';
import { GraphBuilder } from '../ir/graphBuilder.js';

/** A graph and float64 numbers for each of its inputs. */
export interface RandomGraph {
  readonly graph: KernelGraph;
  readonly feeds: ReadonlyMap<string, Float64Array>;
}

/** Chooses a whole number below a limit. */
type Choose = (limit: number) => number;

const shapes: readonly Shape[] = [[2, 3, 2], [3, 2], [1, 2], [2], [2, 1, 1], [], [1, 3, 1]];
const fills = [0, 1, -1, 2, 0.5, -3];
const unary = [
  'Neg',
  'Abs',
  'Tanh',
  'Sigmoid',
  'Softplus',
  'Square',
  'Relu',
  'StopGradient',
] as const;
const binary = ['Add', 'Sub', 'Multiply', 'Add', 'Sub', 'Multiply', 'Multiply'] as const;
const reductions = ['Sum', 'Mean', 'Sum'] as const;

/** A graph of up to 40 kernels. Every value without a reader is an output. */
export const randomGraphs: fc.Arbitrary<RandomGraph> = fc
  .array(fc.nat(1 << 20), { minLength: 40, maxLength: 160 })
  .map((numbers) => {
    let at = 0;
    const choose: Choose = (limit) => (numbers[at++ % numbers.length] ?? 0) % limit;
    return build(choose, Math.floor(numbers.length / 4));
  });

function pick<T>(choose: Choose, list: readonly T[]): T {
  const found = list[choose(list.length)];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
}

function build(choose: Choose, count: number): RandomGraph {
  const g = new GraphBuilder();
  const feeds = new Map<string, Float64Array>();
  const values: ValueId[] = [];
  for (const [index, shape] of [
    pick(choose, shapes),
    pick(choose, shapes),
    shapes[0] ?? [],
  ].entries()) {
    const name = `x${index}`;
    values.push(g.input(name, shape));
    feeds.set(
      name,
      Float64Array.from({ length: sizeOf(shape) }, () => (choose(4001) - 2000) / 1000),
    );
  }
  values.push(g.fill(pick(choose, fills)), g.fill(pick(choose, fills), pick(choose, shapes)));
  const made: ValueId[] = [];
  const used = new Set<ValueId>();
  for (let attempt = 0; attempt < count; attempt++) {
    const recent = values.slice(-8);
    const operands = [pick(choose, recent), pick(choose, values)] as const;
    const value = grow(g, choose, operands);
    if (value === undefined) continue;
    operands.forEach((operand) => used.add(operand));
    values.push(value);
    made.push(value);
  }
  made
    .filter((value, index) => index % 7 === 3 || value === made.at(-1) || !used.has(value))
    .forEach((value, index) => {
      g.result(`y${index}`, value);
    });
  return { graph: g.graph(), feeds };
}

/** Adds a kernel; `undefined` where the chosen operands do not fit. */
function grow(
  g: GraphBuilder,
  choose: Choose,
  [a, b]: readonly [ValueId, ValueId],
): ValueId | undefined {
  const { shape } = g.type(a);
  const joint = broadcastShape(shape, g.type(b).shape);
  switch (choose(11)) {
    case 0:
      return g.node(pick(choose, unary), [a], {});
    case 1: {
      const axis = shape.map((_, at) => at).filter(() => choose(2) === 0);
      return g.node(pick(choose, reductions), [a], { axis, keepDims: choose(2) === 0 });
    }
    case 2:
      return g.node('Reshape', [a], {
        shape: pick(choose, [[sizeOf(shape)], [1, ...shape], shape]),
      });
    case 3:
      return joint && g.node('BroadcastTo', [a], { shape: joint });
    case 4:
      return g.node('Transpose', [a], { perm: shape.map((_, at) => shape.length - 1 - at) });
    case 5: {
      const begin = shape.map((size) => (size > 1 ? choose(2) : 0));
      const size = shape.map((whole, at) => whole - (begin[at] ?? 0));
      return g.node('Slice', [a], { begin, size });
    }
    case 6:
      return shape.length === 0 ? undefined : g.node('Concat', [a, a], { axis: 0 });
    case 7: {
      const transposeA = choose(2) === 0;
      return shape.length < 2
        ? undefined
        : g.node('BatchMatMul', [a, a], { transposeA, transposeB: !transposeA });
    }
    case 8:
      return g.node('Multiply', [a, g.fill(pick(choose, fills))], {});
    default:
      return joint && sizeOf(joint) < 500 ? g.node(pick(choose, binary), [a, b], {}) : undefined;
  }
}
