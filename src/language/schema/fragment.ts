/**
 * The form of fragments: JSON Schema draft-07 with additional keywords, such as `schedulable` and `entry`, which
 * `bundleFragments` expands into plain draft-07.
 */

export interface PropertySchema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  /** A scalar hyper-parameter: the bundled schema accepts a schedule object as well as the number. */
  readonly schedulable?: boolean;
  /** A kind of entry: the bundled schema accepts a bare name or an object of that tagged union. */
  readonly entry?: string;
  readonly [keyword: string]: unknown;
}

/** The schema of one word: of an object with a `type` constant. */
export interface FragmentSchema {
  readonly $id: string;
  /** Name of the generated TypeScript type, such as `HingeLoss`. */
  readonly title: string;
  /** Names that the word once had; specs may still use them. */
  readonly formerNames?: readonly string[];
  readonly description: string;
  readonly type: 'object';
  readonly required: readonly string[];
  readonly additionalProperties: false;
  readonly properties: Readonly<Record<string, PropertySchema>>;
  readonly examples: readonly unknown[];
  readonly [keyword: string]: unknown;
}

/** Any JSON Schema that is an object, by its keywords. */
export type JsonSchema = Readonly<Record<string, unknown>>;
