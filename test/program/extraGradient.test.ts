import { describe, expect, it } from 'vitest';
import type { GanSpec, Session } from '../../src/index.js';
import { prepareTiny, read, rounded } from './tinyGan.js';

// With real samples and latents of 0 the game is bilinear: D minimises w·c over w, G minimises −w·c over c.
const feeds = { real: [0, 0, 0, 0], latent: [0, 0] };
const w = 'discriminator/dense_0/kernel';
const c = 'generator/dense_0/bias';
const start = { [w]: [2, 0], [c]: [1, 0] };

function game(
  optimizer: NonNullable<GanSpec['optimizers']>['generator'],
  update: 'extraGradient' | 'simultaneous' = 'extraGradient',
  engine: 'tfjs' | 'onnx' = 'tfjs',
): Promise<Session> {
  const optimizers = { generator: optimizer, discriminator: optimizer } as GanSpec['optimizers'];
  return prepareTiny(
    { training: { update }, ...(optimizers && { optimizers }) },
    start,
    [],
    engine,
  );
}

async function first(session: Session, name: string): Promise<number> {
  return (await read(session, name))[0] ?? NaN;
}

const descent = { type: 'sgd', learningRate: 0.5 } as const;

describe.each(['tfjs', 'onnx'] as const)('an extra-gradient update on %s', (engine) => {
  it('looks ahead, then steps from where it started', async () => {
    const session = await game(descent, 'extraGradient', engine);
    await session.run('extrapolation', feeds);
    // w − ½ c and c + ½ w
    expect([await first(session, w), await first(session, c)]).toEqual([1.5, 2]);
    expect(await read(session, `anchor/${w}`)).toEqual([2, 0]);
    expect(await read(session, `anchor/${c}`)).toEqual([1, 0]);
    await session.run('joint', feeds);
    // 2 − ½ · 2 and 1 + ½ · 1.5
    expect([await first(session, w), await first(session, c)]).toEqual([1, 1.75]);
    await session.dispose();
  });
});

describe('a bilinear game', () => {
  const size = async (session: Session): Promise<number> =>
    (await first(session, w)) ** 2 + (await first(session, c)) ** 2;

  it('shrinks by (1 − η²)² + η² with the extra gradient', async () => {
    const session = await game(descent);
    for (let update = 0; update < 4; update += 1) {
      await session.run('extrapolation', feeds);
      await session.run('joint', feeds);
    }
    expect(await size(session)).toBeCloseTo(5 * (0.75 ** 2 + 0.5 ** 2) ** 4, 5);
    await session.dispose();
  });

  it('grows by 1 + η² without it', async () => {
    const session = await game(descent, 'simultaneous');
    for (let update = 0; update < 4; update += 1) await session.run('joint', feeds);
    expect(await size(session)).toBeCloseTo(5 * 1.25 ** 4, 4);
    await session.dispose();
  });
});

describe('adam with the extra gradient', () => {
  const rates = { learningRate: 0.1, beta1: 0.5, beta2: 0.9, epsilon: 1e-8 };

  /** Adam on one number, with a counter that both halves advance. */
  class Adam {
    m = 0;
    v = 0;
    t = 0;
    step(from: number, gradient: number): number {
      const { learningRate, beta1, beta2, epsilon } = rates;
      this.t += 1;
      this.m = beta1 * this.m + (1 - beta1) * gradient;
      this.v = beta2 * this.v + (1 - beta2) * gradient ** 2;
      const mean = this.m / (1 - beta1 ** this.t);
      return from - (learningRate * mean) / (Math.sqrt(this.v / (1 - beta2 ** this.t)) + epsilon);
    }
  }

  it('moves its slots and counts in both halves', async () => {
    const session = await game({ type: 'adam', ...rates });
    const [ofW, ofC] = [new Adam(), new Adam()];
    let [wNow, cNow] = [2, 1];
    for (let update = 0; update < 3; update += 1) {
      const [wHalf, cHalf] = [ofW.step(wNow, cNow), ofC.step(cNow, -wNow)];
      await session.run('extrapolation', feeds);
      expect(await first(session, w)).toBeCloseTo(wHalf, 5);
      expect(await first(session, c)).toBeCloseTo(cHalf, 5);
      [wNow, cNow] = [ofW.step(wNow, cHalf), ofC.step(cNow, -wHalf)];
      await session.run('joint', feeds);
      expect(await first(session, w)).toBeCloseTo(wNow, 5);
      expect(await first(session, c)).toBeCloseTo(cNow, 5);
    }
    expect(await first(session, 'optimizer/discriminator/m/dense_0/kernel')).toBeCloseTo(ofW.m, 5);
    expect(await first(session, 'optimizer/generator/v/dense_0/bias')).toBeCloseTo(ofC.v, 5);
    await session.dispose();
  });
});

describe('the parts of an extra-gradient iteration', () => {
  it('see batches and latents of their own', async () => {
    const session = await prepareTiny(
      { training: { update: 'extraGradient' } },
      { [w]: [1, 0], 'generator/dense_0/kernel': [1, 0] },
    );
    const still = {
      'optimizer/discriminator/velocityRate': [0],
      'optimizer/generator/velocityRate': [0],
    };
    const ahead = await session.run('extrapolation', still);
    const joint = await session.run('joint', still);
    expect(joint['realScore']).not.toBe(ahead['realScore']);
    expect(joint['fakeScore']).not.toBe(ahead['fakeScore']);
    await session.dispose();
  });

  it('move averages once, in the second', async () => {
    const session = await prepareTiny(
      {
        training: { update: 'extraGradient', ema: { decay: 0.5, warmUp: false } },
        optimizers: { generator: descent, discriminator: descent },
      },
      { ...start, [`ema/${c}`]: [0, 0] },
    );
    await session.run('extrapolation', feeds);
    expect(await read(session, `ema/${c}`)).toEqual([0, 0]);
    await session.run('joint', feeds);
    expect(rounded(await read(session, `ema/${c}`))).toEqual([0.875, 0]);
    await session.dispose();
  });

  it('move what losses and penalties keep once, in the second', async () => {
    // D makes zeros of everything, so that the errors are the sizes of the samples: 2 and 1.
    const session = await prepareTiny(
      {
        training: { update: 'extraGradient' },
        discriminator: { layers: [{ type: 'dense', units: 2 }] },
        loss: { type: 'began', gamma: 0.75, lambda: 0.1 },
        penalties: [{ type: 'lecam', decay: 0.5 }],
        optimizers: { generator: descent, discriminator: descent },
      },
      { [w]: [0, 0, 0, 0], 'discriminator/dense_0/bias': [0, 0], [c]: [1, -1] },
    );
    const still = {
      real: [1, 3, -1, -3],
      latent: [0, 0],
      'optimizer/discriminator/velocityRate': [0],
      'optimizer/generator/velocityRate': [0],
    };
    const kept = async (): Promise<readonly number[]> =>
      rounded([await first(session, 'loss/k'), await first(session, 'lecam/meanReal')]);
    await session.run('extrapolation', still);
    expect(await kept()).toEqual([0, 0]);
    await session.run('joint', still);
    // 0.1 · (0.75 · 2 − 1) and half of 2
    expect(await kept()).toEqual([0.05, 1]);
    await session.dispose();
  });

  it('project both times', async () => {
    const session = await prepareTiny(
      {
        training: { update: 'extraGradient' },
        optimizers: { generator: descent, discriminator: descent },
        penalties: [{ type: 'weightClip', limit: 1.25 }],
      },
      start,
    );
    await session.run('extrapolation', feeds);
    // w is cut from 1.5 to 1.25; c = 2.
    expect(await first(session, w)).toBe(1.25);
    await session.run('joint', feeds);
    expect([await first(session, w), await first(session, c)]).toEqual([1, 1.625]);
    await session.dispose();
  });
});
