/** The type of every kernel's output, from the types of its inputs and its attributes. */
import { InternalError } from '../../diagnostics/errors.js';
import type { KernelName, Kernels } from '../kernels.js';
import { contractionRules } from './contraction.js';
import { elementwiseRules } from './elementwise.js';
import { layoutRules } from './layout.js';
import type { ShapeRules } from './rule.js';
import { typeText, type TensorType } from '../tensorType.js';

/** The shape rules, by kernel. */
export const shapeRules: ShapeRules = { ...elementwiseRules, ...layoutRules, ...contractionRules };

/**
 * The type of a kernel's output.
 *
 * @throws InternalError with the kernel, its input types and the violated precondition.
 */
export function inferType<K extends KernelName>(
  kernel: K,
  inputs: readonly TensorType[],
  attributes: Kernels[K]['attributes'],
): TensorType {
  try {
    return shapeRules[kernel](inputs, attributes);
  } catch (error) {
    if (!(error instanceof InternalError)) throw error;
    const types = inputs.map(typeText).join(', ');
    throw new InternalError(`${kernel}(${types}): ${error.message}`, { cause: error });
  }
}
