/**
 * The form of fragments: JSON Schema draft-07 with additional keywords. `bundleFragments` expands `schedulable`, `entry`
 * and `formerNames` into plain draft-07 and removes the others, which only messages read.
 */

/** Conversions of a number under another name into that of an option. */
export const conversions = ['complement', 'epochs', 'unit', 'thousandImages'] as const;
export type Conversion = (typeof conversions)[number];

/** Values of an option, as a JSON Schema with one keyword. */
export type Condition =
  | { readonly const: unknown }
  | { readonly enum: readonly unknown[] }
  | { readonly exclusiveMinimum: number };

export interface PropertySchema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  /** A scalar hyper-parameter: the bundled schema accepts a schedule object as well as the number. */
  readonly schedulable?: boolean;
  /** A kind of entry: the bundled schema accepts a bare name or an object of that tagged union. */
  readonly entry?: string;
  /** Names of the option in other libraries and papers, for hints; case and separators do not matter. */
  readonly otherNames?: readonly string[];
  /** Values of the option in other libraries, in letters as JSON has them (`0`, `gaussian`), and the value that each is here. */
  readonly otherValues?: Readonly<Record<string, unknown>>;
  /** Names of numbers that become the option after a conversion, as `keepProb` becomes `rate`. */
  readonly convertedNames?: Readonly<Record<string, Conversion>>;
  /** Names of switches elsewhere, and the value of the option that each stands for, as `grayscale` does for one channel. */
  readonly switchNames?: Readonly<Record<string, unknown>>;
  /** Other options of the same object, and the values of them without which this one has no effect. */
  readonly actsOnlyWith?: Readonly<Record<string, Condition>>;
  readonly [keyword: string]: unknown;
}

/** The schema of one word: of an object with a `type` constant. */
export interface FragmentSchema {
  readonly $id: string;
  /** Name of the generated TypeScript type, such as `HingeLoss`. */
  readonly title: string;
  /** Names that the word once had; specs may still use them. */
  readonly formerNames?: readonly string[];
  /** Names of the word in other libraries and papers, for hints; case and separators do not matter. */
  readonly otherNames?: readonly string[];
  /** Differences from this word of what others have under one of its other names, in sentences. */
  readonly nameNotes?: Readonly<Record<string, string>>;
  readonly description: string;
  readonly type: 'object';
  readonly required: readonly string[];
  readonly additionalProperties: false;
  readonly properties: Readonly<Record<string, PropertySchema>>;
  readonly examples: readonly unknown[];
  readonly [keyword: string]: unknown;
}

/** Keywords that only messages read. */
export const messageKeywords = [
  'otherNames',
  'otherValues',
  'nameNotes',
  'convertedNames',
  'switchNames',
  'actsOnlyWith',
];

/** Any JSON Schema that is an object, by its keywords. */
export type JsonSchema = Readonly<Record<string, unknown>>;
