/** What was probably meant where a generator yields the wrong shape: small changes, tried out. */
import type { Shape } from '../../ir/tensorType.js';
import type { LayerEntry } from '../../registry/entries.js';
import { entryOf } from '../../registry/entryOf.js';
import type { Registry } from '../../registry/registry.js';
import type { NormalLayer } from '../normalSpec.js';
import type { ResolvedLayer, ResolvedNetwork } from '../resolvedGan.js';
import { shapeText } from './quantityText.js';
import { resolveNetwork } from './resolveNetwork.js';
import { unbounded } from './range.js';

/** A change of one layer that makes the network yield the wanted shape. */
export interface Repair {
  /** JSON Pointer of the layer. */
  readonly pointer: string;
  /** A full sentence. */
  readonly hint: string;
}

interface Change {
  readonly config: NormalLayer;
  /** What was probably meant, in words. */
  readonly meant: string;
}

const silent = {
  error: (): void => undefined,
  warning: (): void => undefined,
};

/**
 * Tries changes from the last layer backwards: another type of layer that takes the same options, another stride,
 * another width.
 */
export function findRepair(
  network: ResolvedNetwork,
  wanted: Shape,
  registry: Registry,
): Repair | undefined {
  const input = { name: network.name, shape: network.inputShape, range: unbounded };
  const configs = network.layers.map(({ config }) => config);
  for (const [index, layer] of [...network.layers.entries()].reverse()) {
    for (const { config, meant } of changesOf(layer, wanted, registry)) {
      const changed = resolveNetwork(input, configs.with(index, config), {
        registry,
        report: silent,
      }).network;
      if (!changed || shapeText(changed.outputShape) !== shapeText(wanted)) continue;
      const before = inputShapeOf(network, layer);
      const after = changed.layers[index]?.outputShape ?? [];
      return {
        pointer: layer.pointer,
        hint:
          `${meant} was probably meant: this layer then goes ${stepText(before, after)}, ` +
          `and the ${network.name} yields ${shapeText(wanted)}`,
      };
    }
  }
  return undefined;
}

/** The shape that a layer with one input reads. */
function inputShapeOf(network: ResolvedNetwork, { inputs }: ResolvedLayer): Shape {
  const source = network.layers.find(({ name }) => name === inputs[0]);
  return source?.outputShape ?? network.inputShape;
}

/** `14 → 28` for square images whose size changes, else both shapes in full. */
function stepText(before: Shape, after: Shape): string {
  const [from, to] = [spatialText(before), spatialText(after)];
  return from !== undefined && to !== undefined && from !== to
    ? `${from} → ${to}`
    : `${shapeText(before)} → ${shapeText(after)}`;
}

/** Height and width of an image: one number where they are equal. */
export function spatialText(shape: Shape): string | undefined {
  const [height, width, channels] = shape;
  if (height === undefined || width === undefined || channels === undefined) return undefined;
  return height === width ? String(height) : `${height}×${width}`;
}

function changesOf(layer: ResolvedLayer, wanted: Shape, registry: Registry): readonly Change[] {
  const entry = entryOf(registry, 'layer', layer.type);
  const { config } = layer;
  const set = (option: string, value: number): readonly Change[] =>
    option in config && config[option] !== value
      ? [{ config: { ...config, [option]: value }, meant: `"${option}": ${value}` }]
      : [];
  const width = wanted.at(-1) ?? 1;
  return [
    ...registry
      .all('layer')
      .filter((other) => other.type !== layer.type && isAlike(entry, other))
      .map(({ type }) => ({ config: { ...config, type }, meant: `"${type}"` })),
    ...[1, 2].flatMap((strides) => set('strides', strides)),
    ...['filters', 'units'].flatMap((option) => set(option, width)),
  ];
}

/** Whether two types of layer take the same options, and have some. */
function isAlike(one: LayerEntry, other: LayerEntry): boolean {
  const options = Object.keys(one.schema.properties).sort().join();
  return (
    one.schema.required.length > 1 && options === Object.keys(other.schema.properties).sort().join()
  );
}
