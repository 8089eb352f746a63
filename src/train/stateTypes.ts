import type { TensorType } from '../ir/tensorType.js';
import type { Program } from '../program/program.js';
import { Counters } from './counters.js';

/** Types of all state tensors of a program by name, the counters of a session among them. */
export function stateTypes({ state, iteration }: Program): ReadonlyMap<string, TensorType> {
  const tensors = state.map((spec) => [spec.name, spec] as const);
  return new Map<string, TensorType>([...tensors, ...new Counters(iteration).types]);
}
