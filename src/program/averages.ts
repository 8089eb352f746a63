/** Moving averages of the generator's weights, which samples are generated with. */
import { scheduleOf, type Clock } from '../language/schedule.js';
import type { Registry } from '../entries/registry.js';
import type { NormalEma } from '../language/normalSpec.js';
import { tf } from '../tf.js';
import type { ScalarMoment } from './program.js';
import { parametersOf } from './stateTable.js';
import type { StepContext } from './stepContext.js';

/**
 * Moves the averages of all of the generator's state tensors, running statistics included, in steps that train it:
 * θ̄ ← d·θ̄ + (1 − d)·θ.
 */
export function updateAverages(context: StepContext): void {
  const { scope, registry, resolved, step, trains, accumulates } = context;
  const { ema, generatorSteps } = resolved.spec.training;
  if (!ema || accumulates || step === 'extrapolation' || !trains.includes('generator')) return;
  const decay = scope.scalar(
    'ema/decay',
    'decay of the averaged generator',
    decayOf(ema, registry, scope.clock, generatorSteps),
  );
  for (const { path, origin } of parametersOf(resolved.networks.generator)) {
    scope.recorder.at(origin, () => {
      const average = scope.state(`ema/${path}`);
      const difference = tf.sub(average, scope.state(path));
      scope.setState(`ema/${path}`, tf.add(scope.state(path), tf.mul(difference, decay)));
    });
  }
}

/**
 * The decay at each update: `decay`, or 0.5^(images of the update / halfLife), where ramp-up limits the half-life to a share
 * of the images since the start; with warm-up at most (1 + i) / (10 + i) at the i-th update since the start, so that the
 * random beginning is forgotten quickly; 0 before the start.
 *
 * @source Ramp-up: Karras et al. 2020, arXiv:2006.06676, the published code (`ema_rampup`)
 */
function decayOf(
  { decay, halfLife, rampUp, warmUp, start }: NormalEma,
  registry: Registry,
  clock: Clock,
  generatorSteps: number,
): (at: ScalarMoment) => number {
  const scheduled = scheduleOf(decay, registry, clock);
  return ({ step, update }) => {
    if (step < start) return 0;
    const since = update - start * generatorSteps;
    const images = rampUp === null ? Infinity : rampUp * since * clock.batchSize;
    const wanted =
      halfLife === null ? scheduled(step) : 0.5 ** (clock.batchSize / Math.min(halfLife, images));
    return warmUp ? Math.min(wanted, (1 + since) / (10 + since)) : wanted;
  };
}
