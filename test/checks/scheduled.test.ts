import { describe, expect, it } from 'vitest';
import { defineActivation } from '../../src/entries/activation.js';
import { defineLayer } from '../../src/entries/layer.js';
import { defineLoss } from '../../src/entries/loss.js';
import { definePenalty } from '../../src/entries/penalty.js';
import type { Tagged } from '../../src/entries/tagged.js';
import type { PropertySchema } from '../../src/language/schema/fragment.js';
import { tf } from '../../src/tf.js';
import { failures, named } from './support/odd.js';

/** Wrong on purpose: the option is a number or a tensor, and these entries take it for a number. */
interface Careless extends Tagged {
  readonly size: number;
}

const options: Readonly<Record<string, PropertySchema>> = {
  size: {
    type: 'number',
    minimum: 0,
    schedulable: true,
    default: 1,
    description: 'A number that a schedule may drive.',
  },
};

const claim = 'computes the same with each schedulable option as a tensor and as a number';
const example = 'with {"type":"acme/odd"}: "size" may be a tensor, as a schedule gives it';
const read = 'JavaScript arithmetic got a tensor, which has no numbers before the graph runs';

describe('a schedulable option that is taken for a number', () => {
  it('is found in a loss that hands it to Math.max', async () => {
    const loss = defineLoss<Careless>({
      ...named('loss', options),
      scores: 'logits',
      discriminatorLoss: ({ real, fake }, { size }) =>
        tf.mul(tf.sub(tf.mean(fake), tf.mean(real)), Math.max(size, 0.5)),
      generatorLoss: ({ fake }) => tf.neg(tf.mean(fake)),
    });
    expect(await failures(loss)).toEqual([
      `discriminatorLoss: ${claim}: ${example}, and then it throws: ${read}`,
    ]);
  });

  it('is found in a penalty that multiplies it, and in what becomes of a parameter', async () => {
    const value = definePenalty<Careless>({
      ...named('penalty', options),
      perSample: true,
      value: ({ real, discriminator }, { size }) =>
        tf.mul(tf.mean(tf.square(discriminator(real))), size * 2),
    });
    expect(await failures(value)).toEqual([
      `value: ${claim}: ${example}, and then it throws: ${read}`,
    ]);
    const projection = definePenalty<Careless>({
      ...named('penalty', options),
      perSample: true,
      project: (parameter, { size }) => tf.clipByValue(parameter, -size, size),
    });
    expect(await failures(projection)).toEqual([
      expect.stringContaining(`project: ${claim}: ${example}`),
    ]);
  });

  it('is found where a tensor is left out of the result', async () => {
    const layer = defineLayer<Careless>({
      ...named('layer', options),
      outputShape: (input) => input,
      // A tensor is given to it all the same, whatever its type says.
      apply: (x, { size }) => (typeof size === 'number' ? tf.mul(x, size) : x),
    });
    expect(await failures(layer)).toEqual([
      expect.stringMatching(/on \[\[16\]\]: "size" may be a tensor.* with a tensor of 0.75 y is /),
    ]);
  });

  it('is found in an activation that throws', async () => {
    const activation = defineActivation<Careless>({
      ...named('activation', options),
      apply: (x, { size }) => tf.mul(x, Number(size.toFixed(2))),
      range: ([low, high], { size }) => [low * size, high * size],
    });
    expect(await failures(activation)).toEqual([
      expect.stringContaining(`apply: ${claim}: ${example}, and then it throws: `),
    ]);
  });

  it('is left alone where the entry computes with tensors', async () => {
    const layer = defineLayer<Careless>({
      ...named('layer', options),
      outputShape: (input) => input,
      apply: (x, { size }) => tf.mul(x, size),
    });
    expect(await failures(layer)).toEqual([]);
  });
});

describe('random numbers', () => {
  it('of a distribution that a schedule drives are found', async () => {
    const layer = defineLayer<Careless>({
      ...named('layer', options),
      outputShape: (input) => input,
      apply: (x, { size }, _weights, { random, training }) =>
        training
          ? tf.add(x, random('noise', x.shape, { kind: 'normal', mean: 0, stddev: size }))
          : x,
    });
    expect(await failures(layer)).toEqual([
      expect.stringContaining(
        'it throws: random("noise", shape, distribution) gets a distribution of kind "normal" whose stddev is a tensor',
      ),
    ]);
  });
});
