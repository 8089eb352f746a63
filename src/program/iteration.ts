/** What one iteration runs. */
import type { Registry } from '../entries/registry.js';
import { entryOf } from '../entries/entryOf.js';
import type { Player } from '../entries/player.js';
import type { ResolvedGan } from '../language/resolvedGan.js';
import type { StepName, StepPlan } from './program.js';

const trained: Readonly<Record<StepName, readonly Player[]>> = {
  extrapolation: ['discriminator', 'generator'],
  joint: ['discriminator', 'generator'],
  discriminator: ['discriminator'],
  generator: ['generator'],
};

/** The networks whose losses a step minimises. */
export function trainedBy(step: StepName): readonly Player[] {
  return trained[step];
}

/** What one iteration runs, in order. */
export function iterationOf({ spec }: ResolvedGan, registry: Registry): readonly StepPlan[] {
  const { update, first, discriminatorSteps, generatorSteps } = spec.training;
  const plan = (step: StepName, updates: number): StepPlan => ({
    step,
    times: updates * spec.training.gradientAccumulation,
    accumulation: spec.training.gradientAccumulation,
    lazy: spec.penalties.flatMap((penalty) => {
      const { name, every } = penalty;
      const players = entryOf(registry, 'penalty', penalty.type).networks(penalty);
      const acts = players.some((network) => trainedBy(step).includes(network));
      return acts && every > 1 ? [{ name, every }] : [];
    }),
  });
  if (update === 'extraGradient') return [plan('extrapolation', 1), plan('joint', 1)];
  if (update === 'simultaneous') return [plan('joint', 1)];
  const alternating = [
    plan('discriminator', discriminatorSteps),
    plan('generator', generatorSteps),
  ];
  return first === 'discriminator' ? alternating : alternating.reverse();
}
