/** Bounds of values on their way through layers. */
import { unbounded, type Interval } from '../../entries/interval.js';
import type { LayerEntry } from '../../entries/layer.js';
import type { Tagged } from '../../entries/tagged.js';
import { entryOf } from '../../entries/entryOf.js';
import type { Registry } from '../../entries/registry.js';
import { firstConfig } from '../schedule.js';
import type { ResolvedNetwork } from '../resolvedGan.js';

/** True where the outer bounds contain the inner ones. */
export function holds(outer: Interval, inner: Interval): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** The smallest bounds that contain all of the given ones. */
export function hull(ranges: readonly Interval[]): Interval {
  return ranges.reduce<Interval>(
    ([low, high], [lower, higher]) => [Math.min(low, lower), Math.max(high, higher)],
    [Infinity, -Infinity],
  );
}

/** Bounds of a layer's output, after the activation that it applies. */
export function layerRange(
  entry: LayerEntry,
  config: Tagged,
  input: Interval,
  registry: Registry,
): Interval {
  const own = entry.outputRange(input, firstConfig(entry.schema, config, registry));
  const options: Readonly<Record<string, unknown>> = { ...config };
  return activationOptions(entry)
    .map((option) => options[option])
    .filter(isTagged)
    .reduce((range, activation) => {
      const found = entryOf(registry, 'activation', activation.type);
      return found.range(range, firstConfig(found.schema, activation, registry));
    }, own);
}

function activationOptions({ schema }: LayerEntry): readonly string[] {
  return Object.keys(schema.properties).filter(
    (option) => schema.properties[option]?.['entry'] === 'activation',
  );
}

function isTagged(value: unknown): value is Tagged {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** Bounds that layers keep only if they copy, drop or reorder values. */
const probe: Interval = [-3, 5];

/** The layer or activation that determines the bounds of a network's output. */
export interface RangeOrigin {
  /** JSON Pointer of a layer, down to its activation where that is an option. */
  readonly pointer: string;
  /** The type of the activation or the layer; undefined where the output is the input. */
  readonly type?: string;
  /** The layer's option that takes an activation, where it has one. */
  readonly option?: string;
}

/** The origin of the bounds of a network's output: the last layer that does more than copy, drop or reorder values. */
export function rangeOrigin(network: ResolvedNetwork, registry: Registry): RangeOrigin {
  let layer = network.layers.find(({ name }) => name === network.output);
  while (layer) {
    const entry = entryOf(registry, 'layer', layer.type);
    const [low, high] = layerRange(entry, layer.config, probe, registry);
    if (low !== probe[0] || high !== probe[1]) {
      const { pointer, type } = layer;
      const [option] = activationOptions(entry);
      if (option === undefined) return { pointer, type };
      const activation: unknown = Reflect.get(layer.config, option);
      return {
        pointer: `${pointer}/${option}`,
        type: isTagged(activation) ? activation.type : type,
        option,
      };
    }
    const [source]: readonly string[] = layer.inputs;
    layer = network.layers.find(({ name }) => name === source);
  }
  return { pointer: `/${network.name}/layers` };
}

/** Usual last activations, preferred to others with the same bounds. */
const usual: readonly string[] = ['tanh', 'sigmoid'];

/** An activation whose values fill exactly these bounds with its default options. */
export function activationFor(range: Interval, registry: Registry): string | undefined {
  const fitting = registry.all('activation').filter((entry) => {
    const defaults = Object.entries(entry.schema.properties).map(
      ([option, property]) => [option, property.default] as const,
    );
    const [low, high] = entry.range(unbounded, {
      ...Object.fromEntries(defaults),
      type: entry.type,
    });
    return low === range[0] && high === range[1];
  });
  return (fitting.find(({ type }) => usual.includes(type)) ?? fitting[0])?.type;
}
