/** The gradient of every kernel. */
import type { Rules } from './rule.js';
import { contractionRules } from './rules/contraction.js';
import { elementwiseRules } from './rules/elementwise.js';
import { layoutRules } from './rules/layout.js';

/** One rule per kernel; a kernel without one does not compile. */
export const rules: Rules = { ...elementwiseRules, ...layoutRules, ...contractionRules };
