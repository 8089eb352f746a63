/** The gradient rules of all kernels. */
import type { Rules } from './rule.js';
import { contractionGradients } from './contraction.js';
import { elementwiseGradients } from './elementwise.js';
import { layoutGradients } from './layout.js';

/** One rule per kernel; a kernel without one does not compile. */
export const rules: Rules = {
  ...elementwiseGradients,
  ...layoutGradients,
  ...contractionGradients,
};
