import { describe, expect, it } from 'vitest';
import {
  defineLayer,
  defineLoss,
  definePenalty,
  tf,
  type Entry,
  type FragmentSchema,
  type GanSpec,
  type PenaltyContext,
  type Scores,
  type TermContext,
} from '../../src/index.js';
import { GanspecError } from '../../src/diagnostics/errors.js';
import type { Tensor } from '../../src/tf.js';
import { compileTiny, prepareTiny, read } from './tinyGan.js';

function fragment(type: string, title: string): FragmentSchema {
  return {
    $id: `${type}.schema.json`,
    title,
    description: 'Made for a test.',
    type: 'object',
    required: ['type'],
    additionalProperties: false,
    properties: { type: { const: type } },
    examples: [{ type }],
  };
}

type LossFunction = (scores: Scores, config: object, context: TermContext) => Tensor;

function lossOf(
  discriminatorLoss: LossFunction,
  state: Readonly<Record<string, number>> = {},
): Entry {
  return defineLoss({
    type: 'acme/loss',
    schema: fragment('acme/loss', 'AcmeLoss'),
    scores: 'logits',
    state: () => state,
    discriminatorLoss,
    generatorLoss: ({ fake }) => tf.neg(tf.mean(fake)),
  });
}

function penaltyOf(value: (context: PenaltyContext) => Tensor): Entry {
  const schema = fragment('acme/penalty', 'AcmePenalty');
  return definePenalty({ type: 'acme/penalty', schema, perSample: true, value });
}

const withLoss = { loss: { type: 'acme/loss' } } as unknown as Partial<GanSpec>;
const withPenalty = { penalties: [{ type: 'acme/penalty' }] } as unknown as Partial<GanSpec>;

/** The error that compiling throws. */
function failure(changes: Partial<GanSpec>, plugin: Entry): GanspecError {
  try {
    compileTiny(changes, [plugin]);
  } catch (error) {
    if (error instanceof GanspecError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** A message that names the hook and a line of this file. */
function inHook(hook: string, message: string): unknown {
  const escaped = `${hook}: ${message}`.replace(/[.[\]"]/g, '\\$&');
  return expect.stringMatching(
    new RegExp(`^${escaped} \\(at test/program/plugins\\.test\\.ts:\\d+\\)$`),
  );
}

describe('a loss with state', () => {
  const remembering = lossOf(
    ({ real, fake }, _config, { state, update }) => {
      const { memory } = state;
      if (!memory) throw new Error('no memory');
      update('memory', tf.add(memory, 2));
      return tf.add(tf.sub(tf.mean(fake), tf.mean(real)), memory);
    },
    { memory: 0.5 },
  );

  it('starts from the numbers that it declares', async () => {
    const session = await prepareTiny(withLoss, {}, [remembering]);
    expect(await read(session, 'loss/memory')).toEqual([0.5]);
    await session.dispose();
  });

  it('sees what it kept, and the generator leaves it alone', async () => {
    const session = await prepareTiny(withLoss, {}, [remembering]);
    const feeds = { real: [0, 0, 0, 0], latent: [0, 0] };
    expect(await session.run('discriminator', feeds)).toMatchObject({ discriminatorLoss: 0.5 });
    expect(await session.run('discriminator', feeds)).toMatchObject({ discriminatorLoss: 2.5 });
    await session.run('generator', { latent: [0, 0] });
    expect(await read(session, 'loss/memory')).toEqual([4.5]);
    await session.dispose();
  });

  it('may declare numbers that no graph uses', async () => {
    const idle = lossOf(({ real, fake }) => tf.sub(tf.mean(fake), tf.mean(real)), { unused: 1 });
    const session = await prepareTiny(withLoss, {}, [idle]);
    expect((await session.readState()).has('loss/unused')).toBe(false);
    await session.dispose();
  });

  it('may not update a number that it does not declare', () => {
    const undeclared = lossOf(({ real }, _config, { update }) => {
      update('speed', tf.mean(real));
      return tf.mean(real);
    });
    expect(failure(withLoss, undeclared)).toMatchObject({
      code: 'GAN508',
      exitCode: 3,
      message: inHook(
        'discriminatorLoss of loss "acme/loss"',
        '"loss/speed" is given a new value, but no such state was declared',
      ),
      hint: 'Declare it: a loss in `state`, a layer among its `parameters`.',
    });
  });

  it('may not turn a number into a tensor', () => {
    const growing = lossOf(
      ({ real }, _config, { update }) => {
        update('memory', real);
        return tf.mean(real);
      },
      { memory: 0 },
    );
    expect(failure(withLoss, growing)).toMatchObject({
      code: 'GAN507',
      exitCode: 3,
      message: inHook(
        'discriminatorLoss of loss "acme/loss"',
        'the new value of "loss/memory" must be float32 [], but it is float32 [2, 1]',
      ),
    });
  });
});

describe('what a loss reports', () => {
  const scoring = defineLoss({
    type: 'acme/loss',
    schema: fragment('acme/loss', 'AcmeLoss'),
    scores: 'logits',
    discriminatorLoss: ({ real, fake }, _config, { report }) => {
      report('level', tf.mean(real));
      return tf.sub(tf.mean(fake), tf.mean(real));
    },
    generatorLoss: ({ fake }, _config, { report }) => {
      report('level', tf.mean(fake));
      return tf.neg(tf.mean(fake));
    },
  });

  it('stands beside the losses, in each step for itself', async () => {
    const session = await prepareTiny(withLoss, {}, [scoring]);
    expect(Object.keys(await session.run('generator'))).toEqual(['loss/level', 'generatorLoss']);
    await session.dispose();
  });

  it('must be a scalar', () => {
    const wide = lossOf(({ real }, _config, { report }) => {
      report('level', real);
      return tf.mean(real);
    });
    expect(failure(withLoss, wide)).toMatchObject({
      code: 'GAN507',
      message: inHook(
        'discriminatorLoss of loss "acme/loss"',
        'loss/level must be a scalar, but its shape is [2, 1]',
      ),
    });
  });

  it('may not come twice in one step', () => {
    const joint = { ...withLoss, training: { update: 'simultaneous' } } as const;
    expect(failure(joint, scoring)).toMatchObject({
      code: 'GAN515',
      exitCode: 3,
      message: inHook(
        'generatorLoss of loss "acme/loss"',
        '"loss/level" is reported twice in one step',
      ),
      hint: 'Report a name once: a simultaneous step asks a loss, and a penalty on both networks, for the terms of both.',
    });
  });
});

describe('what a loss or penalty gives', () => {
  it('must be a scalar for a loss', () => {
    expect(
      failure(
        withLoss,
        lossOf(({ real }) => tf.neg(real)),
      ),
    ).toMatchObject({
      code: 'GAN803',
      exitCode: 3,
      message:
        'discriminatorLoss of loss "acme/loss" gives a tensor of shape [2, 1], not a scalar; take a mean over the batch',
    });
  });

  it('must be a scalar for a penalty', () => {
    expect(
      failure(
        withPenalty,
        penaltyOf(({ real }) => real),
      ),
    ).toMatchObject({
      code: 'GAN803',
      message:
        'value of penalty "acme/penalty" gives a tensor of shape [2, 2], not a scalar; take a mean over the batch',
    });
  });

  it('may not take one random input in two shapes', () => {
    const normal = { kind: 'normal', mean: 0, stddev: 1 } as const;
    const twice = penaltyOf(({ random }) =>
      tf.add(tf.mean(random('mix', [2, 1], normal)), tf.mean(random('mix', [2, 2], normal))),
    );
    expect(failure(withPenalty, twice)).toMatchObject({
      code: 'GAN507',
      message: inHook(
        'value of penalty "acme/penalty"',
        'the input "penalty/mix" must be float32 [2, 2], but it is float32 [2, 1]',
      ),
    });
  });
});

describe('a layer that a penalty reads', () => {
  it('gives its output for the samples asked for', async () => {
    const reading = penaltyOf(({ layer }) => tf.mean(layer('discriminator', 'dense_0', 'real')));
    const weights = { 'discriminator/dense_0/kernel': [1, 2] };
    const session = await prepareTiny(withPenalty, weights, [reading]);
    // The scores are 1 and 2.
    expect(await session.run('discriminator', { real: [1, 0, 0, 1] })).toMatchObject({
      penalty: 1.5,
    });
    await session.dispose();
  });

  it('must be there', () => {
    const missing = penaltyOf(({ layer }) => tf.mean(layer('discriminator', 'trunk', 'real')));
    expect(failure(withPenalty, missing)).toMatchObject({
      code: 'GAN509',
      exitCode: 3,
      message: inHook('value of penalty "acme/penalty"', 'the discriminator has no layer "trunk"'),
      hint: 'Its layers are "dense_0"; an option that names one belongs in `layerOptions`.',
    });
  });
});

describe('numbers that only one recording would see', () => {
  const notRepeatable = (where: string) => ({
    code: 'GAN503',
    exitCode: 3,
    message: `the discriminator graph came out differently when it was recorded a second time, first at ${where}`,
    hint: 'A layer, loss or penalty draws random numbers or keeps a counter of its own. Take random tensors from its context instead.',
  });

  it('are refused where a penalty draws them in JavaScript', () => {
    const drawing = penaltyOf(({ real }) => tf.mul(tf.mean(real), Math.random()));
    expect(failure(withPenalty, drawing)).toMatchObject(
      notRepeatable('/penalties/0 (penalty "acme/penalty")'),
    );
  });

  it('are refused where a loss counts its calls', () => {
    let calls = 0;
    const counting = lossOf(({ real }) => tf.mul(tf.mean(real), (calls += 1)));
    expect(failure(withLoss, counting)).toMatchObject(notRepeatable('/loss (loss "acme/loss")'));
  });

  it('are refused by name where tfjs draws them', () => {
    const error = failure(
      withPenalty,
      penaltyOf(({ real }) => tf.mean(tf.mul(real, tf.randomUniform([2, 2])))),
    );
    expect(error.exitCode).toBe(3);
    expect(error.message).toMatch(
      /^<object>:\d+:\d+ value of penalty "acme\/penalty": tf\.randomUniform made numbers/,
    );
  });
});

describe('a loss made elsewhere', () => {
  const relativistic = defineLoss({
    type: 'acme/loss',
    schema: fragment('acme/loss', 'AcmeLoss'),
    scores: 'logits',
    discriminatorLoss: ({ real, fake }) => tf.mean(tf.sub(fake, real)),
    generatorLoss: ({ real, fake }) => tf.mean(tf.sub(real, fake)),
  });

  it('may compare with real samples in the step of the generator, which then takes a batch', async () => {
    const { inputs } = compileTiny(withLoss, [relativistic]).program;
    expect(inputs.map(({ graph, name }) => `${graph} ${name}`)).toContain('generator real');
    const state = { 'discriminator/dense_0/kernel': [1, 0], 'generator/dense_0/bias': [5, 0] };
    const session = await prepareTiny(withLoss, state, [relativistic]);
    const feeds = { real: [1, 0, 3, 0], latent: [0, 0] };
    expect(await session.run('generator', feeds)).toMatchObject({ generatorLoss: -3 });
    await session.dispose();
  });

  it('may hold back the gradient through a part of it', async () => {
    const held = lossOf(({ real, fake }, _config, { stopGradient }) =>
      tf.sub(tf.mean(fake), tf.mean(stopGradient(real))),
    );
    const session = await prepareTiny(withLoss, { 'generator/dense_0/bias': [5, 7] }, [held]);
    await session.run('discriminator', { real: [1, 2, 1, 2], latent: [0, 0] });
    // Without real samples the gradient is that of the generated ones, (5, 7).
    expect(await read(session, 'discriminator/dense_0/kernel')).toEqual([-5, -7]);
    await session.dispose();
  });

  it('may bring numbers of its own', async () => {
    const weighted = lossOf(({ real, fake }, _config, { constant }) =>
      tf.add(tf.mean(tf.mul(real, constant([1, 3], [2, 1]))), tf.mul(tf.mean(fake), 0)),
    );
    const session = await prepareTiny(withLoss, { 'discriminator/dense_0/kernel': [1, 0] }, [
      weighted,
    ]);
    const feeds = { real: [2, 0, 4, 0], latent: [0, 0] };
    // (1 · 2 + 3 · 4) / 2
    expect(await session.run('discriminator', feeds)).toMatchObject({ discriminatorLoss: 7 });
    await session.dispose();
  });
});

describe('a layer made elsewhere', () => {
  const counter = defineLayer({
    type: 'acme/counter',
    schema: fragment('acme/counter', 'AcmeCounterLayer'),
    outputShape: (input) => input,
    parameters: () => [
      { name: 'passes', shape: [], initial: { kind: 'constant', value: 0 }, trainable: false },
    ],
    apply: (x, _config, { passes }, { training, update }) => {
      if (training && passes) update('passes', tf.add(passes, 1));
      return x;
    },
  });
  const discriminator = {
    layers: [{ type: 'acme/counter' }, { type: 'dense', units: 1 }],
  } as unknown as NonNullable<GanSpec['discriminator']>;

  it('keeps state that is no parameter: one pass for real samples, one for generated ones', async () => {
    const session = await prepareTiny({ discriminator }, {}, [counter]);
    await session.run('discriminator');
    expect(await read(session, 'discriminator/counter_0/passes')).toEqual([2]);
    await session.dispose();
  });
});
