/** Compares gradients with directional derivatives by finite differences. */
import type { KernelGraph } from '../ir/kernelGraph.js';
import { sizeOf, type Shape } from '../ir/tensorType.js';
import { finiteDifferences, type InputValues } from '../oracle/finiteDifferences.js';
import { tf, type Tensor } from '../tf.js';
import { record, type Recorder } from '../trace/record.js';
import { probeNumbers } from './probeNumbers.js';

/** A float32 tensor with respect to which a scalar is differentiated. */
export interface Variable {
  readonly name: string;
  readonly shape: Shape;
}

/** A scalar function of float32 tensors; it may declare further inputs. */
export type ScalarFunction = (recorder: Recorder, inputs: readonly Tensor[]) => Tensor;

/** Agreement to 1e-5 relative; the absolute part covers the rounding of the finite difference. */
export function agree(gradient: number, difference: number): boolean {
  return Math.abs(gradient - difference) <= 1e-5 * Math.abs(difference) + 1e-9;
}

/** Number of directions for each tensor; one with fewer elements is moved element by element. */
const maxDirections = 5;

/** Declares the variables as inputs of a graph. */
export function declare(recorder: Recorder, variables: readonly Variable[]): readonly Tensor[] {
  return variables.map(({ name, shape }) =>
    recorder.input(name, { dtype: 'float32', shape }, 'feed'),
  );
}

/** The graph of the scalar `y` at x + `along x` · `direction of x` for each variable x, `along x` being a scalar. */
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
 * True where directional derivatives along all directions agree with the gradients.
 * @param along Made by `alongGraph`.
 * @param gradientOf Numbers of the gradient by a variable.
 */
export function derivativesAgree(
  along: KernelGraph,
  variables: readonly Variable[],
  gradientOf: (name: string) => Float64Array,
  feeds: InputValues,
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
      const [difference = NaN] = finiteDifferences(along, 'y', `along ${name}`, moved);
      return agree(promised, difference);
    });
  });
}

/** Directions of length about 1 with disjoint elements, which have different sizes and signs. */
function directionsOf({ name, shape }: Variable): readonly Float64Array[] {
  const size = sizeOf(shape);
  const count = Math.min(size, maxDirections);
  const shares = probeNumbers(size, `direction of ${name}`, -1, 1);
  return Array.from({ length: count }, (_, direction) =>
    Float64Array.from(shares, (share, i) =>
      i % count === direction
        ? (Math.sign(share) * (0.5 + Math.abs(share))) / Math.sqrt(size / count)
        : 0,
    ),
  );
}
