/** The kind `loss`: adversarial losses, as functions of the discriminator's scores. */
import type { Shape } from '../ir/tensorType.js';
import type { PropertySchema } from '../language/schema/fragment.js';
import type { Tensor } from '../tf.js';
import type { GraphConfig, HostConfig, ScheduledDistribution } from './config.js';
import { idleResult, type Batch, type Idle } from './idle.js';
import { requireComplete } from './complete.js';
import type { Definition, EntryBase, KindRecord } from './kind.js';
import type { Player } from './player.js';
import * as check from './resultCheck.js';
import { known, type Tagged } from './tagged.js';
import { lossTemplate } from './templates/loss.js';
import type { Scores, TermContext } from './termContext.js';

/** Context of a loss, beside the scores. */
export interface LossContext extends TermContext {
  /** A tensor of random numbers, declared as graph input `loss/<name>`. */
  readonly random: (name: string, shape: Shape, distribution: ScheduledDistribution) => Tensor;
}

/** The distance of a sample from its reconstruction: the mean over its values of the absolute or the squared difference. */
export type Distance = 'absolute' | 'squared';

export interface LossEntry extends EntryBase<'loss'> {
  /** The discriminator's output: one raw score, never squashed (`logits`), or a sample again (`reconstruction`). */
  readonly scores: 'logits' | 'reconstruction';
  /** For a loss on reconstructions. */
  distance(config: Tagged): Distance;
  /** Needs a penalty that bounds the discriminator's Lipschitz constant, without which it diverges. */
  readonly needsLipschitz: boolean;
  /**
   * The generator's loss is a mean of terms with one generated score each, of which `topK` may leave some out; false for a
   * loss that compares each score with the mean of all.
   */
  readonly separable: boolean;
  /** A score above 0 means that a sample is more likely real than generated, as adapted augmentation assumes. */
  signed(config: Tagged): boolean;
  /** The reason why it has no effect with these options; undefined where it has one. */
  readonly idle?: (config: Tagged, batch: Batch) => Idle | undefined;
  /** Numbers kept from step to step, with their first values. */
  state(config: Tagged): Readonly<Record<string, number>>;
  /** Scalar that the discriminator minimises. */
  discriminatorLoss(scores: Scores, config: Tagged, context: LossContext): Tensor;
  /** Scalar that the generator minimises. */
  generatorLoss(scores: Scores, config: Tagged, context: LossContext): Tensor;
}

/** See `LossEntry` for the meaning of each part. */
export interface LossDefinition<C extends Tagged> extends Definition {
  readonly scores: LossEntry['scores'];
  /** Default: absolute. */
  distance?(config: HostConfig<C>): Distance;
  /** Default: false. */
  readonly needsLipschitz?: boolean;
  /** Default: true. */
  readonly separable?: boolean;
  /** Default: true for raw scores, false for reconstructions. */
  signed?(config: HostConfig<C>): boolean;
  /** Default: it has an effect. */
  readonly idle?: (config: HostConfig<C>, batch: Batch) => Idle | undefined;
  /** Default: none. */
  state?(config: HostConfig<C>): Readonly<Record<string, number>>;
  discriminatorLoss(scores: Scores, config: GraphConfig<C>, context: LossContext): Tensor;
  generatorLoss(scores: Scores, config: GraphConfig<C>, context: LossContext): Tensor;
}

/** Makes an adversarial loss. */
export function defineLoss<C extends Tagged>(definition: LossDefinition<C>): LossEntry {
  requireComplete(
    'defineLoss',
    definition,
    ['scores', 'discriminatorLoss', 'generatorLoss'],
    ['distance', 'needsLipschitz', 'separable', 'signed', 'idle', 'state'],
  );
  const { idle } = definition;
  return {
    kind: 'loss',
    type: definition.type,
    schema: definition.schema,
    scores: definition.scores,
    distance: (config) => definition.distance?.(known(config)) ?? 'absolute',
    needsLipschitz: definition.needsLipschitz ?? false,
    separable: definition.separable ?? true,
    signed: (config) => definition.signed?.(known(config)) ?? definition.scores === 'logits',
    ...(idle && { idle: (config: Tagged, batch: Batch) => idle(known(config), batch) }),
    state: (config) => definition.state?.(known(config)) ?? {},
    discriminatorLoss: (scores, config, context) =>
      definition.discriminatorLoss(scores, known(config), context),
    generatorLoss: (scores, config, context) =>
      definition.generatorLoss(scores, known(config), context),
  };
}

function weightOf(network: Player, otherNames: readonly string[]): PropertySchema {
  return {
    type: 'number',
    minimum: 0,
    schedulable: true,
    default: 1,
    description: `Factor on the adversarial loss of the ${network}; penalties have weights of their own.`,
    otherNames: [...otherNames, 'weight'],
  };
}

const isDistance = (value: unknown): boolean => value === 'absolute' || value === 'squared';

export const lossKind: KindRecord<LossEntry> = {
  folder: 'losses',
  makers: { defineLoss },
  hookResults: {
    distance: check.expects('"absolute" or "squared"', isDistance),
    signed: check.boolean,
    idle: idleResult,
    state: check.numbersByName,
    discriminatorLoss: check.scalar,
    generatorLoss: check.scalar,
  },
  optionalHooks: ['idle'],
  sharedOptions: {
    discriminatorWeight: weightOf('discriminator', [
      'dWeight',
      'discWeight',
      'criticWeight',
      'lambdaD',
    ]),
    generatorWeight: weightOf('generator', [
      'gWeight',
      'genWeight',
      'advWeight',
      'lambdaG',
      'lambdaAdv',
    ]),
  },
  template: lossTemplate,
};
