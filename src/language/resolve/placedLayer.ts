/** Layers with their place in the spec. */
import type { NormalLayer } from '../normalSpec.js';

/** The name of the network's own input, for layers to read. */
export const networkInput = 'input';

/** The name of the class of a sample, one-hot, for layers to read. */
export const labelsInput = 'labels';

/** True for a layer that reads the class by itself. */
export function readsLabels({ input }: NormalLayer): boolean {
  return input.includes(labelsInput);
}

export interface PlacedLayer {
  readonly layer: NormalLayer;
  /** JSON Pointer of the layer, or of the option that adds it. */
  readonly pointer: string;
}

/** Layers of a list in the spec. @param base JSON Pointer of the list. */
export function placed(layers: readonly NormalLayer[], base: string): readonly PlacedLayer[] {
  return layers.map((layer, index) => ({ layer, pointer: `${base}/${index}` }));
}
