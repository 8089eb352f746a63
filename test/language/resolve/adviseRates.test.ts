import { describe, expect, it } from 'vitest';
import { resolveText, ringSpec } from './resolveText.js';

const rated = (learningRate: unknown): string =>
  resolveText(ringSpec({ optimizers: { discriminator: { type: 'adam', learningRate } } })).text;

describe('adviseRates', () => {
  it('warns of a network whose learning rate is 0', () => {
    expect(rated(0)).toContain(
      'warning GAN318: the learning rate of the discriminator is 0 at every step, so it stays as it starts\n',
    );
    expect(rated(0)).toContain('hint: give it a learning rate above 0, unless it is meant\n');
  });

  it('warns of a schedule that is 0 throughout', () => {
    expect(rated({ type: 'linear', from: 0, to: 0, steps: 9 })).toContain('warning GAN318: ');
  });

  it.each([1e-30, { type: 'linear', from: 1, to: 0, steps: 9 }])(
    'has nothing against %o, which is above 0 at some step',
    (learningRate) => {
      expect(rated(learningRate)).toBe('');
    },
  );
});
