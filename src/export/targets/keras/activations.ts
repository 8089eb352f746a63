/** Activations in Keras. */
import { Inexpressible, unscheduled, type Options } from './inexpressible.js';

/** Activations of the same formula, by their names in Keras. */
const names: Readonly<Record<string, string>> = {
  elu: 'elu',
  logSoftmax: 'log_softmax',
  mish: 'mish',
  relu: 'relu',
  relu6: 'relu6',
  selu: 'selu',
  sigmoid: 'sigmoid',
  softmax: 'softmax',
  softplus: 'softplus',
  softsign: 'softsign',
  swish: 'silu',
  tanh: 'tanh',
};

/** The name that a layer takes as `activation`; undefined where there is none. */
export function activationName({ type }: Options): string | undefined {
  return names[String(type)];
}

/**
 * An expression with an activation applied to it. All its layers have names: those that Keras would give, such as
 * `activation_1`, may be names of the spec.
 * @param name Of the last layer.
 * @throws Inexpressible
 */
export function activated(activation: Options, x: string, name: string): string {
  const type = String(activation['type']);
  const known = activationName(activation);
  const layer = (callee: string, own: string, ...options: readonly string[]): string =>
    `layers.${callee}(${[...options, `name="${own}"`].join(', ')})`;
  if (type === 'linear') return x;
  if (known !== undefined) return `${layer('Activation', name, `"${known}"`)}(${x})`;
  if (type === 'leakyReLU') {
    const slope = `negative_slope=${unscheduled(activation, 'alpha')}`;
    const gain = unscheduled(activation, 'gain');
    if (gain === 1) return `${layer('LeakyReLU', name, slope)}(${x})`;
    const plain = layer('LeakyReLU', `${name}_plain`, slope);
    return `${layer('Rescaling', name, String(gain))}(${plain}(${x}))`;
  }
  if (type === 'gelu') {
    return `ops.gelu(${x}, approximate=${activation['approximate'] === true ? 'True' : 'False'})`;
  }
  // That of Keras 3 has another slope.
  if (type === 'hardSigmoid') {
    return `ops.clip(${layer('Rescaling', name, '0.2', '0.5')}(${x}), 0, 1)`;
  }
  throw new Inexpressible(`Keras has no activation "${type}"`);
}
