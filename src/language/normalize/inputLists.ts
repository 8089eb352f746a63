import { mapNetworks } from './networks.js';
import type { SpecRule } from './rule.js';

export const inputLists: SpecRule = {
  rule: 'the name of one input stands for a list of that name alone',
  apply: (spec) =>
    mapNetworks(spec, (layers) =>
      layers.map((layer) =>
        typeof layer['input'] === 'string' ? { ...layer, input: [layer['input']] } : layer,
      ),
    ),
};
