/** Suggests a small change of one layer for a network that yields the wrong shape. */
import type { Shape } from '../../ir/tensorType.js';
import type { LayerEntry } from '../../entries/layer.js';
import { entryOf } from '../../entries/entryOf.js';
import type { Registry } from '../../entries/registry.js';
import type { NormalLayer } from '../normalSpec.js';
import type { ResolvedLayer, ResolvedNetwork } from '../resolvedGan.js';
import { sampleShapeText } from './quantityText.js';
import { completed } from '../normalize/completed.js';
import { resolveNetwork } from './resolveNetwork.js';
import { unbounded } from '../../entries/interval.js';

/** A change of one layer that gives the network the wanted output shape. */
export interface Repair {
  /** JSON Pointer of the option to change. */
  readonly pointer: string;
  /** A full sentence. */
  readonly hint: string;
}

interface Change {
  readonly config: NormalLayer;
  /** The new option or type as text. */
  readonly meant: string;
  readonly option: string;
  /** True where it changes an option that the spec gives, false for a default. */
  readonly isOfWritten: boolean;
}

const silent = {
  error: (): void => undefined,
  warning: (): void => undefined,
};

/** Number of layers at the end of a network that are changed. */
const maxChanged = 100;
/** Number of layers that are resolved in search of a repair, each time counted; a few tenths of a second. */
const maxResolved = 10_000;
/** Number of changes that are tried in any network. */
const minTries = 10;

/**
 * Tries changes from the last layer backwards: another type of layer that takes the same options, another stride or size,
 * another width. Changes of options that the spec gives come before changes of defaults.
 */
export function findRepair(
  network: ResolvedNetwork,
  wanted: Shape,
  registry: Registry,
): Repair | undefined {
  const { role, inputShape: shape, classes } = network;
  const input = { role, shape, classes, range: unbounded };
  const layers = network.layers.map(({ config, pointer }) => ({ layer: config, pointer }));
  const changes = [...network.layers.entries()]
    .slice(-maxChanged)
    .reverse()
    .flatMap(([index, layer]) =>
      changesOf(layer, wanted, registry).map((change) => ({ index, layer, ...change })),
    );
  const inOrder = [
    ...changes.filter(({ isOfWritten }) => isOfWritten),
    ...changes.filter(({ isOfWritten }) => !isOfWritten),
  ];
  const tries = Math.max(minTries, Math.floor(maxResolved / layers.length));
  for (const { index, layer, config, meant, option } of inOrder.slice(0, tries)) {
    const changed = resolveNetwork(
      input,
      layers.with(index, { layer: config, pointer: layer.pointer }),
      {
        registry,
        report: silent,
      },
    ).network;
    if (!changed || sampleShapeText(changed.outputShape) !== sampleShapeText(wanted)) continue;
    const before = inputShapeOf(network, layer);
    const after = changed.layers[index]?.outputShape ?? [];
    return {
      pointer: `${layer.pointer}/${option}`,
      hint:
        `${meant} was probably meant: this layer then goes ${stepText(before, after)}, ` +
        `and the ${network.name} yields ${sampleShapeText(wanted)}`,
    };
  }
  return undefined;
}

/** The shape that a layer with one input reads. */
function inputShapeOf(network: ResolvedNetwork, { inputs }: ResolvedLayer): Shape {
  const source = network.layers.find(({ name }) => name === inputs[0]);
  return source?.outputShape ?? network.inputShape;
}

/** Two shapes as text: `14 → 28` for square images whose size changes, else both in full. */
function stepText(before: Shape, after: Shape): string {
  const [from, to] = [spatialText(before), spatialText(after)];
  return from !== undefined && to !== undefined && from !== to
    ? `${from} → ${to}`
    : `${sampleShapeText(before)} → ${sampleShapeText(after)}`;
}

/** Height and width of an image as text: one number where they are equal. */
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
      ? [
          {
            config: { ...config, [option]: value },
            meant: `"${option}": ${value}`,
            option,
            isOfWritten: config[option] !== entry.schema.properties[option]?.default,
          },
        ]
      : [];
  const width = wanted.at(-1) ?? 1;
  return [
    ...registry
      .all('layer')
      .filter((other) => other.type !== layer.type && isAlike(config, entry, other))
      .map(({ type }) => ({
        // Its options are those of a layer with name and input.
        config: completed('layer', { ...config, type }, registry) as NormalLayer,
        meant: `"${type}"`,
        option: 'type',
        isOfWritten: true,
      })),
    ...[1, 2].flatMap((strides) => set('strides', strides)),
    ...['size', 'factor'].flatMap((option) => set(option, 2)),
    ...['filters', 'units'].flatMap((option) => set(option, width)),
  ];
}

/** True where another type of layer takes all options that are not at their default, and requires no others. */
function isAlike(
  config: NormalLayer,
  { schema }: LayerEntry,
  { schema: other }: LayerEntry,
): boolean {
  return (
    schema.required.length > 1 &&
    other.required.every((option) => schema.required.includes(option)) &&
    Object.entries(schema.properties).every(
      ([option, { default: fallback }]) =>
        option in other.properties || config[option] === fallback,
    )
  );
}
