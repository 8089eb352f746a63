/** Compares recorded derivatives with finite differences, both in float64. */
import { gradients } from '../autodiff/gradients.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import { sizeOf } from '../ir/tensorType.js';
import { interpret } from '../oracle/interpret.js';
import { finiteDifferences, type InputValues } from '../oracle/finiteDifferences.js';
import { tf } from '../tf.js';
import { record } from '../trace/record.js';
import {
  agree,
  alongGraph,
  declare,
  derivativesAgree,
  type ScalarFunction,
  type Variable,
} from './directions.js';
import type { Failure } from './check.js';
import { probeNumbers } from './probeNumbers.js';

export type { ScalarFunction, Variable };

/** The weighted sum of all elements of a function's gradients: a scalar whose derivatives are one order higher. */
export function differentiated(f: ScalarFunction): ScalarFunction {
  return (recorder, inputs) => {
    const parts = gradients(recorder, f(recorder, inputs), inputs).map((gradient, index) => {
      const data = probeNumbers(gradient.size, `weights ${index}`, 0.5, 1.5);
      const weights = recorder.constant({ dtype: 'float32', shape: gradient.shape, data });
      return tf.sum(tf.mul(gradient, weights));
    });
    return parts.reduce((sum, part) => tf.add(sum, part), tf.scalar(0));
  };
}

/** Elements of recorded gradients that differ from finite differences by more than 1e-5 relative, as failure messages. */
export function gradientFailures(
  variables: readonly Variable[],
  f: ScalarFunction,
  feeds: InputValues,
): readonly string[] {
  const found = interpret(gradientGraph(variables, f), feeds);
  const y = record('probe', (recorder) => [
    { name: 'y', kind: 'result', tensor: f(recorder, declare(recorder, variables)) },
  ]);
  return variables.flatMap(({ name }) =>
    finiteDifferences(y, 'y', name, feeds).flatMap((difference, place) => {
      const gradient = found.get(`d ${name}`)?.[place] ?? NaN;
      return agree(gradient, difference)
        ? []
        : [`the derivative by ${name}[${place}] ${mismatch(gradient, difference)}`];
    }),
  );
}

/** The difference of a derivative from the finite difference in words, either of which may not be finite. */
function mismatch(gradient: number, difference: number): string {
  if (Number.isFinite(difference)) return `is ${gradient}, not ${difference}`;
  return Number.isFinite(gradient)
    ? `is ${gradient}, and the values around it are not finite`
    : `is ${gradient}, and the values around it are not finite either`;
}

/**
 * Compares the first or the second derivatives of a scalar with finite differences.
 *
 * Directional derivatives, whose directions together move every element, decide; only where they differ are the elements
 * compared one by one, so that the message names one. A kink may lie near one of the three points, not near all of them.
 *
 * @param variables Their values lie in ±[0.1, 1], away from kinks at zero; see `feedsAt` for further inputs.
 */
export function derivativeFailure(
  order: 'first' | 'second',
  variables: readonly Variable[],
  f: ScalarFunction,
): Failure {
  const wanted = order === 'first' ? f : differentiated(f);
  const derivatives = gradientGraph(variables, wanted);
  const along = alongGraph(variables, wanted);
  const points = ['a', 'b', 'c'].map((point) => feedsAt(point, derivatives, variables));
  const right = points.some((feeds) => {
    const found = interpret(derivatives, feeds);
    const gradientOf = (name: string) => found.get(`d ${name}`) ?? new Float64Array();
    return derivativesAgree(along, variables, gradientOf, feeds);
  });
  if (right) return undefined;
  let failure: Failure;
  for (const feeds of points) {
    [failure] = gradientFailures(variables, wanted, feeds);
    if (failure === undefined) return undefined;
  }
  return failure;
}

function gradientGraph(variables: readonly Variable[], f: ScalarFunction): KernelGraph {
  return record('probe', (recorder) => {
    const inputs = declare(recorder, variables);
    return gradients(recorder, f(recorder, inputs), inputs).map((tensor, place) => ({
      name: `d ${variables[place]?.name ?? ''}`,
      kind: 'result',
      tensor,
    }));
  });
}

/** Numbers for every input of a graph: variables in ±[0.1, 1], other inputs in [0, 1), booleans mostly true. */
export function feedsAt(
  point: string,
  graph: KernelGraph,
  variables: readonly Variable[],
): InputValues {
  return new Map(
    graph.inputs.map(({ name, value }) => {
      const { dtype, shape } = graph.types[value] ?? { dtype: 'float32', shape: [] };
      const uniform = probeNumbers(sizeOf(shape), `${point} ${name}`, -1, 1);
      const isVariable = variables.some((variable) => variable.name === name);
      const number = (u: number): number => {
        if (isVariable) return Math.sign(u) * (0.1 + 0.9 * Math.abs(u));
        return dtype === 'bool' ? Number(u > -0.5) : (1 + u) / 2;
      };
      return [name, Float64Array.from(uniform, number)];
    }),
  );
}
