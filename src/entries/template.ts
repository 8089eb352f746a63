import type { PropertySchema } from '../language/schema/fragment.js';

/** A small working entry of one kind, from which the files of a new one are written. */
export interface Template {
  /** The formula in the comment above it. */
  readonly formula: string;
  /** The description in its schema, for users. */
  readonly description: string;
  /** Options beside `type`, each on one line of the file. */
  readonly options: Readonly<Record<string, PropertySchema>>;
  /** Type arguments of the define function after that of the options. */
  readonly typeArguments?: readonly string[];
  /** True where the functions use `tf`. */
  readonly tensors: boolean;
  /** The rest of the definition, its lines indented by two. */
  readonly body: string;
  /** Differences in a built-in entry, which is compiled under stricter types and may use ganspec's helpers. */
  readonly inside?: {
    readonly imports: readonly string[];
    readonly replace: readonly [text: string, by: string];
  };
  /** The setting by which the preset `ring` uses the entry, as `--set` takes it. */
  readonly use: (type: string) => string;
}
