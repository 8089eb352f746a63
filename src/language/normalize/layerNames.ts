import { mapNetworks } from './networks.js';
import type { SpecRule } from './rule.js';
import { shortType } from './shortType.js';

/** Named layers are counted, too, so naming one leaves the names of the others unchanged. */
export const layerNames: SpecRule = {
  rule: 'a layer without a name is called by its type and its index among the layers of that type',
  apply: (spec) =>
    mapNetworks(spec, (layers) => {
      const names = new LayerNames();
      return layers.map(({ type, name, ...options }) => {
        const automatic = names.next(type);
        return { type, name: name ?? automatic, ...options };
      });
    }),
};

/** Names the layers of one network, in their order. */
export class LayerNames {
  readonly #seen = new Map<string, number>();

  /** The automatic name of the next layer; to be called for every layer, named ones included. */
  next(type: unknown): string {
    const short = shortType(type);
    const index = this.#seen.get(short) ?? 0;
    this.#seen.set(short, index + 1);
    return `${short}_${index}`;
  }
}
