import type { PropertySchema } from '../language/schema/fragment.js';

/** A small working entry of one kind, from which the files of a new one are written. */
export interface Template {
  /** What it computes, for the comment above it. */
  readonly formula: string;
  /** What it is, for the users of its schema. */
  readonly description: string;
  /** Options beside `type`, each on one line of the file. */
  readonly options: Readonly<Record<string, PropertySchema>>;
  /** Type arguments of the define function after that of the options. */
  readonly typeArguments?: readonly string[];
  /** Whether the functions use `tf`. */
  readonly tensors: boolean;
  /** The rest of the definition, its lines indented by two. */
  readonly body: string;
  /** What is different in an entry of ganspec's own, which is held to stricter types and may use its helpers. */
  readonly inside?: {
    readonly imports: readonly string[];
    readonly replace: readonly [text: string, by: string];
  };
  /** What makes the preset `ring` use the entry, as `--set` takes it. */
  readonly use: (type: string) => string;
}
