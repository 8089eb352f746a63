/** Five iterations of presets, made small, on every engine that loads here, against the same iterations in float64. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineList, type EngineEntry, type EngineName } from '../../src/engines/list.js';
import type { Gan, TensorMap } from '../../src/index.js';
import { loadedEngines } from '../conformance/engines.js';
import { oracleEngine } from '../conformance/oracleEngine.js';
import { smallFiles } from './support/smallFiles.js';
import { differences, smoothPreset } from './support/smoothPreset.js';

const files = smallFiles();
// The list is open for this file alone.
const list = engineList as unknown as EngineEntry[];

beforeAll(() => {
  const load = () => Promise.resolve(oracleEngine);
  list.push({ name: 'oracle', library: 'oracle', description: '', fix: '', load });
});
afterAll(() => {
  list.pop();
  rmSync(files, { recursive: true });
});

async function stateAfter(gan: Gan, engine: string): Promise<TensorMap> {
  const session = await gan.prepare({ engine: engine as EngineName, seed: 11 });
  for (let step = 0; step < 5; step += 1) await session.iterate();
  const state = await session.readState();
  // An engine that falls back is another engine.
  expect(session.fallBack).toBeUndefined();
  await session.dispose();
  return state;
}

describe.each(['ring', 'dcgan-mnist', 'wgan-gp-mnist'])('five iterations of %s', (name) => {
  it('end with the state of float64 on every engine', async () => {
    const gan = smoothPreset(name, files);
    const reference = await stateAfter(gan, 'oracle');
    for (const engine of loadedEngines) {
      const found = differences(gan, await stateAfter(gan, engine), reference);
      expect(
        found.filter(([, difference]) => !(difference < 1e-3)).map((it) => [engine, ...it]),
      ).toEqual([]);
    }
  }, 300_000);
});
