/** How a spec's options look when they reach an entry's functions. */
import type { Scalar } from '../tf.js';
import type { Schedule } from '../generated/spec.js';

/** A hyper-parameter inside a graph: the number itself, or a scalar tensor fed anew each step where a schedule drives it. */
export type Hyperparameter = number | Scalar;

/** True where `T` accepts a schedule object, that is, where the fragment says `schedulable`. */
type IsSchedulable<T> = [Extract<Exclude<T, undefined>, Schedule>] extends [never] ? false : true;

/** Options with every default filled in; schedulable numbers as they appear in a graph. */
export type GraphConfig<C> = {
  readonly [K in keyof C]-?: IsSchedulable<C[K]> extends true
    ? Hyperparameter
    : Exclude<C[K], undefined>;
};

/** Options with every default filled in and every schedule evaluated at one step. */
export type HostConfig<C> = {
  readonly [K in keyof C]-?: IsSchedulable<C[K]> extends true ? number : Exclude<C[K], undefined>;
};
