/** Three iterations of every preset, made small, from the same numbers on both engines. */
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { listPresets, type TensorMap } from '../../src/index.js';
import { smallFiles } from './support/smallFiles.js';
import { differences, smoothPreset } from './support/smoothPreset.js';

const files = smallFiles();
afterAll(() => {
  rmSync(files, { recursive: true });
});

describe('after three iterations with batches of 4', () => {
  it.each(listPresets())(
    'onnx and tfjs agree on every state tensor of $name',
    async ({ name }) => {
      const gan = smoothPreset(name, files);
      const states: TensorMap[] = [];
      for (const engine of ['tfjs', 'onnx'] as const) {
        const session = await gan.prepare({ engine, seed: 11 });
        for (let step = 0; step < 3; step += 1) await session.iterate();
        states.push(await session.readState());
        await session.dispose();
      }
      const [reference, state] = states;
      if (!reference || !state) throw new Error('two states were read');
      expect([...state.keys()].sort()).toEqual([...reference.keys()].sort());
      const found = differences(gan, state, reference);
      expect(found.filter(([, difference]) => !(difference < 1e-3))).toEqual([]);
    },
    300_000,
  );
});
