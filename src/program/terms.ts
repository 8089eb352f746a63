/** Records the adversarial loss and the penalties of a step. */
import { InternalError } from '../diagnostics/errors.js';
import { gradients } from '../autodiff/gradients.js';
import type { ScheduledDistribution } from '../entries/config.js';
import type { LossContext } from '../entries/loss.js';
import type { PenaltyContext } from '../entries/penalty.js';
import type { Player } from '../entries/player.js';
import type { TermContext } from '../entries/termContext.js';
import { kernelAxes } from '../entries/parameter.js';
import type { Shape } from '../ir/tensorType.js';
import type { NormalPenalty, Scheduled } from '../language/normalSpec.js';
import { penaltyResult } from '../language/penaltyResult.js';
import { tf, type Tensor } from '../tf.js';
import { asScalar } from './scalar.js';
import { bindConfig, bindScalar } from './bindConfig.js';
import type { GraphScope } from './graphScope.js';
import { entryOf } from '../entries/entryOf.js';
import { latentDistribution } from './samples.js';
import type { StepContext } from './stepContext.js';
import type { StepTensors } from './stepTensors.js';
import { parametersOf } from './stateTable.js';
import { topScores } from './topK.js';

/** What each network minimises before penalties, weighted. */
export function adversarialLoss(
  context: StepContext,
  tensors: StepTensors,
  network: Player,
): Tensor {
  const { scope, registry, resolved } = context;
  const options = resolved.spec.loss;
  const entry = entryOf(registry, 'loss', options.type);
  const config = bindConfig(scope, registry, 'loss', entry, options);
  const updatesState = network === 'discriminator' && movesState(context);
  const terms = lossContext(scope, Object.keys(entry.state(options)), updatesState);
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
  const { scope, registry, resolved, due } = context;
  return resolved.spec.penalties.flatMap((penalty, index) => {
    const entry = entryOf(registry, 'penalty', penalty.type);
    const { value } = entry;
    if (!value || !entry.networks(penalty).includes(network)) return [];
    if (penalty.every > 1 && !due.includes(penalty.name)) return [];
    return scope.recorder.at(`/penalties/${index}`, () => {
      const config = bindConfig(scope, registry, penalty.name, entry, penalty);
      const names = Object.keys(entry.state(penalty));
      const given = penaltyContext(context, tensors, penalty, network, names);
      const term = asScalar(value(given, config), `the value of penalty ${penalty.type}`);
      scope.result(penaltyResult(penalty.name, network, entry.networks(penalty)), term);
      const isOwn = network === 'generator' && 'generatorWeight' in penalty;
      const option = isOwn ? 'generatorWeight' : 'weight';
      const scaled = weighted(context, term, `${penalty.name}/${option}`, penalty[option]);
      return [penalty.every === 1 ? scaled : tf.mul(scaled, penalty.every)];
    });
  });
}

/** The option's value is a number or a schedule: its fragment says so. */
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

/** Whether what terms keep moves: once for each update, so neither with a batch that is only added up nor in a look ahead. */
function movesState({ accumulates, step }: StepContext): boolean {
  return !accumulates && step !== 'extrapolation';
}

type Random = LossContext['random'];

function randomOf(scope: GraphScope, owner: string, what: string): Random {
  return (name: string, shape: Shape, distribution: ScheduledDistribution) =>
    scope.random(`${owner}/${name}`, shape, distribution, `random numbers "${name}" of ${what}`);
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
    report: (name, value) => {
      scope.result(`${prefix}/${name}`, asScalar(value, `${prefix}/${name}`));
    },
    stopGradient: (x) => scope.recorder.stopGradient(x),
    constant: (values, shape) => scope.constant(values, shape),
  };
}

function lossContext(
  scope: GraphScope,
  names: readonly string[],
  updateState: boolean,
): LossContext {
  return {
    ...termContext(scope, 'loss', names, updateState),
    random: randomOf(scope, 'loss', 'the loss'),
  };
}

function penaltyContext(
  context: StepContext,
  tensors: StepTensors,
  penalty: NormalPenalty,
  network: Player,
  stateNames: readonly string[],
): PenaltyContext {
  const { scope, resolved } = context;
  const prefix = `${penalty.name}/`;
  const own = resolved.networks[network];
  const random = randomOf(scope, penalty.name, `penalty ${penalty.name}`);
  const { latent, training } = resolved.spec;
  return {
    ...termContext(scope, penalty.name, stateNames, movesState(context)),
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
    otherLatent: (name) =>
      random(name, [training.batchSize, latent.dim], latentDistribution(latent.distribution)),
    discriminator: (samples, labelsOf = 'real') => tensors.scoresOf(samples, labelsOf, prefix),
    generator: (vectors) => tensors.samplesOf(vectors, prefix),
    layer: (of, name, samples = 'fake') =>
      of === 'generator' ? tensors.generated.layer(name) : tensors.scored(samples).layer(name),
    kernels: parametersOf(own).flatMap((parameter) => {
      const outputAxes = kernelAxes(parameter);
      const { path } = parameter;
      return outputAxes === undefined
        ? []
        : [{ name: path, tensor: scope.state(path), outputAxes }];
    }),
    parameters: parametersOf(own)
      .filter(({ trainable }) => trainable)
      .map(({ path }) => scope.state(path)),
    gradient: (y, x) => {
      const [gradient] = gradients(scope.recorder, tf.sum(y), [x]);
      if (!gradient) throw new InternalError('a gradient was asked for and none came');
      return gradient;
    },
    random,
  };
}
