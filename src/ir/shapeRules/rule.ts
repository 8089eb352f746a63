/** The type of shape rules, and their preconditions. */
import { InternalError } from '../../diagnostics/errors.js';
import type { KernelName, Kernels } from '../kernels.js';
import { typeText, type DType, type Shape, type TensorType } from '../tensorType.js';

/** Computes the type of a kernel's output. Throws InternalError where a precondition is violated. */
export type ShapeRule<K extends KernelName> = (
  inputs: readonly TensorType[],
  attributes: Kernels[K]['attributes'],
) => TensorType;

export type ShapeRules = { readonly [K in KernelName]: ShapeRule<K> };

/** @throws InternalError with `message` where the condition does not hold. */
export function demand(condition: boolean, message: () => string): asserts condition {
  if (!condition) throw new InternalError(message());
}

/** The only input. @throws InternalError for any other number of inputs. */
export function one(inputs: readonly TensorType[]): TensorType {
  const [x] = inputs;
  demand(x !== undefined && inputs.length === 1, () => `takes 1 input, got ${inputs.length}`);
  return x;
}

/** The two inputs. @throws InternalError for any other number of inputs. */
export function two(inputs: readonly TensorType[]): readonly [TensorType, TensorType] {
  const [a, b] = inputs;
  demand(
    a !== undefined && b !== undefined && inputs.length === 2,
    () => `takes 2 inputs, got ${inputs.length}`,
  );
  return [a, b];
}

/** Demands one of these dtypes. */
export function demandDtype(x: TensorType, ...allowed: readonly DType[]): void {
  demand(allowed.includes(x.dtype), () => `takes ${allowed.join(' or ')}, got ${typeText(x)}`);
}

/** Demands this number of axes. */
export function demandRank(name: string, shape: Shape, rank: number): void {
  demand(
    shape.length === rank,
    () => `${name} must have ${rank} axes, has shape [${shape.join(',')}]`,
  );
}

/** Demands whole numbers of at least `least`. */
export function demandWhole(name: string, values: readonly number[], least: number): void {
  demand(
    values.every((value) => Number.isInteger(value) && value >= least),
    () => `${name} must be whole numbers of at least ${least}, got [${values.join(',')}]`,
  );
}

/** Demands ascending axes below the rank. */
export function demandAxes(name: string, axes: readonly number[], rank: number): void {
  const good = axes.every(
    (axis, place) =>
      Number.isInteger(axis) && axis >= 0 && axis < rank && axis > (axes[place - 1] ?? -1),
  );
  demand(good, () => `${name} [${axes.join(',')}] must be sorted, distinct axes below ${rank}`);
}

/** Demands one entry per axis. */
export function demandPerAxis(name: string, values: readonly unknown[], shape: Shape): void {
  demand(
    values.length === shape.length,
    () => `${name} must have one entry per axis of [${shape.join(',')}], has ${values.length}`,
  );
}
