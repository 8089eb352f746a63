/** The target `keras`: a script that rebuilds the generator in Keras 3, and its weights. */
import { writeSafetensors } from '../../../checkpoint/safetensors.js';
import { exitCodes, GanspecError, InternalError } from '../../../diagnostics/errors.js';
import type { Shape, TensorData } from '../../../ir/tensorType.js';
import type { ResolvedLayer } from '../../../language/resolvedGan.js';
import { generatorWeights } from '../safetensors.js';
import type { ExportSource, WriteTarget } from '../target.js';
import { customLayers, type CustomLayer } from './customLayers.js';
import { effectiveWeights } from './effectiveWeights.js';
import type { KerasExpression, LayerCall } from './express.js';
import { Inexpressible } from './inexpressible.js';
import { kerasLayers } from './layers.js';
import { pythonValue, PythonNames } from './python.js';

/** `generator.py`, with one line for each layer, and `generator.safetensors` by the names of Keras. */
export const kerasFiles: WriteTarget = (source) => {
  const { lines, classes, variables, inputs, output } = expressed(source);
  const { iteration, weights, writtenBy, generator } = source;
  const metadata = { name: generator.name, iteration: String(iteration), weights, writtenBy };
  return {
    files: new Map<string, string | Uint8Array>([
      ['generator.py', script(source, classes, lines, inputs, output)],
      ['generator.safetensors', writeSafetensors(variables, metadata)],
    ]),
  };
};

/** The generator in Python. */
interface Expressed {
  /** Statements that make its layers. */
  readonly lines: readonly string[];
  /** The layers that the script brings along. */
  readonly classes: readonly string[];
  readonly variables: ReadonlyMap<string, TensorData>;
  /** Names of its inputs and of its output. */
  readonly inputs: readonly string[];
  readonly output: string;
}

function expressed(source: ExportSource): Expressed {
  const { generator, resolved } = source;
  const network = resolved.networks.generator;
  const state = generatorWeights(source);
  const names = new PythonNames();
  const lines = generator.inputs.map(({ name, shape }) => {
    const own = names.nameOf(name);
    return `${own} = keras.Input(${pythonValue(shape)}, name="${own}")`;
  });
  const inputs = generator.inputs.map(({ name }) => names.nameOf(name));
  const parts = generator.inputs.flatMap(({ name }) =>
    name === 'latent' || name.startsWith('codes/') ? [names.nameOf(name)] : [],
  );
  const [first] = parts;
  const joined = parts.length > 1 ? names.nameOf('input') : first;
  if (parts.length > 1) lines.push(`${joined} = layers.Concatenate()([${parts.join(', ')}])`);
  // Names that layers read by, with their variables and shapes.
  const known = new Map<string, readonly [string, Shape]>([
    ['labels', [names.nameOf('labels'), [network.classes ?? 0]]],
  ]);
  if (joined !== undefined) known.set('input', [joined, network.inputShape]);
  const variables = new Map<string, TensorData>();
  const needed = new Set<CustomLayer>();
  for (const layer of network.layers) {
    const name = names.nameOf(layer.name);
    const weights = effectiveWeights(layer, (parameter) =>
      demand(state, `generator/${layer.name}/${parameter}`),
    );
    if (joined === undefined && layer.inputs.includes('input')) {
      throw inexpressible(layer, 'the generator does not use its latent vector');
    }
    const read = layer.inputs.map((input) => demand(known, input));
    const {
      expression,
      variables: own,
      needs = [],
    } = expressLayer(layer, {
      name,
      config: layer.config,
      inputs: read.map(([variable]) => variable),
      inputShapes: read.map(([, shape]) => shape),
      outputShape: layer.outputShape,
      weight: (parameter) => demand(weights, parameter),
      random: (input) => names.nameOf(`generator/${layer.name}/${input}`),
    });
    lines.push(`${name} = ${expression}`);
    for (const [key, tensor] of Object.entries(own)) variables.set(key, tensor);
    for (const each of needs) needed.add(each);
    known.set(layer.name, [name, layer.outputShape]);
  }
  const classes = Object.entries(customLayers).flatMap(([name, text]) =>
    [...needed].some((each) => each === name) ? [text] : [],
  );
  return { lines, classes, variables, inputs, output: demand(known, network.output)[0] };
}

/** @throws GanspecError GAN534 for a layer that Keras does not have, or not with these options. */
function expressLayer(layer: ResolvedLayer, call: LayerCall): KerasExpression {
  const express = kerasLayers[layer.type];
  if (!express) throw inexpressible(layer, 'Keras has no such layer');
  try {
    return express(call);
  } catch (error) {
    if (error instanceof Inexpressible) throw inexpressible(layer, error.message);
    throw error;
  }
}

function inexpressible({ name, type, pointer }: ResolvedLayer, reason: string): GanspecError {
  return new GanspecError(
    'GAN534',
    exitCodes.usage,
    `the target keras cannot express the layer ${name} (${type}, ${pointer} of the spec): ${reason}`,
    'The targets onnx, tfjs, module and browser have every layer; safetensors has the weights.',
    pointer,
  );
}

function demand<T>(map: ReadonlyMap<string, T>, name: string): T {
  const found = map.get(name);
  if (found === undefined) throw new InternalError(`the generator has no "${name}"`);
  return found;
}

function script(
  { generator, about, iteration, weights, writtenBy }: ExportSource,
  classes: readonly string[],
  lines: readonly string[],
  inputs: readonly string[],
  output: string,
): string {
  const of = weights === 'average' ? 'averaged weights' : 'weights';
  const said =
    about === undefined ? '' : `${about.replaceAll('\\', '\\\\').replaceAll('"""', "'''")}\n\n`;
  return `"""The generator of ${generator.name} with its ${of} after iteration ${iteration}, for Keras 3.

${said}Needs keras, one of its backends, and safetensors. Written by ${writtenBy}.
"""

from pathlib import Path

import keras
from keras import layers, ops
from safetensors.numpy import load_file


${classes.map((each) => `${each}\n\n\n`).join('')}def build_generator():
    """The generator with new weights; layers have the names of the spec."""
${lines.map((line) => `    ${line}\n`).join('')}    return keras.Model([${inputs.join(', ')}], ${output}, name="generator")


def load_generator(folder=Path(__file__).parent):
    """The generator with the weights of generator.safetensors in a folder."""
    model = build_generator()
    tensors = load_file(Path(folder) / "generator.safetensors")
    for layer in model.layers:
        for variable in layer.weights:
            variable.assign(tensors[f"{layer.name}/{variable.name}"])
    return model


if __name__ == "__main__":
    load_generator().summary()
`;
}
