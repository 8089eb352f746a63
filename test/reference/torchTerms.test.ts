/** Losses and penalties against numbers that PyTorch computed in float64; see torch_terms.py. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gradients } from '../../src/autodiff/gradients.js';
import { lossContext, scalarOf } from '../../src/checks/contexts.js';
import { evaluateLoss } from '../../src/checks/evaluateLoss.js';
import { probeInputs } from '../../src/checks/penaltyProbe.js';
import { sizeOf, type Shape } from '../../src/ir/tensorType.js';
import { interpret } from '../../src/oracle/interpret.js';
import type { Player } from '../../src/entries/player.js';
import { entryOf } from '../../src/entries/entryOf.js';
import { penaltyContext } from '../../src/program/penaltyContext.js';
import { tf, type Tensor } from '../../src/tf.js';
import { record, type Recorder } from '../../src/trace/record.js';
import { complete, registry } from '../checks/support/complete.js';
import { expectNumbers } from '../checks/support/cpu.js';

interface Gradients {
  readonly value: number;
  readonly byReal: readonly number[];
  readonly byFake: readonly number[];
}
interface LossCase {
  readonly options: object;
  readonly discriminator: Gradients;
  readonly generator: Gradients;
}
interface PenaltyCase {
  readonly options: object;
  readonly network: Player;
  /** Numbers of each random input. */
  readonly random: Readonly<Record<string, readonly number[]>>;
  readonly value: number;
  readonly gradients: Readonly<Record<string, readonly number[]>>;
}

const file = new URL('./terms.expected.json', import.meta.url);
const expected = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly losses: readonly LossCase[];
  readonly penalties: readonly PenaltyCase[];
};

/** Same as `wave` in torch_terms.py. */
function wave(size: number, phase: number, scale = 1, offset = 0): Float64Array {
  const at = (_: unknown, i: number): number =>
    Math.fround(offset + scale * Math.sin(phase + 0.7 * i));
  return Float64Array.from({ length: size }, at);
}

describe('a loss agrees with PyTorch', () => {
  it.each(expected.losses)('$options', ({ options, discriminator, generator }) => {
    const scores = { real: [...wave(5, 1, 1.5)], fake: [...wave(5, 3, 1.5)] };
    const found = evaluateLoss(complete('loss', options), scores, registry);
    expect(found.discriminatorLoss).toBeCloseTo(discriminator.value, 6);
    expect(found.generatorLoss).toBeCloseTo(generator.value, 6);
    expectNumbers(found.gradients.discriminatorByReal, discriminator.byReal, 6);
    expectNumbers(found.gradients.discriminatorByFake, discriminator.byFake, 6);
    expectNumbers(found.gradients.generatorByReal, generator.byReal, 6);
    expectNumbers(found.gradients.generatorByFake, generator.byFake, 6);
  });
});

const batch = 3;
/** Shape and phase of each tensor, same as in `Step` of torch_terms.py. */
const tensors: Readonly<Record<string, readonly [Shape, number]>> = {
  real: [[batch, 2, 2, 1], 1],
  latent: [[batch, 2], 3],
  inner: [[4, 3], 5],
  outer: [[3, 1], 6],
  mapping: [[2, 4], 7],
};
const kernelsOf = { generator: ['mapping'], discriminator: ['inner', 'outer'] } as const;

/** The value of a penalty and its gradients with respect to the parameters of the network. */
function recordPenalty(recorder: Recorder, { options, network }: PenaltyCase) {
  const [real, latent, inner, outer, mapping] = Object.entries(tensors).map(([name, [shape]]) =>
    recorder.input(name, { dtype: 'float32', shape }, 'feed'),
  );
  if (!real || !latent || !inner || !outer || !mapping) throw new TypeError('five were declared');
  const byName = { inner, outer, mapping };
  const features = (x: Tensor): Tensor => tf.tanh(tf.matMul(tf.reshape(x, [batch, 4]), inner));
  const styleOf = (z: Tensor): Tensor => tf.matMul(z, mapping);
  const drawn = (style: Tensor): Tensor => tf.reshape(tf.tanh(style), real.shape);
  const style = styleOf(latent);
  const config = complete('penalty', options);
  const entry = entryOf(registry, 'penalty', config.type);
  const terms = lossContext(recorder, Object.keys(entry.state(config)));
  const inputs = probeInputs({
    network,
    real,
    fake: drawn(style),
    latent,
    discriminator: (x) => tf.matMul(features(x), outer),
    generator: (z) => drawn(styleOf(z)),
    features,
    style,
    kernels: Object.fromEntries(kernelsOf[network].map((name) => [name, byName[name]])),
  });
  const context = penaltyContext(recorder, terms, inputs);
  const value = entry.value?.(context, config);
  const loss = scalarOf(value);
  const derivatives = gradients(recorder, loss, [...context.parameters]).map((tensor, i) => ({
    name: kernelsOf[network][i] ?? '',
    kind: 'result' as const,
    tensor,
  }));
  return [{ name: 'value', kind: 'result' as const, tensor: loss }, ...derivatives];
}

describe('a penalty agrees with PyTorch', () => {
  it.each(expected.penalties)('$options in the loss of the $network', (one) => {
    const graph = record('probe', (recorder) => recordPenalty(recorder, one));
    const feeds = graph.inputs.map(({ name, value }) => {
      const size = sizeOf(graph.types[value]?.shape ?? []);
      const [, phase] = tensors[name] ?? [];
      if (phase !== undefined) return [name, wave(size, phase)] as const;
      const drawn = one.random[name.replace('random/', '')];
      // State starts at zero.
      return [name, drawn ? Float64Array.from(drawn) : new Float64Array(1)] as const;
    });
    const found = interpret(graph, new Map(feeds));
    expect(found.get('value')?.[0]).toBeCloseTo(one.value, 6);
    for (const [name, gradient] of Object.entries(one.gradients)) {
      expectNumbers(found.get(name) ?? [], gradient, 6);
    }
  });
});
