/** Holds recorded derivatives against finite differences, both computed in float64. */
import { gradients } from '../autodiff/gradients.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import { sizeOf, type Shape } from '../ir/tensorType.js';
import { interpret } from '../oracle/interpret.js';
import { slopes, type Feeds } from '../oracle/slopes.js';
import { tf, type Tensor } from '../tf.js';
import { record, type Recorder } from '../trace/record.js';
import type { Objection } from './finding.js';
import { probeNumbers } from './probeNumbers.js';

/** A float32 tensor that a scalar is differentiated by. */
export interface Variable {
  readonly name: string;
  readonly shape: Shape;
}

/** A scalar that is computed from float32 tensors; it may declare further inputs. */
export type ScalarFunction = (recorder: Recorder, inputs: readonly Tensor[]) => Tensor;

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
  const y = scalarGraph(variables, f);
  const derivatives = record('probe', (recorder) => {
    const inputs = declare(recorder, variables);
    return gradients(recorder, f(recorder, inputs), inputs).map((tensor, place) => ({
      name: `d ${variables[place]?.name ?? ''}`,
      kind: 'result',
      tensor,
    }));
  });
  const found = interpret(derivatives, feeds);
  return variables.flatMap(({ name }) =>
    slopes(y, 'y', name, feeds).flatMap((slope, place) => {
      const gradient = found.get(`d ${name}`)?.[place] ?? NaN;
      // The absolute part is the rounding of the difference itself, for slopes near 0.
      const close = Math.abs(gradient - slope) <= 1e-5 * Math.abs(slope) + 1e-9;
      return close ? [] : [`the derivative by ${name}[${place}] is ${gradient}, not ${slope}`];
    }),
  );
}

/**
 * What speaks against the gradient of a scalar, or against the gradient of its gradient.
 *
 * @param variables Their values lie in ±[0.1, 1], away from kinks at zero; further inputs get numbers in [0, 1).
 *   A kink elsewhere may lie beside one point, not beside each of three.
 */
export function derivativeObjection(
  order: 'first' | 'second',
  variables: readonly Variable[],
  f: ScalarFunction,
): Objection {
  const wanted = order === 'first' ? f : differentiated(f);
  const graph = scalarGraph(variables, f);
  let objection: Objection;
  for (const point of ['a', 'b', 'c']) {
    [objection] = gradientObjections(variables, wanted, feedsAt(point, graph, variables));
    if (objection === undefined) return undefined;
  }
  return objection;
}

function scalarGraph(variables: readonly Variable[], f: ScalarFunction): KernelGraph {
  return record('probe', (recorder) => [
    { name: 'y', kind: 'result', tensor: f(recorder, declare(recorder, variables)) },
  ]);
}

function declare(recorder: Recorder, variables: readonly Variable[]): readonly Tensor[] {
  return variables.map(({ name, shape }) =>
    recorder.input(name, { dtype: 'float32', shape }, 'feed'),
  );
}

function feedsAt(point: string, graph: KernelGraph, variables: readonly Variable[]): Feeds {
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
