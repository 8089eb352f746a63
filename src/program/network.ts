/** The forward pass of a network. */
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import { inRunningHook } from '../diagnostics/runningHook.js';
import type { Shape } from '../ir/tensorType.js';
import type { LayerContext } from '../entries/layerContext.js';
import type { Tagged } from '../entries/tagged.js';
import type { Registry } from '../entries/registry.js';
import type { ResolvedLayer, ResolvedNetwork } from '../language/resolvedGan.js';
import { tf, type Tensor } from '../tf.js';
import { bindConfig } from './bindConfig.js';
import { checkRandom } from './contextArguments.js';
import type { GraphScope } from './graphScope.js';
import { entryOf } from '../entries/entryOf.js';
import type { NetworkInputs, NetworkPass, Part, PassOptions } from './networkPass.js';
import { layerWeights } from './weights.js';

/** Makes a tensor for all passes that share it, and takes the part of one pass. */
export function partOf(
  part: Part | undefined,
  shape: Shape,
  make: (shape: Shape) => Tensor,
): Tensor {
  if (!part) return make(shape);
  const [batch = 1, ...rest] = shape;
  const whole = make([part.count * batch, ...rest]);
  return tf.slice(whole, [part.index * batch, ...rest.map(() => 0)], [...shape]);
}

/** Records every layer of a network, or a call of it in an outline. */
export function applyNetwork(
  scope: GraphScope,
  registry: Registry,
  network: ResolvedNetwork,
  inputs: NetworkInputs,
  options: PassOptions,
): NetworkPass {
  return scope.outline
    ? scope.outline.network(network, inputs, options)
    : recordNetwork(scope, registry, network, inputs, options);
}

/** Records every layer of a network. */
export function recordNetwork(
  scope: GraphScope,
  registry: Registry,
  network: ResolvedNetwork,
  inputs: NetworkInputs,
  options: PassOptions,
): NetworkPass {
  const { moved } = options;
  const whereMoved = (name: string, value: Tensor): Tensor =>
    moved?.layer === name ? tf.add(value, moved.by) : value;
  const values = new Map([['input', whereMoved('input', inputs.input)]]);
  if (inputs.labels) values.set('labels', inputs.labels);
  const valueOf = (name: string): Tensor => values.get(name) ?? noSuchLayer(network, name);
  for (const layer of network.layers) {
    const output = scope.recorder.at(layer.pointer, () =>
      applyLayer(scope, registry, network.name, layer, layer.inputs.map(valueOf), options),
    );
    values.set(layer.name, whereMoved(layer.name, output));
  }
  return { output: valueOf(network.output), layer: valueOf };
}

function noSuchLayer(network: ResolvedNetwork, name: string): never {
  const names = network.layers.map((layer) => `"${layer.name}"`).join(', ');
  throw new GanspecError(
    'GAN509',
    exitCodes.spec,
    inRunningHook(`the ${network.name} has no layer "${name}"`),
    `Its layers are ${names}; an option that names one belongs in \`layerOptions\`.`,
  );
}

function applyLayer(
  scope: GraphScope,
  registry: Registry,
  network: string,
  layer: ResolvedLayer,
  inputs: readonly Tensor[],
  options: PassOptions,
): Tensor {
  const entry = entryOf(registry, 'layer', layer.type);
  const own = `${network}/${layer.name}`;
  const stateName = (parameter: string): string => `${options.weights ?? ''}${own}/${parameter}`;
  const { updateStatistics, updateVectors = false } = options;
  const weights = layerWeights(scope, layer, { stateName, updateVectors });
  const activate: LayerContext['activate'] = (x, activation) => {
    const config = activation as Tagged;
    const found = entryOf(registry, 'activation', config.type);
    return found.apply(x, bindConfig(scope, registry, `${own}/activation`, found, config));
  };
  const context: LayerContext = {
    training: options.training,
    activate,
    random: (name, shape, distribution) => {
      checkRandom(scope.recorder, name, shape, distribution);
      return partOf(options.part, shape, (whole) =>
        scope.random(
          `${options.prefix ?? ''}${own}/${name}`,
          whole,
          distribution,
          `random numbers "${name}" of layer ${layer.name} in the ${network}` +
            (options.part ? '; real samples first, then generated ones' : ''),
        ),
      );
    },
    constant: (values, shape) => scope.constant(values, shape),
    update: (parameter, value) => {
      if (updateStatistics) scope.setState(stateName(parameter), value);
    },
    stopGradient: (x) => scope.recorder.stopGradient(x),
  };
  return entry.apply(
    inputs,
    bindConfig(scope, registry, own, entry, layer.config),
    weights,
    context,
  );
}
