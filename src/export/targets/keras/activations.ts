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

/** An expression with an activation applied to it. @throws Inexpressible */
export function activated(activation: Options, x: string): string {
  const type = String(activation['type']);
  const name = activationName(activation);
  if (type === 'linear') return x;
  if (name !== undefined) return `layers.Activation("${name}")(${x})`;
  if (type === 'leakyReLU') {
    const slope = `layers.LeakyReLU(negative_slope=${unscheduled(activation, 'alpha')})(${x})`;
    const gain = unscheduled(activation, 'gain');
    return gain === 1 ? slope : `${gain} * ${slope}`;
  }
  if (type === 'gelu') {
    return `ops.gelu(${x}, approximate=${activation['approximate'] === true ? 'True' : 'False'})`;
  }
  // That of Keras 3 has another slope.
  if (type === 'hardSigmoid') return `ops.clip(0.2 * ${x} + 0.5, 0, 1)`;
  throw new Inexpressible(`Keras has no activation "${type}"`);
}
