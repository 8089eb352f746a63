/**
 * Composite layers: layers without functions, which expansion replaces by the layers that they are made of, so that no
 * later stage meets them.
 */
export const compositeTypes = ['block', 'repeat', 'residual'] as const;
export type CompositeType = (typeof compositeTypes)[number];

/** True for the type of a composite layer. */
export function isCompositeType(type: unknown): type is CompositeType {
  return compositeTypes.some((known) => known === type);
}
