/** Hooks that no other check of `plugin check` reads. */
import { expect, it } from 'vitest';
import { defineLayer } from '../../src/entries/layer.js';
import { defineLoss } from '../../src/entries/loss.js';
import { defineOptimizer } from '../../src/entries/optimizer.js';
import type { Entry } from '../../src/entries/entry.js';
import { tf } from '../../src/tf.js';
import { failures, named } from './support/odd.js';

function lossWith(hooks: object): Entry {
  return defineLoss({
    ...named('loss'),
    scores: 'logits',
    discriminatorLoss: ({ real, fake }) =>
      tf.add(tf.mean(tf.softplus(tf.neg(real))), tf.mean(tf.softplus(fake))),
    generatorLoss: ({ fake }) => tf.mean(tf.softplus(tf.neg(fake))),
    ...hooks,
  });
}

/** A hook of another type than its contract has, as plain JavaScript may have it. */
const odd = (value: unknown) => () => value as never;

it.each<[entry: Entry, found: string]>([
  [
    lossWith({
      signed: () => {
        throw new Error('boom');
      },
    }),
    'signed: gives what a run asks of it: with {"type":"acme/odd"} it throws: boom',
  ],
  [
    lossWith({ signed: odd('yes') }),
    'signed: gives what a run asks of it: with {"type":"acme/odd"}: it gives "yes", not true or false',
  ],
  [
    lossWith({ state: odd({ k: 'x' }) }),
    'state: gives what a run asks of it: with {"type":"acme/odd"}: it gives an object, not finite numbers by name: "k" is "x"',
  ],
  [
    defineLayer({
      ...named('layer'),
      outputShape: (shape) => shape,
      parameters: (shape) => [{ name: 'w', shape, initial: 'normal' as never, trainable: true }],
      apply: (x, _config, { w }) => (w ? tf.mul(x, w) : x),
    }),
    `parameters: gives what a run asks of it: with {"type":"acme/odd"} on [[16]]: it gives [an object], not a list of parameters with name, shape, initial, trainable: the initial of "w" is "normal", which is no distribution; write it as { kind: 'normal', mean: 0, stddev: 1 }`,
  ],
  [
    defineOptimizer({
      ...named('optimizer'),
      slots: odd('x'),
      scalars: () => ({}),
      update: (parameter, gradient) => ({ parameter: tf.sub(parameter, gradient), slots: {} }),
    }),
    'slots: gives what a run asks of it: with {"type":"acme/odd"}: it gives "x", not a list of names',
  ],
])('%# is found by the hook that no other check reads', async (entry, found) => {
  const [first = ''] = await failures(entry);
  expect(first.replace(/ \(at .*\)$/, '')).toBe(found);
});
