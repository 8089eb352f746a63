import { describe, it } from 'vitest';
import { hinge } from '../../src/losses/hinge.js';
import { tf } from '../../src/tf.js';
import { lossesAt } from '../checks/support/entryUse.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('hinge', () => {
  it('counts only scores within the margin', () => {
    const { discriminator, generator } = lossesAt(hinge, { type: 'hinge' }, [0.5, 2], [-2, 0.5]);
    // (0.5 + 0) / 2 + (0 + 1.5) / 2
    expectTensor(discriminator, [], [1]);
    expectTensor(generator, [], [0.75]);
  });

  it('takes a margin, also a scheduled one', () => {
    const wide = lossesAt(hinge, { type: 'hinge', margin: 2 }, [0.5, 2], [-2, 0.5]);
    // (1.5 + 0) / 2 + (0 + 2.5) / 2
    expectTensor(wide.discriminator, [], [2]);
    const scheduled = { margin: tf.scalar(2) };
    const driven = lossesAt(hinge, { type: 'hinge' }, [0.5, 2], [-2, 0.5], scheduled);
    expectTensor(driven.discriminator, [], [2]);
  });
});
