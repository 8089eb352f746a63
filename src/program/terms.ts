/** Records the adversarial loss and the penalties of a step. */
import { InternalError } from '../diagnostics/errors.js';
import { gradients } from '../autodiff/gradients.js';
import type { PenaltyContext, Scores, TermContext } from '../registry/entries.js';
import type { Registry } from '../registry/registry.js';
import type { NormalPenalty } from '../spec/normalSpec.js';
import type { ResolvedGan } from '../spec/resolvedGan.js';
import { tf, type Scalar, type Tensor } from '../tf.js';
import { asScalar } from './scalar.js';
import { bindConfig } from './bindConfig.js';
import { dueFactor } from './due.js';
import type { GraphScope } from './graphScope.js';
import { entryOf } from '../registry/entryOf.js';
import { applyNetwork } from './network.js';

/** What each network minimises before penalties. @param updateState Whether the loss's own numbers move on. */
export function adversarialLoss(
  scope: GraphScope,
  registry: Registry,
  { spec }: ResolvedGan,
  network: 'discriminator' | 'generator',
  scores: Scores,
  updateState: boolean,
): Tensor {
  const entry = entryOf(registry, 'loss', spec.loss.type);
  const config = bindConfig(scope, registry, 'loss', entry, spec.loss);
  const context = termContext(scope, 'loss', Object.keys(entry.state(spec.loss)), updateState);
  const loss = scope.recorder.at('/loss', () =>
    network === 'discriminator'
      ? entry.discriminatorLoss(scores, config, context)
      : entry.generatorLoss(scores, config, context),
  );
  return asScalar(loss, `the ${network}Loss of loss ${spec.loss.type}`);
}

/**
 * All penalties of the discriminator's loss, weighted; each unweighted value is also a result named after the penalty.
 * A penalty that acts on every n-th update only counts n-fold there, so that its mean strength does not depend on n.
 * @source the n-fold weight of lazy regularisation: Karras et al. 2020, arXiv:1912.04958, appendix B.
 */
export function penaltyTerms(
  scope: GraphScope,
  registry: Registry,
  resolved: ResolvedGan,
  samples: { readonly real: Tensor; readonly fake: Tensor },
): readonly Tensor[] {
  return resolved.spec.penalties.flatMap((penalty, index) => {
    const entry = entryOf(registry, 'penalty', penalty.type);
    const { value } = entry;
    if (!value) return [];
    return scope.recorder.at(`/penalties/${index}`, () => {
      const config = bindConfig(scope, registry, penalty.name, entry, penalty);
      const context = penaltyContext(scope, registry, resolved, penalty, samples);
      const term = asScalar(value(context, config), `the value of penalty ${penalty.type}`);
      scope.result(penalty.name, term);
      const weighted = tf.mul(term, (config as { weight?: number | Scalar }).weight ?? 1);
      if (penalty.every === 1) return [weighted];
      return [tf.mul(weighted, tf.mul(dueFactor(scope, penalty), penalty.every))];
    });
  });
}

function termContext(
  scope: GraphScope,
  prefix: string,
  names: readonly string[],
  updateState: boolean,
): TermContext {
  return {
    state: Object.fromEntries(
      names.map((name) => [name, asScalar(scope.state(`${prefix}/${name}`), `${prefix}/${name}`)]),
    ),
    update: (name, value) => {
      if (updateState) scope.setState(`${prefix}/${name}`, value);
    },
    stopGradient: (x) => scope.recorder.stopGradient(x),
    constant: (values, shape) => scope.constant(values, shape),
  };
}

function penaltyContext(
  scope: GraphScope,
  registry: Registry,
  { networks }: ResolvedGan,
  penalty: NormalPenalty,
  { real, fake }: { readonly real: Tensor; readonly fake: Tensor },
): PenaltyContext {
  return {
    ...termContext(scope, penalty.name, [], false),
    real,
    fake: scope.recorder.stopGradient(fake),
    discriminator: (samples) =>
      applyNetwork(scope, registry, networks.discriminator, samples, {
        training: true,
        updateStatistics: false,
        prefix: `${penalty.name}/`,
      }),
    gradient: (y, x) => {
      const [gradient] = gradients(scope.recorder, tf.sum(y), [x]);
      if (!gradient) throw new InternalError('a gradient was asked for and none came');
      return gradient;
    },
    random: (name, shape, distribution) =>
      scope.random(
        `${penalty.name}/${name}`,
        shape,
        distribution,
        `random numbers "${name}" of penalty ${penalty.name}`,
      ),
  };
}
