/** Layers that the script brings along as classes. */
import { activated } from './activations.js';
import type { CustomLayer } from './customLayers.js';
import { variablesOf, type Express, type LayerCall } from './express.js';
import { Inexpressible, unscheduled, type Options } from './inexpressible.js';
import { pythonCall } from './python.js';

/** A layer of the script. @param parameters Names of its variables, with those of ours. */
function own(
  call: LayerCall,
  callee: CustomLayer,
  options: Options,
  inputs: readonly string[],
  parameters: Readonly<Record<string, string>> = {},
): ReturnType<Express> {
  const made = pythonCall(callee, [], { ...options, name: call.name });
  const [first = ''] = inputs;
  return {
    expression: `${made}(${inputs.length === 1 ? first : `[${inputs.join(', ')}]`})`,
    variables: variablesOf(call, parameters),
    needs: [callee],
  };
}

/** @throws Inexpressible for a filter that cuts off parts of its image. */
function notCut(padding: readonly number[]): readonly number[] {
  if (padding.every((zeros) => zeros >= 0)) return padding;
  throw new Inexpressible('its kernel cuts off edges of the image');
}

/** The numbers of a filter that keeps the brightness, as `layers/blur.ts` has them. */
const blur: Express = (call) => {
  const kernel = call.config['kernel'] as readonly number[]; // as the fragment has it
  const { resize } = call.config;
  const [up, down] = [resize === 'up' ? 2 : 1, resize === 'down' ? 2 : 1];
  const sum = kernel.reduce((total, weight) => total + weight, 0);
  const around = kernel.length - Math.max(up, down);
  const padding = notCut([Math.ceil(around / 2) + up - 1, Math.floor(around / 2)]);
  const options = {
    taps: kernel.map((weight) => (up * weight) / sum),
    up: up === 1 ? undefined : up,
    down: down === 1 ? undefined : down,
    padding,
  };
  const made = own(call, 'Blur', options, call.inputs);
  return { ...made, needs: ['fir', 'Blur'] };
};

const gumbelSoftmax: Express = (call) => {
  const { config, inputs, random } = call;
  const options = { temperature: unscheduled(config, 'temperature'), hard: config['hard'] };
  return own(call, 'GumbelSoftmax', options, [...inputs, random('uniform')]);
};

const learnedConstant: Express = (call) =>
  own(call, 'LearnedConstant', { shape: call.config['shape'] }, call.inputs, {
    constant: 'constant',
  });

const modulatedConv2d: Express = (call) => {
  const { config, inputShapes, inputs, weight } = call;
  const [shape = [], style = []] = inputShapes;
  const [size = 1] = weight('kernel').shape;
  const { useBias, upSample } = config;
  const smoothing = [Math.ceil((3 - size) / 2) + 1, Math.floor((3 - size) / 2) + 1];
  const options = {
    channels: shape.at(-1),
    filters: config['filters'],
    kernel_size: size,
    style: style.at(-1),
    up_sample: upSample === true ? true : undefined,
    demodulate: config['demodulate'] === false ? false : undefined,
    use_bias: useBias === true ? undefined : false,
    padding: upSample === true ? notCut(smoothing) : undefined,
  };
  const made = own(call, 'ModulatedConv2D', options, inputs, {
    kernel: 'kernel',
    style_kernel: 'styleKernel',
    style_bias: 'styleBias',
    ...(useBias === true && { bias: 'bias' }),
  });
  const activation = config['activation'] as Options; // every layer of this form has one
  return {
    ...made,
    expression: activated(activation, made.expression, `${call.name}_activation`),
    needs: ['fir', 'ModulatedConv2D'],
  };
};

const noiseInjection: Express = (call) => {
  const [strengths] = call.weight('strength').shape;
  const inputs = [...call.inputs, call.random('noise')];
  return own(call, 'NoiseInjection', { strengths }, inputs, { strength: 'strength' });
};

const pixelNorm: Express = (call) =>
  own(call, 'PixelNorm', { epsilon: unscheduled(call.config, 'epsilon') }, call.inputs);

const selfAttention2d: Express = (call) => {
  const { config, weight } = call;
  const [channels, inner] = weight('queryKernel').shape;
  const options = {
    channels,
    inner,
    values: weight('valueKernel').shape[1],
    pooling: config['pooling'],
  };
  return own(call, 'SelfAttention2D', options, call.inputs, {
    query: 'queryKernel',
    key: 'keyKernel',
    value: 'valueKernel',
    output: 'outputKernel',
    gamma: 'gamma',
  });
};

/** By the tag of the layer. */
export const ownLayers: Readonly<Record<string, Express>> = {
  blur,
  gumbelSoftmax,
  learnedConstant,
  modulatedConv2d,
  noiseInjection,
  pixelNorm,
  selfAttention2d,
};
