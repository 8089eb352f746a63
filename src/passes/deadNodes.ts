/** Removes nodes, constants and inputs that no output depends on. */
import { prune } from '../ir/prune.js';
import type { Pass } from './pass.js';

/** The pass. */
export const deadNodes: Pass = {
  name: 'deadNodes',
  sentence: 'nodes, constants and inputs that no output needs are left out',
  run: prune,
};
