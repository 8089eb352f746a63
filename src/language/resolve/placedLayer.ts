/** Layers with the place in the spec that they come from. */
import type { NormalLayer } from '../normalSpec.js';

/** The name under which layers read the network's own input. */
export const networkInput = 'input';

/** The name under which layers read the class of a sample, one-hot. */
export const labelsInput = 'labels';

export interface PlacedLayer {
  readonly layer: NormalLayer;
  /** JSON Pointer: of the layer, or of what it was made for. */
  readonly pointer: string;
}

/** A list of layers as a spec writes it. @param base JSON Pointer of the list. */
export function placed(layers: readonly NormalLayer[], base: string): readonly PlacedLayer[] {
  return layers.map((layer, index) => ({ layer, pointer: `${base}/${index}` }));
}
