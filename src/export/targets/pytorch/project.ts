/** The networks and functions of a project, as those see each other. */
import type { Constants } from './constants.js';
import type { NetworkFacts } from './networkFacts.js';

/** The networks and functions that a function may call. */
export interface Project {
  readonly networks: ReadonlyMap<string, NetworkFacts>;
  /** Functions by the name that calls have. */
  readonly functions: ReadonlyMap<string, FunctionFacts>;
  readonly batchSize: number;
  readonly constants: Constants;
}

/** A function as its callers see it. */
export interface FunctionFacts {
  /** Its name in Python. */
  readonly name: string;
  readonly usesStep: boolean;
  /** Operands that it takes a gradient by. */
  readonly targets: ReadonlySet<number>;
  readonly hasResult: boolean;
  readonly text: string;
}
