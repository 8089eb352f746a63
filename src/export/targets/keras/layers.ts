/** The layers of the language in Keras, one expression each; a new one is a function here. */
import type { TensorData } from '../../../ir/tensorType.js';
import { activated, activationName } from './activations.js';
import { argument, variablesOf, type Express, type LayerCall } from './express.js';
import { Inexpressible, unscheduled, type Options } from './inexpressible.js';
import { ownLayers } from './ownLayers.js';
import { pythonCall } from './python.js';

/** A layer of Keras without variables. */
function plain(callee: string, options: (call: LayerCall) => Options = () => ({})): Express {
  return (call) => ({
    expression: `${pythonCall(`layers.${callee}`, [], { ...options(call), name: call.name })}(${argument(call)})`,
    variables: {},
  });
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
      expression: named === undefined ? activated(activation, x, `${name}_activation`) : x,
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

const batchNorm: Express = (call) => {
  const [, condition] = call.inputs;
  if (call.config['runningStatistics'] === false) {
    throw new Inexpressible('it has no running statistics, which Keras normalizes by');
  }
  const { expression, variables } =
    condition === undefined
      ? normalization('BatchNormalization', () => ({}))(call)
      : conditionedNormalization('BatchNormalization', condition, {})(call);
  return { expression, variables: { ...variables, ...variablesOf(call, statistics) } };
};

/** Gain and offset are dense layers of a condition. */
function conditionedNormalization(callee: string, condition: string, options: Options): Express {
  return (call) => {
    const { name, config, inputs, inputShapes, weight } = call;
    const [x = ''] = inputs;
    const [shape = []] = inputShapes;
    const channels = shape.at(-1) ?? 1;
    const maps = shape.map((_, axis) => (axis === shape.length - 1 ? channels : 1));
    const isShared = config['sharedAffine'] !== false;
    const part = (own: string): string => {
      const dense = pythonCall('layers.Dense', [channels], { name: `${name}_${own}` });
      const reshape = pythonCall('layers.Reshape', [maps], { name: `${name}_${own}s` });
      return `${reshape}(${dense}(${condition}))`;
    };
    const normal = pythonCall(`layers.${callee}`, [], {
      ...options,
      epsilon: config['epsilon'],
      center: false,
      scale: false,
      name,
    });
    const parts = (['gamma', 'beta'] as const).filter(
      (own) => config[own === 'gamma' ? 'scale' : 'center'] !== false,
    );
    const expression = parts.reduce((y, own) => {
      const [joins, named] = own === 'gamma' ? ['Multiply', 'scaled'] : ['Add', 'shifted'];
      return `layers.${joins}(name="${name}_${named}")([${y}, ${part(own)}])`;
    }, `${normal}(${x})`);
    const variables = parts.flatMap((own) => [
      [`${name}_${own}/kernel`, weight(`${own}Kernel`)] as const,
      [
        `${name}_${own}/bias`,
        isShared ? weight(own) : constants(channels, own === 'gamma' ? 1 : 0),
      ] as const,
    ]);
    return { expression, variables: Object.fromEntries(variables) };
  };
}

function constants(count: number, value: number): TensorData {
  return { dtype: 'float32', shape: [count], data: new Float32Array(count).fill(value) };
}

/** With gain and offset by a style; each channel is a group. */
const adaptiveInstanceNorm: Express = (call) => {
  const [shape = []] = call.inputShapes;
  const [, style = ''] = call.inputs;
  const options = { groups: shape.at(-1) };
  return conditionedNormalization('GroupNormalization', style, options)(call);
};

/** A layer that is nothing but an activation. */
function activationLayer(activationOf: (config: Options) => Options): Express {
  return (call) => {
    const expression = activated(activationOf(call.config), argument(call), call.name);
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
  ...ownLayers,
  activation: activationLayer((config) => config['activation'] as Options), // which the layer requires
  adaptiveInstanceNorm,
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
