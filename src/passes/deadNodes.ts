/** Leaves out what nobody reads. */
import { compact } from '../ir/compact.js';
import type { Pass } from './pass.js';

/** The pass. What remains keeps its name and is numbered anew. */
export const deadNodes: Pass = {
  name: 'deadNodes',
  sentence: 'nodes, constants and inputs that no output needs are left out',
  run: compact,
};
