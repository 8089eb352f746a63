/**
 * How entries are made: built-ins and plugins alike call these functions.
 *
 * Each takes a definition whose functions know the exact type of their options, and returns an entry of the common type.
 * This is the one place where that knowledge is given up; validation has checked the options against the
 * entry's own schema before any of its functions is called.
 */
import type { Distribution } from '../random/distribution.js';
import { sizeOf, type Shape } from '../ir/tensorType.js';
import type { Scalar, Tensor } from '../tf.js';
import type { Expanded } from './config.js';
import type {
  ActivationEntry,
  Dataset,
  DatasetContext,
  DatasetDescription,
  DatasetEntry,
  Distance,
  EncodedSamples,
  GraphConfig,
  HostConfig,
  Initialize,
  InputCount,
  InitializerEntry,
  Interval,
  LayerContext,
  LayerEntry,
  LossContext,
  LossEntry,
  OptimizerEntry,
  ParameterSpec,
  PenaltyContext,
  PenaltyEntry,
  Player,
  ScheduleEntry,
  Scores,
  Tagged,
} from './entries.js';
import type { FragmentSchema } from '../language/schema/fragment.js';

interface Definition {
  readonly type: string;
  readonly schema: FragmentSchema;
}

const one: InputCount = { least: 1, most: 1 };
const unbounded: Interval = [-Infinity, Infinity];

/** The options of an entry, checked against its schema by validation, in the type generated from that schema. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller knows the type that validation has proved
function known<C>(config: Tagged): C {
  return config as C;
}

/** A layer with one input. Shapes are without the batch axis. */
export interface LayerDefinition<C extends Tagged> extends Definition {
  readonly acrossBatch?: boolean;
  /** Whether no gradient flows to what it reads; default: false. */
  readonly stopsGradient?: boolean;
  /** Whether it asks for random numbers outside of training as well; default: false. */
  readonly drawsAtRest?: boolean;
  outputShape(input: Shape, config: HostConfig<C>): Shape;
  /** Default: 1. */
  leastBatch?(input: Shape, config: HostConfig<C>): number;
  parameters?(
    input: Shape,
    config: HostConfig<C>,
    initialize: Initialize,
  ): readonly ParameterSpec[];
  /** Default: one operation per output element. */
  flops?(input: Shape, output: Shape, config: HostConfig<C>): number;
  /** Default: unbounded. */
  outputRange?(input: Interval, config: HostConfig<C>): Interval;
  apply(
    x: Tensor,
    config: GraphConfig<C>,
    weights: Readonly<Record<string, Tensor>>,
    context: LayerContext,
  ): Tensor;
}

/** Makes a layer with one input. */
export function defineLayer<C extends Tagged>(definition: LayerDefinition<C>): LayerEntry {
  const { type, schema } = definition;
  return {
    kind: 'layer',
    type,
    schema,
    acrossBatch: definition.acrossBatch ?? false,
    stopsGradient: definition.stopsGradient ?? false,
    drawsAtRest: definition.drawsAtRest ?? false,
    reads: one,
    outputShape: (inputs, config) => definition.outputShape(first(inputs), known(config)),
    leastBatch: (inputs, config) => definition.leastBatch?.(first(inputs), known(config)) ?? 1,
    parameters: (inputs, config, initialize) =>
      definition.parameters?.(first(inputs), known(config), initialize) ?? [],
    flops: (inputs, output, config) =>
      definition.flops?.(first(inputs), output, known(config)) ?? sizeOf(output),
    outputRange: (input, config) => definition.outputRange?.(input, known(config)) ?? unbounded,
    apply: (inputs, config, weights, context) =>
      definition.apply(first(inputs), known(config), weights, context),
  };
}

/** A layer that joins several inputs, without parameters. Shapes are without the batch axis. */
export interface MergeLayerDefinition<C extends Tagged> extends Definition {
  /** Default: any number. */
  readonly most?: number;
  outputShape(inputs: readonly Shape[], config: HostConfig<C>): Shape;
  /** From the bounds that hold the values of all inputs. Default: unbounded. */
  outputRange?(input: Interval, config: HostConfig<C>): Interval;
  apply(inputs: readonly Tensor[], config: GraphConfig<C>): Tensor;
}

/** Makes a layer that joins several inputs. */
export function defineMergeLayer<C extends Tagged>(
  definition: MergeLayerDefinition<C>,
): LayerEntry {
  const { type, schema } = definition;
  return {
    kind: 'layer',
    type,
    schema,
    acrossBatch: false,
    stopsGradient: false,
    drawsAtRest: false,
    reads: { least: 2, most: definition.most ?? Infinity },
    outputShape: (inputs, config) => definition.outputShape(inputs, known(config)),
    leastBatch: () => 1,
    parameters: () => [],
    flops: (_inputs, output) => sizeOf(output),
    outputRange: (input, config) => definition.outputRange?.(input, known(config)) ?? unbounded,
    apply: (inputs, config) => definition.apply(inputs, known(config)),
  };
}

/** A layer that reads a tensor and a condition, such as a class or a style. Shapes are without the batch axis. */
export interface ConditionedLayerDefinition<C extends Tagged> extends Definition {
  readonly acrossBatch?: boolean;
  /** Whether it also works without a condition, which is undefined then; default: false. */
  readonly conditionOptional?: boolean;
  outputShape(input: Shape, condition: Shape | undefined, config: HostConfig<C>): Shape;
  /** Default: 1. */
  leastBatch?(input: Shape, config: HostConfig<C>): number;
  parameters?(
    input: Shape,
    condition: Shape | undefined,
    config: HostConfig<C>,
    initialize: Initialize,
  ): readonly ParameterSpec[];
  /** Default: one operation per output element. */
  flops?(input: Shape, condition: Shape | undefined, output: Shape, config: HostConfig<C>): number;
  apply(
    x: Tensor,
    condition: Tensor | undefined,
    config: GraphConfig<C>,
    weights: Readonly<Record<string, Tensor>>,
    context: LayerContext,
  ): Tensor;
}

/** Makes a layer that reads a tensor and a condition: `"input": ["conv2d_0", "labels"]`. */
export function defineConditionedLayer<C extends Tagged>(
  definition: ConditionedLayerDefinition<C>,
): LayerEntry {
  const { type, schema } = definition;
  return {
    kind: 'layer',
    type,
    schema,
    acrossBatch: definition.acrossBatch ?? false,
    stopsGradient: false,
    drawsAtRest: false,
    reads: { least: definition.conditionOptional === true ? 1 : 2, most: 2, condition: true },
    outputShape: (inputs, config) =>
      definition.outputShape(first(inputs), inputs[1], known(config)),
    leastBatch: (inputs, config) => definition.leastBatch?.(first(inputs), known(config)) ?? 1,
    parameters: (inputs, config, initialize) =>
      definition.parameters?.(first(inputs), inputs[1], known(config), initialize) ?? [],
    flops: (inputs, output, config) =>
      definition.flops?.(first(inputs), inputs[1], output, known(config)) ?? sizeOf(output),
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

/** Makes an activation: a function of each value, or of each vector along the last axis, and the bounds of its values. */
export function defineActivation<C extends Tagged>(
  definition: Definition & {
    /** Default: false. */
    readonly acrossLastAxis?: boolean;
    apply(x: Tensor, config: GraphConfig<C>): Tensor;
    range(input: Interval, config: HostConfig<C>): Interval;
  },
): ActivationEntry {
  return {
    kind: 'activation',
    type: definition.type,
    schema: definition.schema,
    acrossLastAxis: definition.acrossLastAxis ?? false,
    apply: (x, config) => definition.apply(x, known(config)),
    range: (input, config) => definition.range(input, known(config)),
  };
}

/** Makes an initializer: the distribution of a parameter of a given shape. */
export function defineInitializer<C extends Tagged>(
  definition: Definition & { distribution(shape: Shape, config: HostConfig<C>): Distribution },
): InitializerEntry {
  return {
    kind: 'initializer',
    type: definition.type,
    schema: definition.schema,
    distribution: (shape, config) => definition.distribution(shape, known(config)),
  };
}

/** Makes an adversarial loss: what each network minimises, as a function of the discriminator's scores. */
export function defineLoss<C extends Tagged>(
  definition: Definition & {
    readonly scores: LossEntry['scores'];
    /** For a loss on reconstructions; default: absolute. */
    distance?(config: HostConfig<C>): Distance;
    /** Default: false. */
    readonly needsLipschitz?: boolean;
    /** Default: true. */
    readonly separable?: boolean;
    /** Default: true for raw scores, false for reconstructions. */
    signed?(config: HostConfig<C>): boolean;
    state?(config: HostConfig<C>): Readonly<Record<string, number>>;
    discriminatorLoss(scores: Scores, config: GraphConfig<C>, context: LossContext): Tensor;
    generatorLoss(scores: Scores, config: GraphConfig<C>, context: LossContext): Tensor;
  },
): LossEntry {
  return {
    kind: 'loss',
    type: definition.type,
    schema: definition.schema,
    scores: definition.scores,
    distance: (config) => definition.distance?.(known(config)) ?? 'absolute',
    needsLipschitz: definition.needsLipschitz ?? false,
    separable: definition.separable ?? true,
    signed: (config) => definition.signed?.(known(config)) ?? definition.scores === 'logits',
    state: (config) => definition.state?.(known(config)) ?? {},
    discriminatorLoss: (scores, config, context) =>
      definition.discriminatorLoss(scores, known(config), context),
    generatorLoss: (scores, config, context) =>
      definition.generatorLoss(scores, known(config), context),
  };
}

/** Makes a penalty: a term of a network's loss, a projection of its parameters, or both. */
export function definePenalty<C extends Tagged>(
  definition: Definition & {
    readonly perSample: boolean;
    /** Default: false. */
    needsImages?(config: HostConfig<C>): boolean;
    /** Default: the discriminator. */
    networks?(config: HostConfig<C>): readonly Player[];
    /** Default: none. */
    readonly layerOptions?: Readonly<Record<string, Player>>;
    state?(config: HostConfig<C>): Readonly<Record<string, number>>;
    value?(context: PenaltyContext, config: GraphConfig<C>): Tensor;
    project?(parameter: Tensor, config: GraphConfig<C>): Tensor;
  },
): PenaltyEntry {
  return {
    kind: 'penalty',
    type: definition.type,
    schema: definition.schema,
    perSample: definition.perSample,
    needsImages: (config) => definition.needsImages?.(known(config)) ?? false,
    networks: (config) => definition.networks?.(known(config)) ?? ['discriminator'],
    layerOptions: definition.layerOptions ?? {},
    state: (config) => definition.state?.(known(config)) ?? {},
    ...(definition.value && {
      value: (context: PenaltyContext, config: Tagged) =>
        (definition.value as NonNullable<typeof definition.value>)(context, known(config)),
    }),
    ...(definition.project && {
      project: (parameter: Tensor, config: Tagged) =>
        (definition.project as NonNullable<typeof definition.project>)(parameter, known(config)),
    }),
  };
}

type Slots<S extends string, O extends string> = Readonly<
  Record<S, Tensor> & Partial<Record<O, Tensor>>
>;

/**
 * Makes an optimizer; see `OptimizerEntry` for the meaning of each part.
 * `S` are the slots that it always has, `N` its scalars, `O` the slots that it has under some options only.
 */
export function defineOptimizer<
  C extends Tagged,
  S extends string,
  N extends string,
  O extends string = never,
>(
  definition: Definition & {
    slots(config: Expanded<Readonly<Required<C>>>): readonly (S | O)[];
    scalars(config: HostConfig<C>, update: number): Readonly<Record<N, number>>;
    update(
      parameter: Tensor,
      gradient: Tensor,
      slots: Slots<S, O>,
      scalars: Readonly<Record<N, Scalar>>,
    ): { readonly parameter: Tensor; readonly slots: Slots<S, O> };
  },
): OptimizerEntry {
  return {
    kind: 'optimizer',
    type: definition.type,
    schema: definition.schema,
    slots: (config) => definition.slots(known(config)),
    scalars: (config, update) => definition.scalars(known(config), update),
    update: (parameter, gradient, slots, scalars) =>
      // They are the tensors of the slots that `slots` has named.
      definition.update(parameter, gradient, slots as Slots<S, O>, scalars),
  };
}

/** Makes a schedule: a number for every step from 0 on. */
export function defineSchedule<C extends Tagged>(
  definition: Definition & { make(config: HostConfig<C>): (step: number) => number },
): ScheduleEntry {
  return {
    kind: 'schedule',
    type: definition.type,
    schema: definition.schema,
    make: (config) => definition.make(known(config)),
  };
}

/** An open data set, with its recipe where the entry has `encode`. */
type Opened<R> = Dataset & { readonly recipe?: R };

/**
 * Makes a data set; see `DatasetEntry` for the meaning of each part.
 * `R` is the recipe by which it writes samples in its own form: plain JSON.
 */
export function defineDataset<C extends Tagged, R = unknown>(
  definition: Definition & {
    describe(config: HostConfig<C>, context: DatasetContext): DatasetDescription;
    open(config: HostConfig<C>, context: DatasetContext): Opened<R> | Promise<Opened<R>>;
    encode?(samples: Float32Array, config: HostConfig<C>, recipe: R): EncodedSamples;
  },
): DatasetEntry {
  const encode = (samples: Float32Array, config: Tagged, recipe: unknown): EncodedSamples =>
    // The recipe is one that `open` has made.
    (definition.encode as NonNullable<typeof definition.encode>)(
      samples,
      known(config),
      recipe as R,
    );
  return {
    kind: 'dataset',
    type: definition.type,
    schema: definition.schema,
    describe: (config, context) => definition.describe(known(config), context),
    open: async (config, context) => {
      const dataset: Dataset = await definition.open(known(config), context);
      if (!definition.encode) return dataset;
      return { ...dataset, encode: (samples) => encode(samples, config, dataset.recipe) };
    },
    ...(definition.encode && { encode }),
  };
}
