/** One network's layers with their shapes, parameters and costs. */
import { sizeOf, type Shape } from '../../ir/tensorType.js';
import {
  LayerShapeError,
  type Initialize,
  type Interval,
  type LayerEntry,
  type Tagged,
} from '../../registry/entries.js';
import { entryOf } from '../../registry/entryOf.js';
import type { Registry } from '../../registry/registry.js';
import { hostConfig } from '../../registry/schedule.js';
import type { NormalLayer } from '../normalSpec.js';
import type { NetworkName, ResolvedLayer, ResolvedNetwork } from '../resolvedGan.js';
import type { RuleContext } from './resolveContext.js';
import { shapeText } from './quantityText.js';
import { hull, layerRange } from './range.js';
import { layerPointer, networkInput, takes } from './checkWiring.js';

/** What flows between layers: a shape without its batch axis, and bounds. */
interface Signal {
  readonly shape: Shape;
  readonly range: Interval;
}

export interface NetworkInput extends Signal {
  readonly name: NetworkName;
}

export interface Resolution {
  /** The layers that could be resolved. */
  readonly layers: readonly ResolvedLayer[];
  /** Absent where some layer could not. */
  readonly network: ResolvedNetwork | undefined;
}

/** Resolves layer by layer; a layer that reads one that failed is passed over, so that one mistake is one diagnostic. */
export function resolveNetwork(
  input: NetworkInput,
  layers: readonly NormalLayer[],
  context: RuleContext,
): Resolution {
  const signals = new Map<string, Signal>([[networkInput, input]]);
  const resolved: ResolvedLayer[] = [];
  layers.forEach((layer, index) => {
    const inputs = layer.input
      .map((name) => signals.get(name))
      .filter((found) => found !== undefined);
    if (inputs.length < layer.input.length) return;
    const done = resolveLayer(layer, layerPointer(input.name, index), inputs, context);
    if (!done) return;
    resolved.push(done.layer);
    signals.set(layer.name, done.signal);
  });
  if (resolved.length < layers.length) return { layers: resolved, network: undefined };
  const last = signals.get(layers.at(-1)?.name ?? networkInput) ?? input;
  const sum = (cost: (layer: ResolvedLayer) => number): number =>
    resolved.reduce((total, layer) => total + cost(layer), 0);
  return {
    layers: resolved,
    network: {
      name: input.name,
      inputShape: input.shape,
      layers: resolved,
      outputShape: last.shape,
      outputRange: last.range,
      parameterCount: sum(({ parameterCount }) => parameterCount),
      flops: sum(({ flops }) => flops),
      activationBytes: sum(({ activationBytes }) => activationBytes),
    },
  };
}

function resolveLayer(
  layer: NormalLayer,
  pointer: string,
  inputs: readonly Signal[],
  { registry, report }: RuleContext,
): { layer: ResolvedLayer; signal: Signal } | undefined {
  const entry = entryOf(registry, 'layer', layer.type);
  if (!takes(entry.merges, inputs.length)) return undefined;
  try {
    const shapes = inputs.map(({ shape }) => shape);
    const costs = costsOf(entry, layer, shapes, registry);
    const range = layerRange(entry, layer, hull(inputs.map((input) => input.range)), registry);
    const { name, type, input } = layer;
    const { acrossBatch } = entry;
    return {
      layer: { name, type, pointer, config: layer, inputs: input, acrossBatch, ...costs },
      signal: { shape: costs.outputShape, range },
    };
  } catch (error) {
    if (!(error instanceof LayerShapeError)) throw error;
    report.error(
      'GAN204',
      error.option === undefined ? pointer : `${pointer}/${error.option}`,
      error.message,
      { hint: error.hint },
    );
    return undefined;
  }
}

type Costs = Pick<
  ResolvedLayer,
  'outputShape' | 'parameters' | 'parameterCount' | 'flops' | 'activationBytes'
>;

/** @throws LayerShapeError */
function costsOf(
  entry: LayerEntry,
  layer: NormalLayer,
  shapes: readonly Shape[],
  registry: Registry,
): Costs {
  const config = hostConfig(entry.schema, layer, registry, 0);
  const outputShape = entry.outputShape(shapes, config);
  if (!outputShape.every((size) => Number.isInteger(size) && size >= 1)) {
    throw new LayerShapeError(
      `this ${layer.type} layer would yield ${shapeText(outputShape)}, which holds nothing`,
      'every size must be at least 1: use smaller windows or strides, or a larger input',
    );
  }
  const parameters = entry.parameters(shapes, config, initializeWith(registry));
  return {
    outputShape,
    parameters,
    parameterCount: parameters
      .filter(({ trainable }) => trainable)
      .reduce((total, { shape }) => total + sizeOf(shape), 0),
    flops: entry.flops(shapes, outputShape, config),
    activationBytes: 4 * sizeOf(outputShape),
  };
}

function initializeWith(registry: Registry): Initialize {
  return (initializer, shape) => {
    const config = initializer as Tagged;
    const entry = entryOf(registry, 'initializer', config.type);
    return entry.distribution(shape, hostConfig(entry.schema, config, registry, 0));
  };
}
