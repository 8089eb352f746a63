/**
 * Layers that stand for other layers: the first stages of the pipeline put those in their place, so that no later one meets
 * them. They have a fragment as all words have, and no functions.
 */
export const structureTypes = ['block', 'repeat', 'residual'] as const;
export type StructureType = (typeof structureTypes)[number];

/** Whether a layer of this type stands for others. */
export function isStructureType(type: unknown): type is StructureType {
  return structureTypes.some((known) => known === type);
}
