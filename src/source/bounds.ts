/** Limits on the size of a spec, so that no spec takes long to read. */

/** Maximum size of a text in bytes of UTF-8, and of a spec with its bases. */
export const maxBytes = 1 << 20;
/** Maximum nesting depth of brackets. */
export const maxDepth = 64;
/** Maximum number of values, keys not counted. */
export const maxValues = 30_000;
/** Maximum number of items of a list. */
export const maxItems = 5_000;
/** Maximum length of a key in characters. */
export const maxKeyLength = 256;
