/**
 * Composite layers: layers without functions, which expansion replaces by the layers that they are made of, so that no
 * later stage meets them.
 */
export const compositeLayers = ['block', 'repeat', 'residual'] as const;
export type CompositeLayer = (typeof compositeLayers)[number];

/** True for the type of a composite layer. */
export function isCompositeLayer(type: unknown): type is CompositeLayer {
  return compositeLayers.some((known) => known === type);
}
