/** The invariants of recorded graphs. */
import type { GraphStage, Invariant } from '../ir/verify/verify.js';
import { wellFormed } from '../ir/verify/wellFormed.js';

const complete: Invariant = {
  sentence: 'every type belongs to a value',
  check({ types, inputs, constants, nodes }, report) {
    const values = inputs.length + constants.length + nodes.length;
    if (values !== types.length) report(`${types.length} types, ${values} value(s)`);
  },
};

/** Graphs as they are recorded. */
export const afterRecording: GraphStage = {
  when: 'after recording',
  invariants: [...wellFormed, complete],
};
