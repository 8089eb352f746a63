/** The options of a spec, as they reach an entry's functions. */
import type { Expression, Schedule } from '../generated/spec.js';
import type { Distribution } from '../random/distribution.js';
import type { Scalar } from '../tf.js';

/** A value of the generated types after expansion, which has replaced every expression by its number. */
export type WithoutExpressions<T> = T extends Expression
  ? never
  : T extends object
    ? { [K in keyof T]: WithoutExpressions<T[K]> }
    : T;

/** A hyper-parameter inside a graph: the number itself, or a scalar tensor fed anew each step where a schedule drives it. */
export type Hyperparameter = number | Scalar;

/** True where `T` accepts a schedule object, that is, where the fragment says `schedulable`. */
type IsSchedulable<T> = [Extract<Exclude<T, undefined>, Schedule>] extends [never] ? false : true;

/** Options with every default filled in; schedulable numbers as they appear in a graph. */
export type GraphConfig<C> = {
  readonly [K in keyof C]-?: IsSchedulable<C[K]> extends true
    ? Hyperparameter
    : WithoutExpressions<Exclude<C[K], undefined>>;
};

/** Options with every default filled in and every schedule evaluated at one step. */
export type HostConfig<C> = {
  readonly [K in keyof C]-?: IsSchedulable<C[K]> extends true
    ? number
    : WithoutExpressions<Exclude<C[K], undefined>>;
};

/** A distribution whose numbers may be driven by a schedule. */
export type ScheduledDistribution =
  | Exclude<Distribution, { kind: 'bernoulli' }>
  | { readonly kind: 'bernoulli'; readonly probability: Hyperparameter };
