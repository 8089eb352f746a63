/** Holds recorded derivatives against finite differences, both computed in float64. */
import { gradients } from '../autodiff/gradients.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import { sizeOf } from '../ir/tensorType.js';
import { interpret } from '../oracle/interpret.js';
import { slopes, type Feeds } from '../oracle/slopes.js';
import { tf } from '../tf.js';
import { record } from '../trace/record.js';
import {
  agree,
  alongGraph,
  declare,
  slopesAgree,
  type ScalarFunction,
  type Variable,
} from './directions.js';
import type { Objection } from './finding.js';
import { probeNumbers } from './probeNumbers.js';

export type { ScalarFunction, Variable };

/** The sum of a function's gradients, each element with a weight of its own: a scalar whose gradient is of one order more. */
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

/** The elements of recorded gradients that are not the slopes of the scalar, to 1e-5 relative; all inputs are fed. */
export function gradientObjections(
  variables: readonly Variable[],
  f: ScalarFunction,
  feeds: Feeds,
): readonly string[] {
  const found = interpret(gradientGraph(variables, f), feeds);
  const y = record('probe', (recorder) => [
    { name: 'y', kind: 'result', tensor: f(recorder, declare(recorder, variables)) },
  ]);
  return variables.flatMap(({ name }) =>
    slopes(y, 'y', name, feeds).flatMap((slope, place) => {
      const gradient = found.get(`d ${name}`)?.[place] ?? NaN;
      return agree(gradient, slope)
        ? []
        : [`the derivative by ${name}[${place}] is ${gradient}, not ${slope}`];
    }),
  );
}

/**
 * What speaks against the gradient of a scalar, or against the gradient of its gradient.
 *
 * Slopes along directions that together move every element decide; only where they differ are the elements looked at
 * one by one, to name one. A kink may lie beside one point, not beside each of three.
 *
 * @param variables Their values lie in ±[0.1, 1], away from kinks at zero; see `feedsAt` for further inputs.
 */
export function derivativeObjection(
  order: 'first' | 'second',
  variables: readonly Variable[],
  f: ScalarFunction,
): Objection {
  const wanted = order === 'first' ? f : differentiated(f);
  const derivatives = gradientGraph(variables, wanted);
  const along = alongGraph(variables, wanted);
  const points = ['a', 'b', 'c'].map((point) => feedsAt(point, derivatives, variables));
  const right = points.some((feeds) => {
    const found = interpret(derivatives, feeds);
    const gradientOf = (name: string) => found.get(`d ${name}`) ?? new Float64Array();
    return slopesAgree(along, variables, gradientOf, feeds);
  });
  if (right) return undefined;
  let objection: Objection;
  for (const feeds of points) {
    [objection] = gradientObjections(variables, wanted, feeds);
    if (objection === undefined) return undefined;
  }
  return objection;
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

/** Numbers of every input of a graph: variables in ±[0.1, 1], further numbers in [0, 1), booleans mostly true. */
export function feedsAt(point: string, graph: KernelGraph, variables: readonly Variable[]): Feeds {
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
