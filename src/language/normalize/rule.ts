/** What a rule of normalization is: one sentence about the language, and the function that makes it so. */
import type { JsonSchema } from '../schema/fragment.js';

/** JSON Schemas by name, for `$ref`. */
export type Definitions = Readonly<Record<string, unknown>>;

/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A rule about a value and the schema that describes it; applied to a value before those inside it. */
export interface ValueRule {
  readonly rule: string;
  readonly apply: (value: unknown, schema: JsonSchema, definitions: Definitions) => unknown;
}

/** A rule about a whole spec in which every name and default is written out. */
export interface SpecRule {
  readonly rule: string;
  readonly apply: (spec: JsonObject) => JsonObject;
}
