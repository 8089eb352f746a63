/** The kind `penalty`: terms of a network's loss, and projections of its parameters. */
import type { Shape } from '../ir/tensorType.js';
import type { Tensor } from '../tf.js';
import type { GraphConfig, HostConfig, ScheduledDistribution } from './config.js';
import { idleResult, type Batch, type Idle } from './idle.js';
import { requireComplete } from './complete.js';
import type { Definition, EntryBase, KindRecord } from './kind.js';
import { players, type Player } from './player.js';
import * as check from './resultCheck.js';
import { known, type Tagged } from './tagged.js';
import { penaltyTemplate } from './templates/penalty.js';
import type { Scores, TermContext } from './termContext.js';

/** A kernel of a penalty's network. */
export interface Kernel {
  /** `<network>/<layer>/<parameter>`. */
  readonly name: string;
  readonly tensor: Tensor;
  /** Axes that index the outputs, in rising order. */
  readonly outputAxes: readonly number[];
}

/** Numbers of passes by network. */
export type Passes = Readonly<Partial<Record<Player, number>>>;

/** Context of a penalty: tensors of this step, both networks, and derivatives of anything recorded so far. */
export interface PenaltyContext extends TermContext {
  /** The network whose loss the value is added to. */
  readonly network: Player;
  /** Real samples as the discriminator takes them. */
  readonly real: Tensor;
  /** Generated samples as the discriminator takes them; no gradient flows into the generator from the discriminator's loss. */
  readonly fake: Tensor;
  /** The discriminator's scores of both in this step. */
  readonly scores: Scores;
  /** The latent vectors that the generated samples come from, `[batch, dim]`; codes (InfoGAN) are not part of them. */
  readonly latent: Tensor;
  /** Latent vectors drawn anew, of the shape and distribution of `latent`; declared as graph input `<penalty>/<name>`. */
  readonly otherLatent: (name: string) => Tensor;
  /**
   * Scores `[batch, 1]` of as many other samples, with the discriminator's parameters of this step.
   * @param labelsOf The samples whose instance noise they get, and, where the GAN has classes, whose classes they are
   *   scored with; default: the real ones.
   */
  readonly discriminator: (samples: Tensor, labelsOf?: 'real' | 'fake') => Tensor;
  /**
   * Samples from other latent vectors `[batch, dim]`, with the classes and the codes of `fake` and the generator's
   * parameters of this step.
   */
  readonly generator: (latent: Tensor) => Tensor;
  /**
   * Output of a layer in this step's own pass of its network, which reads `latent` or the samples.
   * @param samples For layers of the discriminator; default: `fake`.
   * @throws GanspecError GAN509 where the network has no such layer.
   */
  readonly layer: (network: Player, name: string, samples?: 'real' | 'fake') => Tensor;
  /** The kernels of `network`, as the optimizer keeps them. */
  readonly kernels: readonly Kernel[];
  /** All trainable tensors of `network`, as the optimizer keeps them. */
  readonly parameters: readonly Tensor[];
  /** Derivative of the sum of `y` with respect to `x`; can itself be differentiated. */
  readonly gradient: (y: Tensor, x: Tensor) => Tensor;
  /** A tensor of random numbers, declared as graph input `<penalty>/<name>`. */
  readonly random: (name: string, shape: Shape, distribution: ScheduledDistribution) => Tensor;
}

export interface PenaltyEntry extends EntryBase<'penalty'> {
  /** Is defined for each sample by itself, so that a layer that mixes a batch falsifies it. */
  readonly perSample: boolean;
  /** Samples must be images [height, width, channels]. */
  needsImages(config: Tagged): boolean;
  /** The networks to whose losses it is added, and whose parameters it projects. */
  networks(config: Tagged): readonly Player[];
  /** Passes of networks that its value adds to a step, a gradient with respect to samples or latents counted as one; a lower bound. */
  passes(config: Tagged): Passes;
  /** The reason why it has no effect with these options; undefined where it has one. */
  readonly idle?: (config: Tagged, batch: Batch) => Idle | undefined;
  /** Options that name a layer, each with the network of that layer. */
  readonly layerOptions: Readonly<Record<string, Player>>;
  /** Numbers kept from step to step, with their first values; `<penalty>/<name>` among the state. */
  state(config: Tagged): Readonly<Record<string, number>>;
  /**
   * Scalar added, times `weight`, to the loss of each of its networks; absent for a pure projection.
   * On the generator's loss the option `generatorWeight` takes the place of `weight`, where there is one.
   */
  readonly value?: (context: PenaltyContext, config: Tagged) => Tensor;
  /** Replaces each trainable parameter of its networks after the parameter's update. */
  readonly project?: (parameter: Tensor, config: Tagged) => Tensor;
}

/** See `PenaltyEntry` for the meaning of each part. */
export interface PenaltyDefinition<C extends Tagged> extends Definition {
  readonly perSample: boolean;
  /** Default: false. */
  needsImages?(config: HostConfig<C>): boolean;
  /** Default: the discriminator. */
  networks?(config: HostConfig<C>): readonly Player[];
  /** Default: none. */
  passes?(config: HostConfig<C>): Passes;
  /** Default: none. */
  readonly layerOptions?: Readonly<Record<string, Player>>;
  /** Default: it has an effect. */
  readonly idle?: (config: HostConfig<C>, batch: Batch) => Idle | undefined;
  /** Default: none. */
  state?(config: HostConfig<C>): Readonly<Record<string, number>>;
  readonly value?: (context: PenaltyContext, config: GraphConfig<C>) => Tensor;
  readonly project?: (parameter: Tensor, config: GraphConfig<C>) => Tensor;
}

/** Makes a penalty. */
export function definePenalty<C extends Tagged>(definition: PenaltyDefinition<C>): PenaltyEntry {
  requireComplete(
    'definePenalty',
    definition,
    ['perSample'],
    ['needsImages', 'networks', 'passes', 'layerOptions', 'idle', 'state', 'value', 'project'],
  );
  const { idle, value, project } = definition;
  return {
    kind: 'penalty',
    type: definition.type,
    schema: definition.schema,
    perSample: definition.perSample,
    needsImages: (config) => definition.needsImages?.(known(config)) ?? false,
    networks: (config) => definition.networks?.(known(config)) ?? ['discriminator'],
    passes: (config) => definition.passes?.(known(config)) ?? {},
    layerOptions: definition.layerOptions ?? {},
    ...(idle && { idle: (config: Tagged, batch: Batch) => idle(known(config), batch) }),
    state: (config) => definition.state?.(known(config)) ?? {},
    ...(value && {
      value: (context: PenaltyContext, config: Tagged) => value(context, known(config)),
    }),
    ...(project && {
      project: (parameter: Tensor, config: Tagged) => project(parameter, known(config)),
    }),
  };
}

const isPlayer = (value: unknown): boolean => players.some((player) => player === value);

export const penaltyKind: KindRecord<PenaltyEntry> = {
  folder: 'penalties',
  makers: { definePenalty },
  hookResults: {
    needsImages: check.boolean,
    networks: check.expects(
      `a list of ${players.map((player) => `"${player}"`).join(' and ')}`,
      check.isListOf(isPlayer),
    ),
    passes: check.numbersByName,
    idle: idleResult,
    state: check.numbersByName,
    value: check.scalar,
    project: check.likeInput,
  },
  optionalHooks: ['idle', 'value', 'project'],
  sharedOptions: {
    name: {
      type: 'string',
      pattern: '^[A-Za-z][A-Za-z0-9_]*$',
      description: 'Name of the penalty in logs and graph inputs. Without it: its type.',
    },
    every: {
      type: 'integer',
      minimum: 1,
      default: 1,
      description: 'Acts on every n-th discriminator update only, starting with the first.',
      otherNames: [
        'interval',
        'lazy',
        'frequency',
        'period',
        'regInterval',
        'lazyInterval',
        'regEvery',
      ],
    },
  },
  template: penaltyTemplate,
};
