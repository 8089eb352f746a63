/** Tensors and functions that losses and penalties have in common. */
import type { Shape } from '../ir/tensorType.js';
import type { Scalar, Tensor } from '../tf.js';

/**
 * The discriminator's output for one batch, `[batch, 1]` each: raw scores, or, for a loss on reconstructions, the distance
 * of each sample from its reconstruction.
 */
export interface Scores {
  readonly real: Tensor;
  readonly fake: Tensor;
}

/** Context of losses and penalties; its functions may be destructured. */
export interface TermContext {
  /** Numbers of this term kept from step to step, as declared by `state`. */
  readonly state: Readonly<Record<string, Scalar>>;
  /** Gives a state number its next value, which counts once an update, however many batches that takes. */
  readonly update: (name: string, value: Tensor) => void;
  /** Shows a scalar in logs beside the losses, as `loss/<name>` or `<penalty>/<name>`; at most once a step for each name. */
  readonly report: (name: string, value: Tensor) => void;
  readonly stopGradient: <T extends Tensor>(x: T) => T;
  /** A tensor of fixed numbers in row-major order. */
  readonly constant: (values: readonly number[], shape: Shape) => Tensor;
}

/**
 * The numbers that a term keeps; reading one that its hook `state` does not declare throws, since `undefined` would fail
 * in an operation that cannot name it.
 */
export function declaredState(numbers: TermContext['state']): TermContext['state'] {
  return new Proxy(numbers, {
    get: (target, name) => {
      if (typeof name === 'string' && !Object.hasOwn(target, name)) throw undeclaredState(name);
      return Reflect.get(target, name) as unknown;
    },
  });
}

/** The error for a number that a term uses and does not keep. */
export function undeclaredState(name: string): Error {
  return new Error(
    `there is no state "${name}": declare it with its first value, as in state: () => ({ ${name}: 0 })`,
  );
}
