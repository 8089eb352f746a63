/** Three iterations of every preset, made small, from the same numbers on every engine that loads here. */
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { listPresets, type TensorMap } from '../../src/index.js';
import { loadedEngines } from '../conformance/engines.js';
import { smallFiles } from './support/smallFiles.js';
import { differences, smoothPreset } from './support/smoothPreset.js';

const files = smallFiles();
afterAll(() => {
  rmSync(files, { recursive: true });
});

describe('after three iterations with batches of 4', () => {
  it.each(listPresets())(
    'all engines agree on every state tensor of $name',
    async ({ name }) => {
      const gan = smoothPreset(name, files);
      const states = new Map<string, TensorMap>();
      for (const engine of loadedEngines) {
        const session = await gan.prepare({ engine, seed: 11 });
        for (let step = 0; step < 3; step += 1) await session.iterate();
        // An engine that falls back is another engine.
        expect(session.fallBack).toBeUndefined();
        states.set(engine, await session.readState());
        await session.dispose();
      }
      const reference = states.get('tfjs');
      if (!reference) throw new Error('tfjs loads everywhere');
      for (const [engine, state] of states) {
        expect([...state.keys()].sort()).toEqual([...reference.keys()].sort());
        const found = differences(gan, state, reference);
        const wrong = found.filter(([, difference]) => !(difference < 1e-3));
        expect(wrong.map((one) => [engine, ...one])).toEqual([]);
      }
    },
    300_000,
  );
});
