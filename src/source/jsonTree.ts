/** JSON values with the ranges of text that they were read from, also after several files were merged. */

/** A text and its name. `lineStarts` has the offset of the first character of each line. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
  readonly lineStarts: readonly number[];
}

/** A part of one source text. */
export interface Range {
  readonly source: SourceText;
  readonly offset: number;
  readonly length: number;
}

export type JsonScalar = string | number | boolean | null;

export type JsonNode =
  | {
      readonly kind: 'object';
      readonly range: Range;
      readonly members: ReadonlyMap<string, JsonMember>;
    }
  | { readonly kind: 'array'; readonly range: Range; readonly items: readonly JsonNode[] }
  | { readonly kind: 'scalar'; readonly range: Range; readonly value: JsonScalar };

export interface JsonMember {
  /** The range of the key, quotes included. */
  readonly key: Range;
  readonly value: JsonNode;
}
