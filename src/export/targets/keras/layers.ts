/** The layers of the language in Keras, one expression each; a new one is a function here. */
import type { Shape, TensorData } from '../../../ir/tensorType.js';
import { activated, activationName } from './activations.js';
import { Inexpressible, unscheduled, type Options } from './inexpressible.js';
import { pythonCall, pythonValue } from './python.js';

/** A layer with its surroundings. */
export interface LayerCall {
  /** In Python and in Keras. */
  readonly name: string;
  readonly config: Options;
  /** Names of the variables that it reads, in Python. */
  readonly inputs: readonly string[];
  /** Their shapes, without the batch axis. */
  readonly inputShapes: readonly Shape[];
  readonly outputShape: Shape;
  /** A parameter by name, as the forward pass has it. */
  readonly weight: (name: string) => TensorData;
}

/** A layer in Python. */
export interface KerasExpression {
  readonly expression: string;
  /** Variables by the names that Keras gives them, as in `dense_0/kernel`. */
  readonly variables: Readonly<Record<string, TensorData>>;
}

/** @throws Inexpressible for options that Keras does not have. */
type Express = (call: LayerCall) => KerasExpression;

/** Variables of one layer of Keras, from parameters of ours. */
function variablesOf(
  { name, weight }: LayerCall,
  parameters: Readonly<Record<string, string>>,
): Readonly<Record<string, TensorData>> {
  return Object.fromEntries(
    Object.entries(parameters).map(([own, parameter]) => [`${name}/${own}`, weight(parameter)]),
  );
}

/** A layer of Keras without variables. */
function plain(callee: string, options: (call: LayerCall) => Options = () => ({})): Express {
  return (call) => ({
    expression: `${pythonCall(`layers.${callee}`, [], { ...options(call), name: call.name })}(${argument(call)})`,
    variables: {},
  });
}

/** The operand, or a list of several. */
function argument({ inputs }: LayerCall): string {
  return inputs.length === 1 ? (inputs[0] ?? '') : `[${inputs.join(', ')}]`;
}

/** A layer with kernels, a bias and an activation. */
function affine(
  callee: string,
  options: (config: Options) => Options,
  kernels: Readonly<Record<string, string>> = { kernel: 'kernel' },
): Express {
  return (call) => {
    const { config, name } = call;
    const activation = config['activation'] as Options; // every layer of this form has one
    const named = activationName(activation);
    const useBias = config['useBias'] === true;
    const made = pythonCall(`layers.${callee}`, [], {
      ...options(config),
      activation: named,
      use_bias: useBias ? undefined : false,
      name,
    });
    const x = `${made}(${paddedInput(call)})`;
    return {
      expression: named === undefined ? activated(activation, x) : x,
      variables: variablesOf(call, { ...kernels, ...(useBias && { bias: 'bias' }) }),
    };
  };
}

/** The operand of a convolution, with zeros around it where the padding is a number. */
function paddedInput(call: LayerCall): string {
  const { padding } = call.config;
  if (typeof padding !== 'number' || padding === 0) return argument(call);
  const isSequence = call.inputShapes[0]?.length === 2;
  return `layers.ZeroPadding${isSequence ? '1D' : '2D'}(${padding})(${argument(call)})`;
}

/** The padding of a convolution behind `paddedInput`. @throws Inexpressible */
function paddingOf({ padding }: Options): string {
  if (padding === 'same' || padding === 'valid') return padding;
  if (typeof padding === 'number') return 'valid';
  throw new Inexpressible('its padding differs from side to side');
}

const windows = (config: Options): Options => ({
  filters: config['filters'],
  kernel_size: config['kernelSize'],
  strides: config['strides'],
  padding: paddingOf(config),
});

/** Transposed convolutions, whose padding in Keras is a word. */
const transposedWindows = (config: Options): Options => {
  if (typeof config['padding'] !== 'string') {
    throw new Inexpressible(
      'its padding is a number, which transposed convolutions of Keras do not take',
    );
  }
  return windows(config);
};

/** A normalization with gamma and beta. */
function normalization(callee: string, options: (call: LayerCall) => Options): Express {
  return (call) => {
    const { config, name } = call;
    const [center, scale] = [config['center'] === true, config['scale'] === true];
    const made = pythonCall(`layers.${callee}`, [], {
      ...options(call),
      epsilon: config['epsilon'],
      center: center ? undefined : false,
      scale: scale ? undefined : false,
      name,
    });
    return {
      expression: `${made}(${argument(call)})`,
      variables: variablesOf(call, {
        ...(scale && { gamma: 'gamma' }),
        ...(center && { beta: 'beta' }),
      }),
    };
  };
}

const statistics = { moving_mean: 'movingMean', moving_variance: 'movingVariance' };

/** With a condition, gain and offset are dense layers of it. */
const batchNorm: Express = (call) => {
  const { name, config, inputs, inputShapes, weight } = call;
  const [x = '', condition] = inputs;
  if (condition === undefined) {
    const { expression, variables } = normalization('BatchNormalization', () => ({}))(call);
    return { expression, variables: { ...variables, ...variablesOf(call, statistics) } };
  }
  const [shape = []] = inputShapes;
  const channels = shape.at(-1) ?? 1;
  const maps = shape.map((_, axis) => (axis === shape.length - 1 ? channels : 1));
  const part = (own: string): string =>
    `layers.Reshape(${pythonValue(maps)})(${pythonCall('layers.Dense', [channels], { name: `${name}_${own}` })}(${condition}))`;
  const parts = { gamma: config['scale'] === true, beta: config['center'] === true };
  const normal = pythonCall('layers.BatchNormalization', [], {
    epsilon: config['epsilon'],
    center: false,
    scale: false,
    name,
  });
  const gain = parts.gamma ? ` * ${part('gamma')}` : '';
  const offset = parts.beta ? ` + ${part('beta')}` : '';
  const conditioned = Object.entries(parts).flatMap(([own, has]) =>
    has
      ? [
          [`${name}_${own}/kernel`, weight(`${own}Kernel`)] as const,
          [`${name}_${own}/bias`, weight(own)] as const,
        ]
      : [],
  );
  return {
    expression: `${normal}(${x})${gain}${offset}`,
    variables: { ...variablesOf(call, statistics), ...Object.fromEntries(conditioned) },
  };
};

/** A layer that is nothing but an activation. */
function activationLayer(activationOf: (config: Options) => Options): Express {
  return (call) => {
    const activation = activationOf(call.config);
    const name = activationName(activation);
    const expression =
      name === undefined
        ? activated(activation, argument(call))
        : `${pythonCall('layers.Activation', [name], { name: call.name })}(${argument(call)})`;
    return { expression, variables: {} };
  };
}

/** Axes between the batch and the channels. */
const spatialAxes = ({ inputShapes: [shape = []] }: LayerCall): readonly number[] =>
  shape.slice(1).map((_, axis) => axis + 1);

const prelu: Express = (call) => {
  const { config, inputShapes, weight, name } = call;
  const [shape = []] = inputShapes;
  const isShared = config['perChannel'] !== true;
  const shared = isShared ? shape.map((_, axis) => axis + 1) : spatialAxes(call);
  const alpha = weight('alpha');
  const own = shape.map((size, axis) => (shared.includes(axis + 1) ? 1 : size));
  const made = pythonCall('layers.PReLU', [], {
    shared_axes: shared.length > 0 ? shared : undefined,
    name,
  });
  return {
    expression: `${made}(${argument(call)})`,
    variables: { [`${name}/alpha`]: { ...alpha, shape: own } },
  };
};

const upSampling = (callee: string): Express =>
  plain(callee, ({ config }) => {
    const { size, interpolation } = config;
    if (interpolation === 'nearest') return { size };
    if (callee === 'UpSampling2D') return { size, interpolation };
    throw new Inexpressible(`its interpolation is "${String(interpolation)}"`);
  });

/** The mean over channels of the squares, taken out of each pixel. */
const pixelNorm: Express = (call) => {
  const x = argument(call);
  const epsilon = unscheduled(call.config, 'epsilon');
  const expression = `${x} * ops.rsqrt(ops.mean(ops.square(${x}), axis=-1, keepdims=True) + ${epsilon})`;
  return { expression, variables: {} };
};

const pool = (callee: string): Express =>
  plain(callee, ({ config }) => {
    if (typeof config['padding'] !== 'string') throw new Inexpressible('its padding is a number');
    return {
      pool_size: config['poolSize'],
      strides: config['strides'] ?? undefined,
      padding: config['padding'],
    };
  });

/** Over all positions of an image or of a sequence. */
function globalPool(how: 'Average' | 'Max'): Express {
  return (call) => plain(`Global${how}Pooling${(call.inputShapes[0]?.length ?? 3) - 1}D`)(call);
}

/** By the tag of the layer. */
export const kerasLayers: Readonly<Record<string, Express>> = {
  activation: activationLayer((config) => config['activation'] as Options), // which the layer requires
  add: plain('Add'),
  averagePooling2d: pool('AveragePooling2D'),
  batchNorm,
  concat: plain('Concatenate', ({ config }) => ({ axis: config['axis'] })),
  conv1d: affine('Conv1D', windows),
  conv1dTranspose: affine('Conv1DTranspose', transposedWindows),
  conv2d: affine('Conv2D', (config) => ({
    ...windows(config),
    groups: config['groups'] === 1 ? undefined : config['groups'],
  })),
  conv2dTranspose: affine('Conv2DTranspose', transposedWindows),
  cropping2d: plain('Cropping2D', ({ config }) => ({ cropping: config['cropping'] })),
  dense: affine('Dense', ({ units }) => ({ units })),
  depthwiseConv2d: affine('DepthwiseConv2D', (config) => ({
    ...windows(config),
    filters: undefined,
    depth_multiplier: config['depthMultiplier'],
  })),
  dropout: plain('Dropout', ({ config }) => ({ rate: unscheduled(config, 'rate') })),
  flatten: plain('Flatten'),
  gaussianNoise: plain('GaussianNoise', ({ config }) => ({
    stddev: unscheduled(config, 'stddev'),
  })),
  globalAveragePooling: globalPool('Average'),
  globalMaxPooling: globalPool('Max'),
  groupNorm: normalization('GroupNormalization', ({ config }) => ({ groups: config['groups'] })),
  instanceNorm: normalization('GroupNormalization', ({ inputShapes: [shape = []] }) => ({
    groups: shape.at(-1),
  })),
  layerNorm: normalization('LayerNormalization', ({ config: { axis } }) => ({ axis })),
  leakyReLU: activationLayer((config) => ({ ...config, type: 'leakyReLU' })),
  maxPooling2d: pool('MaxPooling2D'),
  multiply: plain('Multiply'),
  permute: plain('Permute', ({ config }) => ({ dims: config['dims'] })),
  pixelNorm,
  prelu,
  relu: activationLayer(() => ({ type: 'relu' })),
  reshape: plain('Reshape', ({ outputShape }) => ({ target_shape: outputShape })),
  separableConv2d: affine(
    'SeparableConv2D',
    (config) => ({ ...windows(config), depth_multiplier: config['depthMultiplier'] }),
    { depthwise_kernel: 'depthwiseKernel', pointwise_kernel: 'pointwiseKernel' },
  ),
  sigmoid: activationLayer(() => ({ type: 'sigmoid' })),
  spatialDropout2d: plain('SpatialDropout2D', ({ config }) => ({
    rate: unscheduled(config, 'rate'),
  })),
  tanh: activationLayer(() => ({ type: 'tanh' })),
  upSampling1d: upSampling('UpSampling1D'),
  upSampling2d: upSampling('UpSampling2D'),
  zeroPadding2d: plain('ZeroPadding2D', ({ config }) => ({ padding: config['padding'] })),
};
