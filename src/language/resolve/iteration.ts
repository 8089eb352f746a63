/** The steps of one iteration of training. */
import type { Player } from '../../entries/player.js';
import { entryOf } from '../../entries/entryOf.js';
import type { Registry } from '../../entries/registry.js';
import type { NormalSpec } from '../normalSpec.js';
import type { StepName, StepPlan } from '../resolvedGan.js';

/** Plans an iteration as `training` orders it, with the lazy penalties of each step. */
export function iterationOf(spec: NormalSpec, registry: Registry): readonly StepPlan[] {
  const { update, first, discriminatorSteps, generatorSteps, gradientAccumulation } = spec.training;
  const plan = (step: StepName, trains: readonly Player[], updates: number): StepPlan => ({
    step,
    trains,
    times: updates * gradientAccumulation,
    accumulation: gradientAccumulation,
    lazy: spec.penalties.flatMap((penalty) => {
      const { name, every } = penalty;
      const players = entryOf(registry, 'penalty', penalty.type).networks(penalty);
      return every > 1 && players.some((player) => trains.includes(player))
        ? [{ name, every }]
        : [];
    }),
  });
  const both = ['discriminator', 'generator'] as const;
  if (update === 'extraGradient') return [plan('extrapolation', both, 1), plan('joint', both, 1)];
  if (update === 'simultaneous') return [plan('joint', both, 1)];
  const alternating = [
    plan('discriminator', ['discriminator'], discriminatorSteps),
    plan('generator', ['generator'], generatorSteps),
  ];
  return first === 'discriminator' ? alternating : alternating.reverse();
}
