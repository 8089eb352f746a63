/** A penalty on a discriminator small enough to work out by hand. */
import { gradients } from '../autodiff/gradients.js';
import { sizeOf } from '../ir/tensorType.js';
import { interpret } from '../oracle/interpret.js';
import { drawInto } from '../random/draw.js';
import type { Distribution } from '../random/distribution.js';
import type { Tagged } from '../registry/entries.js';
import { entryOf } from '../registry/entryOf.js';
import type { Registry } from '../registry/registry.js';
import { hostConfig } from '../registry/schedule.js';
import { tf } from '../tf.js';
import { completed } from './example.js';
import { penaltyContext, scalarOf, tensorOf } from './contexts.js';
import { recorded } from './recorded.js';

/** D(x) = activation(weights · x), and one real and one generated sample. */
export interface TinyDiscriminator {
  readonly weights: readonly number[];
  /** Type of an activation that needs no option, such as `tanh`. */
  readonly activation: string;
  /** As many numbers as weights. */
  readonly real: readonly number[];
  /** As many numbers as weights. */
  readonly fake: readonly number[];
}

/** What a penalty adds to the loss before its `weight`, and what it makes of the weights; null where it does not. */
export interface PenaltyValues {
  readonly value: number | null;
  readonly gradientByWeights: readonly number[] | null;
  readonly projectedWeights: readonly number[] | null;
}

/**
 * Evaluates a penalty in float64, with the first values of schedules. Random numbers come from seed 0.
 * @param options Normalized, as in `gan.spec.penalties`.
 */
export function evaluatePenalty(
  options: Tagged,
  tiny: TinyDiscriminator,
  registry: Registry,
): PenaltyValues {
  const entry = entryOf(registry, 'penalty', options.type);
  const activation = entryOf(registry, 'activation', tiny.activation);
  const config = hostConfig(entry.schema, options, registry, 0);
  const bend = completed('activation', tiny.activation, registry);
  const size = tiny.weights.length;
  const drawn = new Map<string, Float64Array>();
  const graph = recorded((recorder) => {
    const input = (name: string, shape: readonly number[]) =>
      recorder.input(name, { dtype: 'float32', shape }, 'feed');
    const weights = input('weights', [size, 1]);
    const [real, fake] = [input('real', [1, size]), input('fake', [1, size])];
    const plain = penaltyContext(recorder, real, fake, (x) =>
      activation.apply(tf.matMul(x, weights), bend),
    );
    const context: typeof plain = {
      ...plain,
      random: (name, shape, distribution) => {
        drawn.set(`random/${name}`, numbersOf(name, shape, distribution as Distribution));
        return plain.random(name, shape, distribution);
      },
    };
    const value = entry.value && scalarOf(entry.value(context, config));
    const [slope] = value ? gradients(recorder, value, [weights]) : [];
    const projected = entry.project && tensorOf(entry.project(weights, config));
    return Object.entries({ value, slope, projected }).flatMap(([name, tensor]) =>
      tensor ? [{ name, kind: 'result' as const, tensor }] : [],
    );
  });
  const { weights, real, fake } = tiny;
  const given = Object.entries({ weights, real, fake }).map(
    ([name, numbers]) => [name, Float64Array.from(numbers)] as const,
  );
  const results = interpret(graph, new Map([...given, ...drawn]));
  const list = (name: string) => (results.has(name) ? [...(results.get(name) ?? [])] : null);
  return {
    value: list('value')?.[0] ?? null,
    gradientByWeights: list('slope'),
    projectedWeights: list('projected'),
  };
}

function numbersOf(
  name: string,
  shape: readonly number[],
  distribution: Distribution,
): Float64Array {
  const numbers = new Float32Array(sizeOf(shape));
  drawInto(numbers, distribution, shape, { seed: 0, stream: `penalty/${name}`, step: 0 });
  return Float64Array.from(numbers);
}
