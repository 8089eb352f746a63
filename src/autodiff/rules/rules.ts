/** The gradient rules of all kernels. */
import type { Rules } from './rule.js';
import { contractionRules } from './contraction.js';
import { elementwiseRules } from './elementwise.js';
import { layoutRules } from './layout.js';

/** One rule per kernel; a kernel without one does not compile. */
export const rules: Rules = { ...elementwiseRules, ...layoutRules, ...contractionRules };
