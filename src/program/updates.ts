/** The update of a network's parameters by their gradients. */
import { entryOf } from '../entries/entryOf.js';
import type { Tagged } from '../entries/tagged.js';
import type { Registry } from '../entries/registry.js';
import { hostConfig } from '../language/schedule.js';
import type { NormalGradientClip } from '../language/normalSpec.js';
import type { ResolvedNetwork } from '../language/resolvedGan.js';
import { tf, type Scalar, type Tensor } from '../tf.js';
import { bindConfig, bindScalar } from './bindConfig.js';
import { gradientResult } from './gradientResult.js';
import type { GraphScope } from './graphScope.js';
import {
  accumulatedName,
  anchorName,
  slotName,
  trainableOf,
  type NamedParameter,
} from './stateTable.js';
import type { StepContext } from './stepContext.js';

/**
 * Records one update of a network: averages the gradients over the accumulated batches, clips them, applies the network's
 * optimizer and projects the parameters.
 */
export function updateNetwork(
  context: StepContext,
  network: ResolvedNetwork,
  gradients: readonly Tensor[],
): void {
  const { scope, registry, resolved } = context;
  const { spec } = resolved;
  const parameters = trainableOf(network);
  if (spec.monitor.health.gradientNorms.action !== 'off' && gradients.length > 0) {
    scope.result(gradientResult(network.name), normOf(gradients));
  }
  const summed = accumulated(context, parameters, gradients);
  if (!summed) return;
  const clipped = clipGradients(scope, registry, network.name, summed, spec.training.gradientClip);
  const scalars = optimizerScalars(context, network);
  const config = spec.optimizers[network.optimizer];
  const optimizer = entryOf(registry, 'optimizer', config.type);
  const slotNames = optimizer.slots(config);
  parameters.forEach((parameter, index) => {
    scope.recorder.at(parameter.origin, () => {
      const { path } = parameter;
      const slots = Object.fromEntries(
        slotNames.map((slot) => [slot, scope.state(slotName(path, slot))]),
      );
      const gradient = clipped[index] ?? tf.zeros([...parameter.shape]);
      const updated = optimizer.update(startOf(context, path), gradient, slots, scalars);
      scope.setState(path, projectParameter(context, network, updated.parameter));
      for (const [slot, value] of Object.entries(updated.slots)) {
        scope.setState(slotName(path, slot), value);
      }
    });
  });
}

/**
 * The value that an update starts from: the present one; in the second half of an extra-gradient update the one from
 * before the first half, which the first half keeps.
 * @source Gidel et al. 2019, arXiv:1802.10551, Algorithm 4
 */
function startOf({ scope, resolved }: StepContext, path: string): Tensor {
  if (resolved.spec.training.update !== 'extraGradient') return scope.state(path);
  if (scope.step === 'joint') return scope.state(anchorName(path));
  scope.setState(anchorName(path), scope.state(path));
  return scope.state(path);
}

/** Means of the gradients over the batches of one update; undefined while they are only added up. */
function accumulated(
  { scope, resolved, accumulates }: StepContext,
  parameters: readonly NamedParameter[],
  gradients: readonly Tensor[],
): readonly Tensor[] | undefined {
  const batches = resolved.spec.training.gradientAccumulation;
  if (batches === 1) return gradients;
  const means = parameters.map(({ path, shape }, index) => {
    const sum = scope.state(accumulatedName(path));
    const gradient = gradients[index];
    const total = gradient ? tf.add(sum, gradient) : sum;
    scope.setState(accumulatedName(path), accumulates ? total : tf.zeros([...shape]));
    return tf.div(total, batches);
  });
  return accumulates ? undefined : means;
}

function optimizerScalars(
  { scope, registry, resolved: { spec } }: StepContext,
  { optimizer }: ResolvedNetwork,
): Readonly<Record<string, Scalar>> {
  const config = spec.optimizers[optimizer];
  const entry = entryOf(registry, 'optimizer', config.type);
  const at = (step: number, update: number, rateFactor = 1): Readonly<Record<string, number>> => {
    const numbers = hostConfig(entry.schema, config, registry, scope.clock, step);
    return entry.scalars(withRate(numbers, rateFactor), update);
  };
  const names = Object.keys(at(0, 1));
  // Both halves of an extra-gradient update move the optimizer's slots.
  const isHalf = spec.training.update === 'extraGradient';
  const countOf = (update: number): number =>
    isHalf ? 2 * update + (scope.step === 'extrapolation' ? 1 : 2) : update + 1;
  return Object.fromEntries(
    names.map((name) => [
      name,
      scope.scalar(
        `optimizer/${optimizer}/${name}`,
        `${name} of the ${optimizer}'s ${entry.type} for this update`,
        ({ step, update, rateFactor }) => at(step, countOf(update), rateFactor)[name] ?? NaN,
      ),
    ]),
  );
}

/** Options with another learning rate; those of an optimizer that has none stay. */
function withRate<C extends Tagged>(config: C, factor: number): C {
  const { learningRate } = config as { readonly learningRate?: unknown };
  if (typeof learningRate !== 'number' || factor === 1) return config;
  return { ...config, learningRate: learningRate * factor };
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
  if (!clip || gradients.length === 0) return gradients;
  const limit = bindScalar(scope, registry, `training/gradientClip/${network}`, clip.limit);
  if (clip.by === 'value') {
    return gradients.map((gradient) => tf.minimum(tf.maximum(gradient, tf.neg(limit)), limit));
  }
  const factor = tf.div(limit, tf.maximum(normOf(gradients), limit));
  return gradients.map((gradient) => tf.mul(gradient, factor));
}

/** Euclidean norm of all gradients of a network together. */
function normOf(gradients: readonly Tensor[]): Tensor {
  const squares = gradients.map((gradient) => tf.sum(tf.square(gradient)));
  return tf.sqrt(squares.reduce((total, square) => tf.add(total, square)));
}

function projectParameter(
  { scope, registry, resolved, due }: StepContext,
  network: ResolvedNetwork,
  parameter: Tensor,
): Tensor {
  return resolved.spec.penalties.reduce((value, penalty) => {
    const entry = entryOf(registry, 'penalty', penalty.type);
    const acts = penalty.every === 1 || due.includes(penalty.name);
    const isMeant = entry.networks(penalty).some((player) => player === network.name);
    if (!entry.project || !acts || !isMeant) return value;
    return entry.project(value, bindConfig(scope, registry, penalty.name, entry, penalty));
  }, parameter);
}
