/** Derivatives of a graph's outputs by central finite differences in float64. */
import type { GraphInput, GraphOutput, KernelGraph } from '../ir/kernelGraph.js';
import { interpret } from './interpret.js';

/** Values of every input of a graph, state and feeds alike, by name. */
export type InputValues = ReadonlyMap<string, Float64Array>;

/**
 * ∂y/∂x for every element of the input `x`, the operands of `stopGradient` being constants:
 *
 *   (8·(y(x + h) − y(x − h)) − (y(x + 2h) − y(x − 2h))) / 12h,  h = 1e-3
 *
 * The truncation error is O(h⁴); rounding errors stay below 1e-11.
 *
 * @param output Name of a scalar output.
 * @param input Name of the input.
 */
export function finiteDifferences(
  graph: KernelGraph,
  output: string,
  input: string,
  feeds: InputValues,
): readonly number[] {
  const fixed = fixStopped(graph, feeds);
  const values = feeds.get(input) ?? new Float64Array();
  const step = 1e-3;
  return Array.from(values, (x, place) => {
    const at = (moved: number): number => {
      const changed = new Map([...fixed.feeds, [input, values.with(place, moved)]]);
      return interpret(fixed.graph, changed).get(output)?.[0] ?? NaN;
    };
    const near = at(x + step) - at(x - step);
    const far = at(x + 2 * step) - at(x - 2 * step);
    return (8 * near - far) / (12 * step);
  });
}

/** The graph with the operand of every `stopGradient` as a further input, and the values of all inputs. */
function fixStopped(
  graph: KernelGraph,
  feeds: InputValues,
): { readonly graph: KernelGraph; readonly feeds: InputValues } {
  const stopped = graph.nodes.filter(({ kernel }) => kernel === 'StopGradient');
  if (stopped.length === 0) return { graph, feeds };
  const names = stopped.map(({ output }) => ({ name: `stopped ${output}`, value: output }));
  const outputs = names.map((one): GraphOutput => ({ ...one, kind: 'result' }));
  const numbers = interpret({ ...graph, outputs }, feeds);
  const inputs = names.map((one): GraphInput => ({ ...one, kind: 'feed' }));
  return {
    graph: {
      ...graph,
      inputs: [...graph.inputs, ...inputs],
      nodes: graph.nodes.filter(({ kernel }) => kernel !== 'StopGradient'),
    },
    feeds: new Map([...feeds, ...numbers]),
  };
}
