/** Records what happens to a network's parameters once their gradients are known. */
import type { Registry } from '../registry/registry.js';
import { hostConfig, scheduleOf } from '../registry/schedule.js';
import type { NormalEma, NormalGradientClip, NormalPenalty } from '../spec/normalSpec.js';
import type { ResolvedGan, ResolvedNetwork } from '../spec/resolvedGan.js';
import { tf, type Scalar, type Tensor } from '../tf.js';
import { bindConfig, bindScalar } from './bindConfig.js';
import type { GraphScope } from './graphScope.js';
import { entryOf } from '../registry/entryOf.js';
import { dueFactor } from './due.js';
import { parametersOf, slotName, type NamedParameter } from './stateTable.js';

/** One update of a network: clip the gradients, let the optimizer act, project the parameters. */
export function updateNetwork(
  scope: GraphScope,
  registry: Registry,
  resolved: ResolvedGan,
  network: ResolvedNetwork,
  gradients: readonly Tensor[],
): void {
  const { spec } = resolved;
  const parameters = trainableOf(network);
  const clipped = clipGradients(
    scope,
    registry,
    network.name,
    gradients,
    spec.training.gradientClip,
  );
  const scalars = optimizerScalars(scope, registry, resolved, network);
  const optimizer = entryOf(registry, 'optimizer', spec.optimizers[network.name].type);
  const project = network.name === 'discriminator' ? spec.penalties : [];
  parameters.forEach((parameter, index) => {
    scope.recorder.at(parameter.origin, () => {
      const { path } = parameter;
      const slots = Object.fromEntries(
        optimizer.slots.map((slot) => [slot, scope.state(slotName(path, slot))]),
      );
      const gradient = clipped[index] ?? tf.zeros([...parameter.shape]);
      const updated = optimizer.update(scope.state(path), gradient, slots, scalars);
      scope.setState(path, projectParameter(scope, registry, updated.parameter, project));
      for (const [slot, value] of Object.entries(updated.slots)) {
        scope.setState(slotName(path, slot), value);
      }
    });
  });
}

/** Parameters that gradients are taken with respect to, in layer order. */
export function trainableOf(network: ResolvedNetwork): readonly NamedParameter[] {
  return parametersOf(network).filter(({ trainable }) => trainable);
}

function optimizerScalars(
  scope: GraphScope,
  registry: Registry,
  { spec }: ResolvedGan,
  network: ResolvedNetwork,
): Readonly<Record<string, Scalar>> {
  const config = spec.optimizers[network.name];
  const entry = entryOf(registry, 'optimizer', config.type);
  const at = (step: number, update: number): Readonly<Record<string, number>> =>
    entry.scalars(hostConfig(entry.schema, config, registry, step), update);
  const names = Object.keys(at(0, 1));
  return Object.fromEntries(
    names.map((name) => [
      name,
      scope.scalar(
        `optimizer/${network.name}/${name}`,
        `${name} of the ${network.name}'s ${entry.type} for this update`,
        ({ step, update }) => at(step, update + 1)[name] ?? NaN,
      ),
    ]),
  );
}

/**
 * By `norm`: g · limit / max(‖g‖₂, limit) over all parameters of the network together; by `value`: each number into ±limit.
 * @source Pascanu, Mikolov, Bengio 2013, arXiv:1211.5063, Algorithm 1.
 */
function clipGradients(
  scope: GraphScope,
  registry: Registry,
  network: string,
  gradients: readonly Tensor[],
  clip: NormalGradientClip | null,
): readonly Tensor[] {
  if (!clip) return gradients;
  const limit = bindScalar(scope, registry, `training/gradientClip/${network}`, clip.limit);
  if (clip.by === 'value') {
    return gradients.map((gradient) => tf.minimum(tf.maximum(gradient, tf.neg(limit)), limit));
  }
  const squares = gradients.map((gradient) => tf.sum(tf.square(gradient)));
  const norm = tf.sqrt(squares.reduce((total, square) => tf.add(total, square)));
  const factor = tf.div(limit, tf.maximum(norm, limit));
  return gradients.map((gradient) => tf.mul(gradient, factor));
}

function projectParameter(
  scope: GraphScope,
  registry: Registry,
  parameter: Tensor,
  penalties: readonly NormalPenalty[],
): Tensor {
  return penalties.reduce((value, penalty) => {
    const entry = entryOf(registry, 'penalty', penalty.type);
    if (!entry.project) return value;
    const projected = entry.project(
      value,
      bindConfig(scope, registry, penalty.name, entry, penalty),
    );
    if (penalty.every === 1) return projected;
    const due = dueFactor(scope, penalty);
    // Not value + due · (projected − value), which rounds: a projected parameter must lie within its bounds exactly.
    return tf.add(tf.mul(value, tf.sub(1, due)), tf.mul(projected, due));
  }, parameter);
}

/**
 * Moving averages of all of the generator's state tensors, running statistics included: θ̄ ← d·θ̄ + (1 − d)·θ.
 * With warm-up d = min(decay, (1 + i) / (10 + i)) at update i from 0, so that the random start is forgotten quickly.
 */
export function updateAverages(
  scope: GraphScope,
  registry: Registry,
  generator: ResolvedNetwork,
  ema: NormalEma,
): void {
  const decayAt = scheduleOf(ema.decay, registry);
  const decay = scope.scalar('ema/decay', 'decay of the averaged generator', ({ step, update }) =>
    ema.warmUp ? Math.min(decayAt(step), (1 + update) / (10 + update)) : decayAt(step),
  );
  for (const { path, origin } of parametersOf(generator)) {
    scope.recorder.at(origin, () => {
      const average = scope.state(`ema/${path}`);
      const difference = tf.sub(average, scope.state(path));
      scope.setState(`ema/${path}`, tf.add(scope.state(path), tf.mul(difference, decay)));
    });
  }
}
