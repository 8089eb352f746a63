/** Evaluates a penalty on networks that are small enough for a calculation by hand. */
import { gradients } from '../autodiff/gradients.js';
import { interpret } from '../oracle/interpret.js';
import type { LossContext } from '../entries/loss.js';
import type { PenaltyContext } from '../entries/penalty.js';
import type { Player } from '../entries/player.js';
import type { Tagged } from '../entries/tagged.js';
import { entryOf } from '../entries/entryOf.js';
import type { Registry } from '../entries/registry.js';
import { firstConfig } from '../language/schedule.js';
import { completed } from '../language/normalize/completed.js';
import { penaltyContext } from '../program/penaltyContext.js';
import { tf, type Tensor } from '../tf.js';
import type { Recorder } from '../trace/record.js';
import { lossContext, scalarOf, TermNotes, tensorOf } from './contexts.js';
import { drawing } from './draws.js';
import { decimalConstants } from './decimalConstants.js';
import { givenState, type GivenNumbers } from './givenState.js';
import { noted, notesIn } from './notes.js';
import { probeInputs } from './penaltyProbe.js';
import { recorded } from './recorded.js';

/**
 * D(x) = activation(Σ weights · x) and G(z) = z · generator, with n weights. Samples are images of one row and n
 * columns, which every penalty accepts. Every layer of D is weights · x before the sum, every
 * layer of G is z.
 */
export interface TinyGan {
  readonly weights: readonly number[];
  /** Type of an activation that needs no option, such as `tanh`. */
  readonly activation: string;
  /** The real samples one after the other, n numbers each. */
  readonly real: readonly number[];
  /** As many latent vectors: the generated samples themselves, unless there is a `generator`. */
  readonly fake: readonly number[];
  /** n · n numbers, row by row; default: the identity. */
  readonly generator?: readonly number[];
}

/** The unweighted value and the projection of a penalty; null for the part that it does not have. */
export interface PenaltyValues {
  readonly value: number | null;
  /** With respect to the weights of the network to whose loss the value is added. */
  readonly gradientByWeights: readonly number[] | null;
  readonly projectedWeights: readonly number[] | null;
  /** The penalty's state after a step; absent where it has none. */
  readonly nextState?: Readonly<Record<string, number>>;
}

/**
 * Evaluates a penalty in float64, with the first values of schedules. Random numbers come from
 * seed 0.
 * @param options Normalized, as in `gan.spec.penalties`.
 * @param network The network to whose loss the penalty is added; default: the first that it applies to.
 * @param given Values of its own state by name; default: the first ones.
 * @throws GanspecError GAN540 for state that it does not keep.
 */
export function evaluatePenalty(
  options: Tagged,
  tiny: TinyGan,
  registry: Registry,
  network?: Player,
  given: GivenNumbers = {},
): PenaltyValues {
  const entry = entryOf(registry, 'penalty', options.type);
  const config = firstConfig(entry.schema, options, registry);
  const of = network ?? entry.networks(config)[0] ?? 'discriminator';
  const state = givenState(entry, config, given);
  const drawn = new Map<string, Float64Array>();
  const graph = recorded((recorder) => {
    const notes = new TermNotes();
    const names = state.map(([name]) => name);
    const plain = lossContext(recorder, names, notes);
    const terms = { ...plain, random: drawing(plain.random, 'penalty', drawn) };
    const context = tinyContext(recorder, tiny, registry, of, terms);
    const [weights] = context.parameters;
    if (!weights) throw new TypeError('a tiny network has weights');
    const value = entry.value && scalarOf(entry.value(context, config));
    const [gradient] = value ? gradients(recorder, value, [weights]) : [];
    const projected = entry.project && tensorOf(entry.project(weights, config));
    const results = Object.entries({ value, gradient, projected }).flatMap(([name, tensor]) =>
      tensor ? [{ name, kind: 'result' as const, tensor }] : [],
    );
    return [...results, ...noted('state', notes.updates)];
  });
  const { weights, real, fake, generator = identity(weights.length) } = tiny;
  const numbers = Object.entries({ weights, real, fake, generator }).map(
    ([name, values]) => [name, Float64Array.from(values)] as const,
  );
  const kept = state.map(([name, value]) => [`state/${name}`, Float64Array.of(value)] as const);
  const results = interpret(decimalConstants(graph), new Map([...numbers, ...kept, ...drawn]));
  const list = (name: string) => (results.has(name) ? [...(results.get(name) ?? [])] : null);
  const nextState = notesIn('state', results);
  return {
    value: list('value')?.[0] ?? null,
    gradientByWeights: list('gradient'),
    projectedWeights: list('projected'),
    ...(nextState && { nextState }),
  };
}

function identity(size: number): readonly number[] {
  return Array.from({ length: size * size }, (_, i) => (i % (size + 1) === 0 ? 1 : 0));
}

function tinyContext(
  recorder: Recorder,
  tiny: TinyGan,
  registry: Registry,
  network: Player,
  terms: LossContext,
): PenaltyContext {
  const size = tiny.weights.length;
  const input = (name: string, shape: readonly number[]) =>
    recorder.input(name, { dtype: 'float32', shape }, 'feed');
  const batch = tiny.real.length / size;
  const weights = input('weights', [size, 1]);
  const matrix = input('generator', [size, size]);
  const real = input('real', [batch, 1, size, 1]);
  const latent = input('fake', [batch, size]);
  const activation = entryOf(registry, 'activation', tiny.activation);
  const options = completed('activation', tiny.activation, registry);
  const products = (x: Tensor) =>
    tf.mul(tf.reshape(x, [batch, size]), tf.reshape(weights, [1, size]));
  const generate = (z: Tensor) => tf.reshape(tf.matMul(z, matrix), real.shape);
  const inputs = probeInputs({
    network,
    real,
    fake: generate(latent),
    latent,
    discriminator: (x) => activation.apply(tf.sum(products(x), 1, true), options),
    generator: generate,
    features: products,
    style: latent,
    kernels: { layer: network === 'generator' ? matrix : weights },
  });
  return penaltyContext(recorder, terms, inputs);
}
