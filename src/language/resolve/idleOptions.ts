/** Reasons why options and entries have no effect. */
import type { Kind } from '../../entries/entry.js';
import type { Tagged } from '../../entries/tagged.js';
import type { Condition } from '../schema/fragment.js';
import type { NormalTraining } from '../normalSpec.js';

/** The reason why an option or an entry has no effect. */
export interface Reason {
  /** As in `without "useBias"`. */
  readonly why: string;
  /** A full sentence. @param name Of the option or entry. */
  readonly wayOut: (name: string) => string;
}

/** The reason that the thing it acts on is missing. @param needs That thing, in words. */
export function without(needs: string): Reason {
  return {
    why: `without ${needs}`,
    wayOut: (name) => `remove "${name}", or add what it acts on`,
  };
}

/** The reason that another option takes its place. */
export function beside(other: string): Reason {
  return { why: `beside "${other}"`, wayOut: (name) => `remove "${name}" or "${other}"` };
}

type Options = Tagged & Readonly<Record<string, unknown>>;

/** A way in which an entry as a whole has no effect. */
export interface IdleEntry extends Reason {
  readonly kind: Kind;
  readonly type: string;
  /** @param config With its defaults. */
  readonly isIdle: (config: Options, training: NormalTraining) => boolean;
}

/** The reason that an option acts only with these values of another. @param other Name of that option. */
export function conditionReason(other: string, condition: Condition): Reason {
  if ('exclusiveMinimum' in condition) {
    return without(`a "${other}" above ${String(condition.exclusiveMinimum)}`);
  }
  const values = 'enum' in condition ? condition.enum : [condition.const];
  if (values.length === 1 && values[0] === false) return beside(other);
  return without(`"${other}": ${values.map((value) => JSON.stringify(value)).join(' or ')}`);
}

/** True where the value fulfils the condition; a schedule is taken to fulfil any bound. */
export function isFulfilled(condition: Condition, value: unknown): boolean {
  if ('exclusiveMinimum' in condition) {
    return typeof value !== 'number' || value > condition.exclusiveMinimum;
  }
  return ('enum' in condition ? condition.enum : [condition.const]).includes(value);
}

/** Ways in which an entry as a whole has no effect. */
export const idleEntries: readonly IdleEntry[] = [
  {
    kind: 'penalty',
    type: 'pullingAway',
    isIdle: (_config, { batchSize, packing }) => batchSize === packing,
    ...without('a second sample, or pack of samples, in the batch'),
    wayOut: () => 'use a larger batchSize, or remove "pullingAway"',
  },
  {
    kind: 'loss',
    type: 'leastSquares',
    isIdle: ({ realTarget, fakeTarget }) => realTarget === fakeTarget,
    ...without('a "realTarget" and a "fakeTarget" that differ'),
    wayOut: () => 'let the discriminator aim at two different scores, such as 1 and 0',
  },
];
