/** Gradients held against slopes along a few directions, which together move every element. */
import type { KernelGraph } from '../ir/kernelGraph.js';
import { sizeOf, type Shape } from '../ir/tensorType.js';
import { slopes, type Feeds } from '../oracle/slopes.js';
import { tf, type Tensor } from '../tf.js';
import { record, type Recorder } from '../trace/record.js';
import { probeNumbers } from './probeNumbers.js';

/** A float32 tensor that a scalar is differentiated by. */
export interface Variable {
  readonly name: string;
  readonly shape: Shape;
}

/** A scalar that is computed from float32 tensors; it may declare further inputs. */
export type ScalarFunction = (recorder: Recorder, inputs: readonly Tensor[]) => Tensor;

/** A gradient element and a slope agree to 1e-5 relative; the absolute part is the rounding of the difference itself. */
export function agree(gradient: number, slope: number): boolean {
  return Math.abs(gradient - slope) <= 1e-5 * Math.abs(slope) + 1e-9;
}

/** Directions of each tensor; one with no more elements than this is moved element by element. */
const most = 5;

/** Inputs as they are declared in every graph of a scalar function. */
export function declare(recorder: Recorder, variables: readonly Variable[]): readonly Tensor[] {
  return variables.map(({ name, shape }) =>
    recorder.input(name, { dtype: 'float32', shape }, 'feed'),
  );
}

/** The scalar as `y`, each variable x moved to x + `along x` · `direction of x`, of which the first is a number. */
export function alongGraph(variables: readonly Variable[], f: ScalarFunction): KernelGraph {
  return record('probe', (recorder) => {
    const inputs = declare(recorder, variables).map((x, place) => {
      const name = variables[place]?.name ?? '';
      const input = (of: string, shape: Shape) =>
        recorder.input(`${of} ${name}`, { dtype: 'float32', shape }, 'feed');
      return tf.add(x, tf.mul(input('along', []), input('direction of', x.shape)));
    });
    return [{ name: 'y', kind: 'result', tensor: f(recorder, inputs) }];
  });
}

/**
 * Whether the slopes along all directions are what gradients promise.
 * @param along Made by `alongGraph`.
 * @param gradientOf Numbers of the gradient by a variable.
 */
export function slopesAgree(
  along: KernelGraph,
  variables: readonly Variable[],
  gradientOf: (name: string) => Float64Array,
  feeds: Feeds,
): boolean {
  const atRest = variables.flatMap(({ name, shape }): [string, Float64Array][] => [
    [`along ${name}`, new Float64Array(1)],
    [`direction of ${name}`, new Float64Array(sizeOf(shape))],
  ]);
  return variables.every((variable) => {
    const { name } = variable;
    const gradient = gradientOf(name);
    return directionsOf(variable).every((direction) => {
      const promised = direction.reduce((sum, part, i) => sum + part * (gradient[i] ?? NaN), 0);
      const moved = new Map([...feeds, ...atRest, [`direction of ${name}`, direction]]);
      const [slope = NaN] = slopes(along, 'y', `along ${name}`, moved);
      return agree(promised, slope);
    });
  });
}

/** Each element belongs to one direction, with a share of its own and a sign; directions are about 1 long. */
function directionsOf({ name, shape }: Variable): readonly Float64Array[] {
  const size = sizeOf(shape);
  const count = Math.min(size, most);
  const shares = probeNumbers(size, `direction of ${name}`, -1, 1);
  return Array.from({ length: count }, (_, direction) =>
    Float64Array.from(shares, (share, i) =>
      i % count === direction
        ? (Math.sign(share) * (0.5 + Math.abs(share))) / Math.sqrt(size / count)
        : 0,
    ),
  );
}
