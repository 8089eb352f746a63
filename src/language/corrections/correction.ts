/**
 * Changes that mend mistakes in the way their messages propose, so that the parts of a spec behind them can be checked in the
 * same run: the options of an entry of unknown type, for example, are checked as those of the type that was probably meant.
 */
import type { JsonNode } from '../../source/jsonTree.js';

/** A change of one place of a spec. */
export type Correction =
  /** Gives a member of an object another key, and another value where one is given. */
  | {
      readonly kind: 'rename';
      readonly to: string;
      readonly by?: (node: JsonNode) => JsonNode;
    }
  /** Takes a member, which decides no shape, out of its object. */
  | { readonly kind: 'remove' }
  /** Takes a member to another place in the spec. */
  | { readonly kind: 'move'; readonly path: readonly string[] }
  | Replacing;

/** Puts another value in the place of one. */
export interface Replacing {
  readonly kind: 'replace';
  readonly by: (node: JsonNode) => JsonNode;
  /** Pointers of the former value inside the new one; empty where no part of it is left. */
  readonly inside: readonly string[];
  /** True for one of several values that may be meant: it says nothing about shapes. */
  readonly isGuess?: true;
}

/** A correction and the place of the mistake: that of the member for a key, that of the value otherwise. */
export interface PlacedCorrection {
  readonly pointer: string;
  readonly correction: Correction;
}
