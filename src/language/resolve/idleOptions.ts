/** Reasons why options have no effect. */
import type { Condition } from '../schema/fragment.js';

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
