/** The form of a kind of entry: what its entries share with all others, and what the other rooms read of the kind. */
import type { FragmentSchema, PropertySchema } from '../language/schema/fragment.js';
import type { ResultCheck } from './resultCheck.js';
import type { Template } from './template.js';

/** The part that entries of all kinds share. */
export interface EntryBase<K extends string = string> {
  readonly kind: K;
  /** The tag in the spec; a plugin's tag has a slash, as in `acme/softplus`. */
  readonly type: string;
  readonly schema: FragmentSchema;
  /** The file or package that it came from, as it was named; absent for built-ins and for entries that a program gives. */
  readonly origin?: string;
  /** Absolute path of the module that it came from, where it has an `origin`. */
  readonly module?: string;
}

/** The part that definitions of all kinds share. */
export type Definition = Pick<EntryBase, 'type' | 'schema'>;

/** Names of an entry's functions. */
type HookName<E> = {
  [H in keyof E]-?: NonNullable<E[H]> extends (...inputs: never[]) => unknown ? H : never;
}[keyof E];

/** Names of the functions that an entry may lack. */
type OptionalHookName<E> = {
  [H in HookName<E>]: undefined extends E[H] ? H : never;
}[HookName<E>];

/** Words of a kind without functions, which expansion replaces by others, as `repeat` among the layers. */
export interface Composites {
  readonly types: readonly string[];
  /** The shared options of the kind that they take. */
  readonly options: readonly string[];
}

/** A kind of entry. @typeParam E Its entries. */
export interface KindRecord<E extends EntryBase> {
  /** Folder of its words under `schema/`, `src/` and `test/`, and the name of its reference page. */
  readonly folder: string;
  /** The `define…` functions that make its entries, by name. */
  readonly makers: Readonly<Record<string, (definition: never) => E>>;
  /** Checks of the results of all hooks: a hook without one does not compile. */
  readonly hookResults: { readonly [H in HookName<E>]: ResultCheck<E> };
  /** Check of the values of a function that a hook returns, as `make` of a schedule does. */
  readonly returnedFunction?: ResultCheck<E>;
  /** Properties of the objects that hooks return, where these may be instances of classes. */
  readonly returnedProperties?: { readonly [H in HookName<E>]?: readonly string[] };
  readonly optionalHooks?: readonly OptionalHookName<E>[];
  /** Checks of the results of functions in the object that a hook returns, as `read` of an open data set. */
  readonly returnedMethods?: Readonly<Record<string, ResultCheck<E>>>;
  /** Those among them that fill the array that is their second argument, with the word for what they write. */
  readonly fillingMethods?: Readonly<Record<string, string>>;
  /** Hooks that may return a promise. */
  readonly asyncHooks?: readonly HookName<E>[];
  /** Options of every word of the kind, beside those of its fragment. */
  readonly sharedOptions?: Readonly<Record<string, PropertySchema>>;
  /** False where a word always stands as an object, never as a bare name; default: true. */
  readonly bareNames?: boolean;
  readonly composites?: Composites;
  /** The entry that `ganspec new` starts from; a kind without one is not offered there. */
  readonly template?: Template;
}
