/** Records the adversarial loss and the penalties of a step. */
import type { Player } from '../entries/player.js';
import type { NormalPenalty, Scheduled } from '../language/normalSpec.js';
import { penaltyResult } from '../language/penaltyResult.js';
import { tf, type Tensor } from '../tf.js';
import { asScalar } from './scalar.js';
import { bindConfig, bindScalar } from './bindConfig.js';
import { entryOf } from '../entries/entryOf.js';
import { latentDistribution } from './samples.js';
import type { StepContext } from './stepContext.js';
import type { StepTensors } from './stepTensors.js';
import { penaltyContext, type PenaltyInputs } from './penaltyContext.js';
import { trainableOf } from './stateTable.js';
import { termContext } from './termContext.js';
import { topScores } from './topK.js';

/** The adversarial loss of a network, weighted. */
export function adversarialLoss(
  context: StepContext,
  tensors: StepTensors,
  network: Player,
): Tensor {
  const { scope, registry, resolved } = context;
  const options = resolved.spec.loss;
  const entry = entryOf(registry, 'loss', options.type);
  const config = bindConfig(scope, registry, 'loss', entry, options);
  const terms = termContext(scope, {
    prefix: 'loss',
    called: 'the loss',
    names: Object.keys(entry.state(options)),
    updatesState: network === 'discriminator' && updatesState(context),
  });
  const loss = scope.recorder.at('/loss', () =>
    network === 'discriminator'
      ? entry.discriminatorLoss(tensors.scores, config, terms)
      : entry.generatorLoss(topScores(context, tensors.scores, entry), config, terms),
  );
  const scalar = asScalar(loss, `the ${network}Loss of loss ${options.type}`);
  return weighted(context, scalar, `loss/${network}Weight`, options[`${network}Weight`]);
}

/**
 * All penalties of a network's loss that act in this form of the step, weighted; each unweighted value is also a result,
 * named after the penalty. A penalty that acts on every n-th update only counts n-fold there, so that its mean strength
 * does not depend on n.
 * @source the n-fold weight of lazy regularisation: Karras et al. 2020, arXiv:1912.04958, appendix B.
 */
export function penaltyTerms(
  context: StepContext,
  tensors: StepTensors,
  network: Player,
): readonly Tensor[] {
  return context.resolved.spec.penalties.flatMap((penalty) =>
    penalty.every > 1 && !context.due.includes(penalty.name)
      ? []
      : penaltyTerm(context, tensors, penalty, network),
  );
}

/** The term of one penalty; none where it is no term of this network's loss. */
export function penaltyTerm(
  context: StepContext,
  tensors: StepTensors,
  penalty: NormalPenalty,
  network: Player,
): readonly Tensor[] {
  const { scope, registry, resolved } = context;
  const entry = entryOf(registry, 'penalty', penalty.type);
  const { value } = entry;
  if (!value || !entry.networks(penalty).includes(network)) return [];
  const index = resolved.spec.penalties.indexOf(penalty);
  return scope.recorder.at(`/penalties/${index}`, () => {
    const config = bindConfig(scope, registry, penalty.name, entry, penalty);
    const terms = termContext(scope, {
      prefix: penalty.name,
      called: `penalty ${penalty.name}`,
      names: Object.keys(entry.state(penalty)),
      updatesState: updatesState(context),
    });
    const inputs = penaltyInputs(context, tensors, penalty, network);
    const given = penaltyContext(scope.recorder, terms, inputs);
    const term = asScalar(value(given, config), `the value of penalty ${penalty.type}`);
    scope.result(penaltyResult(penalty.name, network, entry.networks(penalty)), term);
    const isOwn = network === 'generator' && 'generatorWeight' in penalty;
    const option = isOwn ? 'generatorWeight' : 'weight';
    const scaled = weighted(context, term, `${penalty.name}/${option}`, penalty[option]);
    return [penalty.every === 1 ? scaled : tf.mul(scaled, penalty.every)];
  });
}

/** A term times its weight. @param weight A number or a schedule, by the fragment of the option; default: 1. */
function weighted(
  { scope, registry }: StepContext,
  term: Tensor,
  name: string,
  weight: unknown,
): Tensor {
  return weight === 1 || weight === undefined
    ? term
    : tf.mul(term, bindScalar(scope, registry, name, weight as Scheduled));
}

/** State of terms moves once an update: neither with a batch whose gradients are only added up nor in an extrapolation. */
function updatesState({ accumulates, step }: StepContext): boolean {
  return !accumulates && step !== 'extrapolation';
}

function penaltyInputs(
  { scope, resolved }: StepContext,
  tensors: StepTensors,
  penalty: NormalPenalty,
  network: Player,
): PenaltyInputs {
  const prefix = `${penalty.name}/`;
  const { latent, training } = resolved.spec;
  const { outline } = scope;
  return {
    network,
    get real() {
      return tensors.samples('real');
    },
    get fake() {
      const fake = tensors.samples('fake');
      return network === 'generator' ? fake : scope.recorder.stopGradient(fake);
    },
    get scores() {
      return tensors.scores;
    },
    get latent() {
      return tensors.latent;
    },
    latentShape: [training.batchSize, latent.dim],
    latentDistribution: latentDistribution(latent.distribution),
    discriminator: (samples, labelsOf = 'real') => tensors.scoresOf(samples, labelsOf, prefix),
    generator: (vectors) => tensors.samplesOf(vectors, prefix),
    ...(outline && { differentiate: (y: Tensor, x: Tensor) => outline.gradient(y, x) }),
    layer: (of, name, samples = 'fake') =>
      of === 'generator' ? tensors.generated.layer(name) : tensors.scored(samples).layer(name),
    weights: trainableOf(resolved.networks[network]).map((parameter) => ({
      ...parameter,
      tensor: scope.state(parameter.path),
    })),
  };
}
