/** What each kind of entry must bring. An entry is data (type, schema) and pure functions; see `define.ts` for how to make one. */
import type { Distribution } from '../random/distribution.js';
import type { Shape } from '../ir/tensorType.js';
import type { Scalar, Tensor } from '../tf.js';
import type { GraphConfig, HostConfig, Hyperparameter } from './config.js';
import type { FragmentSchema } from '../language/schema/fragment.js';

/** The kinds of entry; each is one tagged union of the language. */
export const kinds = [
  'layer',
  'activation',
  'initializer',
  'loss',
  'penalty',
  'optimizer',
  'schedule',
  'dataset',
] as const;
export type Kind = (typeof kinds)[number];

/** Options as they come: an object with its tag. */
export interface Tagged {
  readonly type: string;
}

interface EntryBase<K extends Kind> {
  readonly kind: K;
  /** The tag in the spec; a plugin's tag has a slash, as in `acme/softplus`. */
  readonly type: string;
  readonly schema: FragmentSchema;
  /** The file or package that it came from, as it was named; absent for built-ins and for entries that a program gives. */
  readonly origin?: string;
}

/** Bounds of the values a tensor can take; `[-Infinity, Infinity]` where nothing is known. */
export type Interval = readonly [low: number, high: number];

/** A tensor that belongs to a layer: a weight (trainable) or a running statistic (not). */
export interface ParameterSpec {
  readonly name: string;
  readonly shape: Shape;
  readonly initial: Distribution;
  readonly trainable: boolean;
  /**
   * Axes of a kernel whose places tell its outputs apart, in rising order; default: the last one. A trainable tensor
   * with two axes or more is a kernel, which `spectralNorm` and `equalizedLearningRate` act on, unless this is null.
   */
  readonly outputAxes?: readonly number[] | null;
}

/** The two that play against each other. */
export type Player = 'generator' | 'discriminator';

/** How many tensors a layer can read. */
export interface InputCount {
  readonly least: number;
  readonly most: number;
  /** Whether the second is a condition, and not a layer to be joined with the first. */
  readonly condition?: boolean;
}

/**
 * A shape that cannot work. Thrown by `outputShape` and `parameters`; the place is added by the resolver.
 * `option` names the option of the layer to underline; without it the layer itself is underlined.
 */
export class LayerShapeError extends Error {
  override readonly name = 'LayerShapeError';
  constructor(
    message: string,
    readonly hint: string,
    readonly option?: string,
  ) {
    super(message);
  }
}

/** What a layer may use while its forward pass is recorded; its functions may be taken out of it. */
export interface LayerContext {
  /** False in `sample` and `score` graphs: running statistics are used, dropout is off. */
  readonly training: boolean;
  /** A tensor of random numbers, declared as graph input `<network>/<layer>/<name>`; the leading axis is the batch where `shape` starts with it. */
  readonly random: (name: string, shape: Shape, distribution: ScheduledDistribution) => Tensor;
  /** A tensor of fixed numbers in row-major order. */
  readonly constant: (values: readonly number[], shape: Shape) => Tensor;
  /** Gives a non-trainable parameter its next value. */
  readonly update: (parameter: string, value: Tensor) => void;
  /** The same numbers, through which no gradient flows. */
  readonly stopGradient: <T extends Tensor>(x: T) => T;
  /** Applies the activation of an `activation` option. */
  readonly activate: (x: Tensor, activation: unknown) => Tensor;
}

/** A distribution whose numbers may be driven by a schedule. */
export type ScheduledDistribution =
  | Exclude<Distribution, { kind: 'bernoulli' }>
  | { readonly kind: 'bernoulli'; readonly probability: Hyperparameter };

/** Turns an `…Initializer` option into the distribution of a parameter of this shape. */
export type Initialize = (initializer: unknown, shape: Shape) => Distribution;

export interface LayerEntry extends EntryBase<'layer'> {
  /** Whether it mixes the samples of a batch, as batch norm does. */
  readonly acrossBatch: boolean;
  /** Whether no gradient flows to what it reads, as where `embedding` rounds. */
  readonly stopsGradient: boolean;
  /** Whether it asks for random numbers outside of training as well, as `noiseInjection` does. */
  readonly drawsAtRest: boolean;
  /** One for most layers; two or more for `concat`; a tensor and a condition for `adaptiveInstanceNorm`. */
  readonly reads: InputCount;
  /** Shapes without the batch axis. @throws LayerShapeError */
  outputShape(inputs: readonly Shape[], config: Tagged): Shape;
  /** The least number of samples in a batch that it can be trained with: 1 unless it compares samples. */
  leastBatch(inputs: readonly Shape[], config: Tagged): number;
  parameters(
    inputs: readonly Shape[],
    config: Tagged,
    initialize: Initialize,
  ): readonly ParameterSpec[];
  /** Floating-point operations of one sample's forward pass, a multiply-add counted as two. */
  flops(inputs: readonly Shape[], output: Shape, config: Tagged): number;
  outputRange(input: Interval, config: Tagged): Interval;
  apply(
    inputs: readonly Tensor[],
    config: Tagged,
    weights: Readonly<Record<string, Tensor>>,
    context: LayerContext,
  ): Tensor;
}

export interface ActivationEntry extends EntryBase<'activation'> {
  /** Whether it mixes the values along the last axis, as `softmax` does; the others act on each value by itself. */
  readonly acrossLastAxis: boolean;
  apply(x: Tensor, config: Tagged): Tensor;
  range(input: Interval, config: Tagged): Interval;
}

export interface InitializerEntry extends EntryBase<'initializer'> {
  /** @param shape Filters `[…window, in, out]` or a matrix `[in, out]` or a vector. @throws LayerShapeError for one that it cannot fill. */
  distribution(shape: Shape, config: Tagged): Distribution;
}

/**
 * What the discriminator says of one batch, `[batch, 1]` each: its raw outputs, or, for a loss on reconstructions,
 * how far each sample is from what the discriminator has made of it.
 */
export interface Scores {
  readonly real: Tensor;
  readonly fake: Tensor;
}

/** What losses and penalties may use besides their tensors; its functions may be taken out of it. */
export interface TermContext {
  /** Numbers of this term kept from step to step, as declared by `state`. */
  readonly state: Readonly<Record<string, Scalar>>;
  /** Gives a state number its next value, which counts once an update, however many batches that takes. */
  readonly update: (name: string, value: Tensor) => void;
  /** Shows a scalar in logs beside the losses, as `loss/<name>` or `<penalty>/<name>`; at most once a step for each name. */
  readonly report: (name: string, value: Tensor) => void;
  readonly stopGradient: <T extends Tensor>(x: T) => T;
  /** A tensor of fixed numbers in row-major order. */
  readonly constant: (values: readonly number[], shape: Shape) => Tensor;
}

/** What a loss may use besides the scores. */
export interface LossContext extends TermContext {
  /** A tensor of random numbers, declared as graph input `loss/<name>`. */
  readonly random: (name: string, shape: Shape, distribution: ScheduledDistribution) => Tensor;
}

/** How far a sample is from its reconstruction: the mean over its values of the absolute or the squared difference. */
export type Distance = 'absolute' | 'squared';

export interface LossEntry extends EntryBase<'loss'> {
  /**
   * What the discriminator must yield: one raw score, never squashed (`logits`), or a sample again (`reconstruction`).
   */
  readonly scores: 'logits' | 'reconstruction';
  /** For a loss on reconstructions. */
  distance(config: Tagged): Distance;
  /** Whether it means something only while the discriminator's steepness is limited, so that a penalty must do that. */
  readonly needsLipschitz: boolean;
  /**
   * Whether the generator's loss is a mean of terms with one generated score each, of which `topK` may leave some out; a
   * loss that compares each with the mean of all is not.
   */
  readonly separable: boolean;
  /** Whether a score above 0 says that a sample is more likely real than generated, as adapted augmentation takes it. */
  signed(config: Tagged): boolean;
  /** Numbers kept from step to step, with their first values. */
  state(config: Tagged): Readonly<Record<string, number>>;
  /** Scalar that the discriminator minimises. */
  discriminatorLoss(scores: Scores, config: Tagged, context: LossContext): Tensor;
  /** Scalar that the generator minimises. */
  generatorLoss(scores: Scores, config: Tagged, context: LossContext): Tensor;
}

/** A kernel of the network that a penalty speaks of. */
export interface Kernel {
  /** `<network>/<layer>/<parameter>`. */
  readonly name: string;
  readonly tensor: Tensor;
  /** Axes whose places tell the outputs apart, in rising order. */
  readonly outputAxes: readonly number[];
}

/** What a penalty may use: tensors of this step, both networks, and derivatives of anything recorded so far. */
export interface PenaltyContext extends TermContext {
  /** Whose loss the value is added to. */
  readonly network: Player;
  /** Real samples as the discriminator takes them. */
  readonly real: Tensor;
  /** Generated samples as the discriminator takes them; no gradient flows into the generator from the discriminator's loss. */
  readonly fake: Tensor;
  /** What the discriminator says of them in this step. */
  readonly scores: Scores;
  /** The latent vectors that the generated samples come from, `[batch, dim]`; codes (InfoGAN) are not part of them. */
  readonly latent: Tensor;
  /** Latent vectors drawn anew, of the shape and distribution of `latent`; declared as graph input `<penalty>/<name>`. */
  readonly otherLatent: (name: string) => Tensor;
  /**
   * Scores `[batch, 1]` of as many other samples, with the discriminator's parameters of this step.
   * @param labelsOf Whose instance noise they get, and where the GAN has classes, whose classes they are scored with;
   *   default: those of the real samples.
   */
  readonly discriminator: (samples: Tensor, labelsOf?: 'real' | 'fake') => Tensor;
  /**
   * Samples from other latent vectors `[batch, dim]`, with the classes and the codes of `fake` and the generator's
   * parameters of this step.
   */
  readonly generator: (latent: Tensor) => Tensor;
  /**
   * Output of a layer in this step's own pass of its network: what it made of `latent`, or of the samples.
   * @param samples For layers of the discriminator; default: `fake`.
   * @throws GanspecError GAN509 where the network has no such layer.
   */
  readonly layer: (network: Player, name: string, samples?: 'real' | 'fake') => Tensor;
  /** The kernels of `network`, as the optimizer keeps them. */
  readonly kernels: readonly Kernel[];
  /** All trainable tensors of `network`, as the optimizer keeps them. */
  readonly parameters: readonly Tensor[];
  /** Derivative of the sum of `y` with respect to `x`; can itself be differentiated. */
  readonly gradient: (y: Tensor, x: Tensor) => Tensor;
  /** A tensor of random numbers, declared as graph input `<penalty>/<name>`. */
  readonly random: (name: string, shape: Shape, distribution: ScheduledDistribution) => Tensor;
}

export interface PenaltyEntry extends EntryBase<'penalty'> {
  /** Whether it speaks of each sample alone, so that a layer that mixes a batch spoils it. */
  readonly perSample: boolean;
  /** Whether samples must be images [height, width, channels]. */
  needsImages(config: Tagged): boolean;
  /** Whose losses it is a term of, and whose parameters it projects. */
  networks(config: Tagged): readonly Player[];
  /** Options that name a layer, each of the network that it belongs to. */
  readonly layerOptions: Readonly<Record<string, Player>>;
  /** Numbers kept from step to step, with their first values; `<penalty>/<name>` among the state. */
  state(config: Tagged): Readonly<Record<string, number>>;
  /**
   * Scalar added, times `weight`, to the loss of each of its networks; absent for a pure projection.
   * On the generator's loss the option `generatorWeight` takes the place of `weight`, where there is one.
   */
  readonly value?: (context: PenaltyContext, config: Tagged) => Tensor;
  /** What becomes of each trainable parameter of its networks after its update. */
  readonly project?: (parameter: Tensor, config: Tagged) => Tensor;
}

export interface OptimizerEntry extends EntryBase<'optimizer'> {
  /** Names of the tensors kept for each parameter, of its shape, zero at first. @param config May hold schedules. */
  slots(config: Tagged): readonly string[];
  /**
   * Numbers of one update, computed on the host in float64.
   * @param update Counts this optimizer's updates from 1.
   */
  scalars(config: Tagged, update: number): Readonly<Record<string, number>>;
  update(
    parameter: Tensor,
    gradient: Tensor,
    slots: Readonly<Record<string, Tensor>>,
    scalars: Readonly<Record<string, Scalar>>,
  ): { readonly parameter: Tensor; readonly slots: Readonly<Record<string, Tensor>> };
}

export interface ScheduleEntry extends EntryBase<'schedule'> {
  /** Pure and total: any step from 0 on, also past the end. */
  make(config: Tagged): (step: number) => number;
}

/** What is known of a data set before its numbers are read. */
export interface DatasetDescription {
  /** Shape of one sample. */
  readonly shape: Shape;
  /** Bounds of the values, or null where they have none. */
  readonly range: Interval | null;
  /** Samples; files that turn out to be damaged when they are opened may be among them. */
  readonly count: number;
  /** Number of classes, or null where samples have no label. */
  readonly classes: number | null;
}

export interface Dataset extends DatasetDescription {
  /** Writes the samples at these indices one after the other. */
  read(indices: ArrayLike<number>, out: Float32Array): void;
  /** Writes the class of each sample; only where `classes` is not null. */
  readLabels?(indices: ArrayLike<number>, out: Int32Array): void;
  /**
   * Generated samples, one after the other, in the form that the data came in; absent where ganspec draws them or writes
   * their numbers. `defineDataset` makes it of the entry's own `encode` and the recipe.
   */
  encode?(samples: Float32Array): EncodedSamples;
  /** What the entry's `encode` must know of the data besides the options: plain JSON, for a run to keep. */
  readonly recipe?: unknown;
  /** What was left out while it was opened; told when training starts. */
  readonly warnings?: readonly DatasetWarning[];
}

/** What is kept of a data set, so that its GAN is compiled and samples are written without its files. */
export interface DatasetRecord {
  readonly description: DatasetDescription;
  /** Null where samples have no form of their own; absent where that is not known. */
  readonly recipe?: unknown;
}

/** Writes samples, one after the other, in the form that the data came in. */
export type Encoder = (samples: Float32Array) => EncodedSamples;

/** A file of samples. */
export interface EncodedSamples {
  /** Without the dot, such as `csv`. */
  readonly extension: string;
  readonly bytes: Uint8Array;
}

/** A doubt about files of a data set that does not keep it from being used. */
export interface DatasetWarning {
  /** As in `docs/errors.md`. */
  readonly code: string;
  readonly message: string;
  /** A full sentence: the way out. */
  readonly hint?: string;
}

export interface DatasetContext {
  /** Folder that relative paths of the spec start from. */
  readonly baseDir: string;
  /** `--data-dir`, if given. */
  readonly dataDir: string | undefined;
  /** Seeds data sets that are drawn rather than read. */
  readonly seed: number;
}

export interface DatasetEntry extends EntryBase<'dataset'> {
  /** Cheap: headers are read, and whole files only where shape or count cannot be told otherwise. @throws GanspecError with exit code 4 */
  describe(config: Tagged, context: DatasetContext): DatasetDescription;
  /** @throws GanspecError with exit code 4 for files that are missing or damaged. */
  open(config: Tagged, context: DatasetContext): Promise<Dataset>;
  /** Generated samples as `Dataset.encode` writes them, long after the data set was open. @param recipe Of that data set. */
  readonly encode?: (samples: Float32Array, config: Tagged, recipe: unknown) => EncodedSamples;
}

export interface EntryOf {
  layer: LayerEntry;
  activation: ActivationEntry;
  initializer: InitializerEntry;
  loss: LossEntry;
  penalty: PenaltyEntry;
  optimizer: OptimizerEntry;
  schedule: ScheduleEntry;
  dataset: DatasetEntry;
}
export type Entry = EntryOf[Kind];

export type { GraphConfig, HostConfig };
