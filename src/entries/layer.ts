/** The kind `layer`: contract, definitions and checks of the layers of a network. Shapes are without the batch axis. */
import { sizeOf, type Shape } from '../ir/tensorType.js';
import { isObject } from '../language/schema/mapSubschemas.js';
import type { Distribution } from '../random/distribution.js';
import type { Tensor } from '../tf.js';
import type { GraphConfig, HostConfig } from './config.js';
import { compositeTypes } from '../language/schema/compositeTypes.js';
import { formProblem } from './distributionForms.js';
import { unbounded, type Interval } from './interval.js';
import { requireComplete } from './complete.js';
import type { Definition, EntryBase, KindRecord } from './kind.js';
import type { LayerContext } from './layerContext.js';
import { layerOptions } from './layerOptions.js';
import type { ParameterSpec } from './parameter.js';
import * as check from './resultCheck.js';
import { known, type Tagged } from './tagged.js';
import { layerTemplate } from './templates/layer.js';

/** The number of tensors that a layer can read. */
export interface InputCount {
  readonly min: number;
  readonly max: number;
  /** The second is a condition, and not a layer to be joined with the first; default: false. */
  readonly condition?: boolean;
}

/** Turns an `…Initializer` option into the distribution of a parameter of this shape. */
export type Initialize = (initializer: unknown, shape: Shape) => Distribution;

/** The tensors of a layer's parameters by name. */
export type Weights = Readonly<Record<string, Tensor>>;

export interface LayerEntry extends EntryBase<'layer'> {
  /** Mixes the samples of a batch, as batch norm does. */
  readonly acrossBatch: boolean;
  /** Lets no gradient flow to its input, as `embedding` does, which rounds it. */
  readonly stopsGradient: boolean;
  /** Takes random numbers in inference mode as well, as `noiseInjection` does. */
  readonly randomAtInference: boolean;
  /** One for most layers; two or more for `concat`; a tensor and a condition for `adaptiveInstanceNorm`. */
  readonly inputCount: InputCount;
  /** @throws LayerShapeError */
  outputShape(inputs: readonly Shape[], config: Tagged): Shape;
  /** The smallest batch that it can be trained with: 1 unless it compares samples. */
  minBatchSize(inputs: readonly Shape[], config: Tagged): number;
  /** @throws LayerShapeError */
  parameters(
    inputs: readonly Shape[],
    config: Tagged,
    initialize: Initialize,
  ): readonly ParameterSpec[];
  /** Floating-point operations of one sample's forward pass, a multiply-add counted as two. */
  flops(inputs: readonly Shape[], output: Shape, config: Tagged): number;
  /**
   * Numbers that the forward pass of a batch holds at once beside its inputs, output and parameters, such as unrolled
   * windows or scores of all pairs; a lower bound.
   */
  workspace(inputs: readonly Shape[], output: Shape, config: Tagged, batch: number): number;
  /** Bounds of the output. @param input Bounds that hold the values of all inputs. */
  outputRange(input: Interval, config: Tagged): Interval;
  apply(inputs: readonly Tensor[], config: Tagged, weights: Weights, context: LayerContext): Tensor;
}

/** The part that definitions of layers with parameters share. */
interface WeightedDefinition<C extends Tagged> extends Definition {
  /** Default: false. */
  readonly acrossBatch?: boolean;
  /** Default: 1. */
  minBatchSize?(input: Shape, config: HostConfig<C>): number;
}

/** Keys that definitions of layers with parameters may have. */
const weightedKeys = ['acrossBatch', 'minBatchSize', 'parameters', 'flops', 'workspace'];

/** A layer with one input; see `LayerEntry` for the meaning of each part. */
export interface LayerDefinition<C extends Tagged> extends WeightedDefinition<C> {
  /** Default: false. */
  readonly stopsGradient?: boolean;
  /** Default: false. */
  readonly randomAtInference?: boolean;
  outputShape(input: Shape, config: HostConfig<C>): Shape;
  /** Default: none. */
  parameters?(
    input: Shape,
    config: HostConfig<C>,
    initialize: Initialize,
  ): readonly ParameterSpec[];
  /** Default: one operation per output element. */
  flops?(input: Shape, output: Shape, config: HostConfig<C>): number;
  /** Default: 0. */
  workspace?(input: Shape, output: Shape, config: HostConfig<C>, batch: number): number;
  /** Default: unbounded. */
  outputRange?(input: Interval, config: HostConfig<C>): Interval;
  apply(x: Tensor, config: GraphConfig<C>, weights: Weights, context: LayerContext): Tensor;
}

/** Makes a layer with one input. */
export function defineLayer<C extends Tagged>(definition: LayerDefinition<C>): LayerEntry {
  requireComplete(
    'defineLayer',
    definition,
    ['outputShape', 'apply'],
    [...weightedKeys, 'stopsGradient', 'randomAtInference', 'outputRange'],
  );
  return {
    kind: 'layer',
    type: definition.type,
    schema: definition.schema,
    acrossBatch: definition.acrossBatch ?? false,
    stopsGradient: definition.stopsGradient ?? false,
    randomAtInference: definition.randomAtInference ?? false,
    inputCount: { min: 1, max: 1 },
    outputShape: (inputs, config) => definition.outputShape(first(inputs), known(config)),
    minBatchSize: (inputs, config) => definition.minBatchSize?.(first(inputs), known(config)) ?? 1,
    parameters: (inputs, config, initialize) =>
      definition.parameters?.(first(inputs), known(config), initialize) ?? [],
    flops: (inputs, output, config) =>
      definition.flops?.(first(inputs), output, known(config)) ?? sizeOf(output),
    workspace: (inputs, output, config, batch) =>
      definition.workspace?.(first(inputs), output, known(config), batch) ?? 0,
    outputRange: (input, config) => definition.outputRange?.(input, known(config)) ?? unbounded,
    apply: (inputs, config, weights, context) =>
      definition.apply(first(inputs), known(config), weights, context),
  };
}

/** A layer that joins several inputs, without parameters; see `LayerEntry` for the meaning of each part. */
export interface MergeLayerDefinition<C extends Tagged> extends Definition {
  /** Default: any number. */
  readonly maxInputs?: number;
  outputShape(inputs: readonly Shape[], config: HostConfig<C>): Shape;
  /** Default: unbounded. */
  outputRange?(input: Interval, config: HostConfig<C>): Interval;
  apply(inputs: readonly Tensor[], config: GraphConfig<C>): Tensor;
}

/** Makes a layer that joins several inputs. */
export function defineMergeLayer<C extends Tagged>(
  definition: MergeLayerDefinition<C>,
): LayerEntry {
  requireComplete(
    'defineMergeLayer',
    definition,
    ['outputShape', 'apply'],
    ['maxInputs', 'outputRange'],
  );
  return {
    kind: 'layer',
    type: definition.type,
    schema: definition.schema,
    acrossBatch: false,
    stopsGradient: false,
    randomAtInference: false,
    inputCount: { min: 2, max: definition.maxInputs ?? Infinity },
    outputShape: (inputs, config) => definition.outputShape(inputs, known(config)),
    minBatchSize: () => 1,
    parameters: () => [],
    flops: (_inputs, output) => sizeOf(output),
    workspace: () => 0,
    outputRange: (input, config) => definition.outputRange?.(input, known(config)) ?? unbounded,
    apply: (inputs, config) => definition.apply(inputs, known(config)),
  };
}

/** A layer that reads a tensor and a condition, such as a class or a style; see `LayerEntry` for the meaning of each part. */
export interface ConditionedLayerDefinition<C extends Tagged> extends WeightedDefinition<C> {
  /** Works without a condition, too, which is then undefined; default: false. */
  readonly conditionOptional?: boolean;
  outputShape(input: Shape, condition: Shape | undefined, config: HostConfig<C>): Shape;
  /** Default: none. */
  parameters?(
    input: Shape,
    condition: Shape | undefined,
    config: HostConfig<C>,
    initialize: Initialize,
  ): readonly ParameterSpec[];
  /** Default: one operation per output element. */
  flops?(input: Shape, condition: Shape | undefined, output: Shape, config: HostConfig<C>): number;
  /** Default: 0. */
  workspace?(input: Shape, output: Shape, config: HostConfig<C>, batch: number): number;
  apply(
    x: Tensor,
    condition: Tensor | undefined,
    config: GraphConfig<C>,
    weights: Weights,
    context: LayerContext,
  ): Tensor;
}

/** Makes a layer that reads a tensor and a condition: `"input": ["conv2d_0", "labels"]`. */
export function defineConditionedLayer<C extends Tagged>(
  definition: ConditionedLayerDefinition<C>,
): LayerEntry {
  requireComplete(
    'defineConditionedLayer',
    definition,
    ['outputShape', 'apply'],
    [...weightedKeys, 'conditionOptional'],
  );
  return {
    kind: 'layer',
    type: definition.type,
    schema: definition.schema,
    acrossBatch: definition.acrossBatch ?? false,
    stopsGradient: false,
    randomAtInference: false,
    inputCount: { min: definition.conditionOptional === true ? 1 : 2, max: 2, condition: true },
    outputShape: (inputs, config) =>
      definition.outputShape(first(inputs), inputs[1], known(config)),
    minBatchSize: (inputs, config) => definition.minBatchSize?.(first(inputs), known(config)) ?? 1,
    parameters: (inputs, config, initialize) =>
      definition.parameters?.(first(inputs), inputs[1], known(config), initialize) ?? [],
    flops: (inputs, output, config) =>
      definition.flops?.(first(inputs), inputs[1], output, known(config)) ?? sizeOf(output),
    workspace: (inputs, output, config, batch) =>
      definition.workspace?.(first(inputs), output, known(config), batch) ?? 0,
    outputRange: () => unbounded,
    apply: (inputs, config, weights, context) =>
      definition.apply(first(inputs), inputs[1], known(config), weights, context),
  };
}

function first<T>(inputs: readonly T[]): T {
  const [input] = inputs;
  if (input === undefined) throw new RangeError('a layer was given no input');
  return input;
}

const parameters: check.ResultCheck<LayerEntry> = (result) => {
  const form = 'a list of parameters with name, shape, initial, trainable';
  if (!check.isListOf(isParameter)(result)) return form;
  // The list has passed.
  for (const { name, initial } of result as readonly { name: string; initial: unknown }[]) {
    const problem = formProblem(initial);
    if (problem) {
      return `${form}: the initial of "${name}" is ${problem.found}; write it as ${problem.forms}`;
    }
  }
  return undefined;
};

function isParameter(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value['name'] === 'string' &&
    typeof value['trainable'] === 'boolean' &&
    check.isShape(value['shape'])
  );
}

const outputOfShape: check.ResultCheck<LayerEntry> = (result, [inputs, config], entry) => {
  if (!check.isTensor(result)) return 'a tensor';
  // The arguments that layers are called with.
  const shapes = (inputs as readonly Tensor[]).map(({ shape }) => shape);
  const output = entry.outputShape(
    shapes.map((shape) => shape.slice(1)),
    config as Tagged,
  );
  const shape = [shapes[0]?.[0] ?? 0, ...output];
  return check.hasShape(shape)(result)
    ? undefined
    : `one of shape [${shape.join(', ')}], as outputShape promises`;
};

export const layerKind: KindRecord<LayerEntry> = {
  folder: 'layers',
  makers: { defineLayer, defineMergeLayer, defineConditionedLayer },
  hookResults: {
    outputShape: check.expects('a shape of whole numbers', check.isShape),
    parameters,
    minBatchSize: check.number,
    flops: check.number,
    workspace: check.number,
    outputRange: check.interval,
    apply: outputOfShape,
  },
  sharedOptions: layerOptions,
  composites: { types: compositeTypes, options: ['name', 'input'] },
  template: layerTemplate,
};
