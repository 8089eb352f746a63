import { mapNetworks } from './networks.js';
import type { SpecRule } from './rule.js';
import { shortType } from './shortType.js';

/** Layers that have a name are counted too, so naming one leaves the names of the others as they were. */
export const layerNames: SpecRule = {
  rule: 'a layer without a name is called by its type and its index among the layers of that type',
  apply: (spec) =>
    mapNetworks(spec, (layers) => {
      const seen = new Map<string, number>();
      return layers.map(({ type, name, ...options }) => {
        const short = shortType(type);
        const index = seen.get(short) ?? 0;
        seen.set(short, index + 1);
        return { type, name: name ?? `${short}_${index}`, ...options };
      });
    }),
};
