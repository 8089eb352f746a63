/** One network's layers with their shapes, parameters and costs. */
import { sizeOf, type Shape } from '../../ir/tensorType.js';
import type { Interval } from '../../entries/interval.js';
import type { Initialize, LayerEntry } from '../../entries/layer.js';
import { LayerShapeError } from '../../entries/layerShapeError.js';
import type { Tagged } from '../../entries/tagged.js';
import { entryOf } from '../../entries/entryOf.js';
import type { Registry } from '../../entries/registry.js';
import { firstConfig } from '../schedule.js';
import type { NormalLayer } from '../normalSpec.js';
import type { Heads, ResolvedLayer, ResolvedNetwork } from '../resolvedGan.js';
import type { RuleContext } from './resolveContext.js';
import { sampleShapeText } from './quantityText.js';
import { hull, layerRange } from './range.js';
import { takes } from './checkWiring.js';
import { labelsInput, networkInput, type PlacedLayer } from './placedLayer.js';
import { roles, type Role } from './roles.js';
import { withWeightOptions } from './weightOptions.js';

/** The type of a tensor between layers: its shape without the batch axis, and its bounds. */
interface Signal {
  readonly shape: Shape;
  readonly range: Interval;
}

/** A network's input, and the role of the network. */
export interface NetworkInput extends Signal {
  readonly role: Role;
  /** Number of classes that layers may read, or null for none. */
  readonly classes: number | null;
}

/** Layers that are added behind a network's own, whose shapes they depend on. */
export interface Addition {
  readonly layers: readonly PlacedLayer[];
  /** Name of the layer that gives the output; default: as without the addition. */
  readonly output?: string;
  readonly heads?: Heads;
}

/** The declared workspace of each layer in numbers, by the samples of a pass. */
export type Workspaces = ReadonlyMap<ResolvedLayer, (samples: number) => number>;

/** A network as far as it could be resolved. */
export interface Resolution {
  readonly role: Role;
  /** The layers that could be resolved. */
  readonly layers: readonly ResolvedLayer[];
  readonly workspaces: Workspaces;
  /** Absent where some layer could not be resolved. */
  readonly network: ResolvedNetwork | undefined;
}

/**
 * Resolves a network layer by layer. A layer that reads one that failed is skipped, so that one mistake is one
 * diagnostic.
 * @param addition Called once all layers have a shape.
 */
export function resolveNetwork(
  input: NetworkInput,
  layers: readonly PlacedLayer[],
  context: RuleContext,
  addition?: (layers: readonly ResolvedLayer[]) => Addition,
): Resolution {
  const { role } = input;
  const signals = new Map<string, Signal>([[networkInput, input]]);
  if (input.classes !== null) {
    signals.set(labelsInput, { shape: [input.classes], range: [0, 1] });
  }
  const resolved: ResolvedLayer[] = [];
  const workspaces = new Map<ResolvedLayer, (samples: number) => number>();
  const resolveAll = (list: readonly PlacedLayer[]): void => {
    for (const { layer, pointer } of list) {
      const inputs = layer.input
        .map((name) => signals.get(name))
        .filter((found) => found !== undefined);
      if (inputs.length < layer.input.length) continue;
      const done = resolveLayer(layer, pointer, inputs, context);
      if (!done) continue;
      resolved.push(done.layer);
      workspaces.set(done.layer, done.workspace);
      signals.set(layer.name, done.signal);
    }
  };
  resolveAll(layers);
  const partial = { role, layers: resolved, workspaces, network: undefined };
  if (resolved.length < layers.length) return partial;
  const added = addition?.(resolved) ?? { layers: [] };
  resolveAll(added.layers);
  if (resolved.length < layers.length + added.layers.length) return partial;
  const output = added.output ?? layers.at(-1)?.layer.name ?? networkInput;
  const last = signals.get(output) ?? input;
  const sum = (cost: (layer: ResolvedLayer) => number): number =>
    resolved.reduce((total, layer) => total + cost(layer), 0);
  return {
    ...partial,
    network: {
      // There is one network of each role, so the role names it.
      name: role,
      role,
      optimizer: roles[role].optimizer,
      inputShape: input.shape,
      classes: input.classes,
      layers: resolved,
      output,
      heads: added.heads ?? {},
      outputShape: last.shape,
      outputRange: last.range,
      parameterCount: sum(({ parameterCount }) => parameterCount),
      flops: sum(({ flops }) => flops),
      activationBytes: sum(({ activationBytes }) => activationBytes),
    },
  };
}

interface LayerResolution {
  readonly layer: ResolvedLayer;
  readonly signal: Signal;
  /** Numbers by the samples of a pass. */
  readonly workspace: (samples: number) => number;
}

function resolveLayer(
  layer: NormalLayer,
  pointer: string,
  inputs: readonly Signal[],
  { registry, report }: RuleContext,
): LayerResolution | undefined {
  const entry = entryOf(registry, 'layer', layer.type);
  if (!takes(entry.inputCount, inputs.length)) return undefined;
  try {
    const shapes = inputs.map(({ shape }) => shape);
    const config = firstConfig(entry.schema, layer, registry);
    const costs = costsOf(entry, layer, config, shapes, registry);
    const range = layerRange(entry, layer, hull(inputs.map((input) => input.range)), registry);
    const { name, type, input } = layer;
    const { acrossBatch } = entry;
    return {
      layer: { name, type, pointer, config: layer, inputs: input, acrossBatch, ...costs },
      signal: { shape: costs.outputShape, range },
      workspace: (samples) => entry.workspace(shapes, costs.outputShape, config, samples),
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
  'outputShape' | 'minBatchSize' | 'parameters' | 'parameterCount' | 'flops' | 'activationBytes'
>;

/** @throws LayerShapeError */
function costsOf(
  entry: LayerEntry,
  layer: NormalLayer,
  config: Tagged,
  shapes: readonly Shape[],
  registry: Registry,
): Costs {
  const outputShape = entry.outputShape(shapes, config);
  if (!outputShape.every((size) => Number.isInteger(size) && size >= 1)) {
    throw new LayerShapeError(
      `this ${layer.type} layer would yield ${sampleShapeText(outputShape)}, which holds nothing`,
      'every size must be at least 1: use smaller windows or strides, or a larger input',
    );
  }
  const parameters = withWeightOptions(
    layer,
    entry.parameters(shapes, config, initializeWith(registry, config)),
  );
  return {
    outputShape,
    minBatchSize: entry.minBatchSize(shapes, config),
    parameters,
    parameterCount: parameters
      .filter(({ trainable }) => trainable)
      .reduce((total, { shape }) => total + sizeOf(shape), 0),
    flops: entry.flops(shapes, outputShape, config),
    activationBytes: 4 * sizeOf(outputShape),
  };
}

/** Resolves initializers; a refusal names the option of the layer that holds the initializer, if one does. */
function initializeWith(registry: Registry, layer: Tagged): Initialize {
  return (initializer, shape) => {
    const config = initializer as Tagged;
    const entry = entryOf(registry, 'initializer', config.type);
    try {
      return entry.distribution(shape, firstConfig(entry.schema, config, registry));
    } catch (error) {
      if (!(error instanceof LayerShapeError)) throw error;
      const option = Object.entries(layer).find(([, value]) => value === initializer)?.[0];
      throw new LayerShapeError(error.message, error.hint, option);
    }
  };
}
