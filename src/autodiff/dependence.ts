/** Dependence of one recorded tensor on another. */
import type { ValueId } from '../ir/kernelGraph.js';
import type { Tensor } from '../tf.js';
import type { Recorder } from '../trace/record.js';
import { dependents } from './gradients.js';

/**
 * The way in which `y` depends on `x`: `none` where it is not computed from it, `held` where every path leads through a
 * function without derivative, `differentiable` where gradients flow on some path.
 */
export function dependence(
  recorder: Recorder,
  y: Tensor,
  x: Tensor,
): 'none' | 'held' | 'differentiable' {
  const result = recorder.valueOf(y);
  const target = recorder.valueOf(x);
  if (dependents(recorder, recorder.nodes, [target]).has(result)) return 'differentiable';
  const reached = new Set<ValueId>([target]);
  for (const { inputs, output } of recorder.nodes) {
    if (inputs.some((input) => reached.has(input))) reached.add(output);
  }
  return reached.has(result) ? 'held' : 'none';
}
