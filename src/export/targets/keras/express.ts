/** A layer of the language as an expression of Python. */
import type { Shape, TensorData } from '../../../ir/tensorType.js';
import type { CustomLayer } from './customLayers.js';
import type { Options } from './inexpressible.js';

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
  /** Name of the variable of random numbers that it draws, in Python. */
  readonly random: (name: string) => string;
}

/** A layer in Python. */
export interface KerasExpression {
  readonly expression: string;
  /** Variables by the names that Keras gives them, as in `dense_0/kernel`. */
  readonly variables: Readonly<Record<string, TensorData>>;
  /** Layers of the script's own that it calls. */
  readonly needs?: readonly CustomLayer[];
}

/** @throws Inexpressible for options that Keras does not have. */
export type Express = (call: LayerCall) => KerasExpression;

/** Variables of one layer of Keras, from parameters of ours. */
export function variablesOf(
  { name, weight }: LayerCall,
  parameters: Readonly<Record<string, string>>,
): Readonly<Record<string, TensorData>> {
  return Object.fromEntries(
    Object.entries(parameters).map(([own, parameter]) => [`${name}/${own}`, weight(parameter)]),
  );
}

/** The operand, or a list of several. */
export function argument({ inputs }: LayerCall): string {
  return inputs.length === 1 ? (inputs[0] ?? '') : `[${inputs.join(', ')}]`;
}
