import { mapNetworks } from './networks.js';
import type { SpecRule } from './rule.js';

/** The name `"input"` stands for the network's own input. Applied after `layerNames`. */
export const layerInputs: SpecRule = {
  rule: 'a layer without an input reads the layer before it, and the first one the input of the network',
  apply: (spec) =>
    mapNetworks(spec, (layers) =>
      layers.map(({ type, name, input, ...options }, index) => ({
        type,
        name,
        input: input ?? [layers[index - 1]?.['name'] ?? 'input'],
        ...options,
      })),
    ),
};
