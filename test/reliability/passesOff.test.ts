/** Small presets trained with each pass left out, and with none: the same results within rounding. */
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { createCompiler, listPresets, type Gan, type TensorMap } from '../../src/index.js';
import { smallFiles } from '../presets/support/smallFiles.js';
import { differences, smoothPreset } from '../presets/support/smoothPreset.js';

/** A preset of each kind of network and step. */
const short = [
  'ring', // dense layers
  'dcgan-mnist', // convolutions, batch norm, both networks in one step
  'wgan-gp-mnist', // second derivatives
  'sngan-mnist', // spectral norm
];
const names =
  process.env['GANSPEC_RELIABILITY'] === 'long' ? listPresets().map(({ name }) => name) : short;

const files = smallFiles();
afterAll(() => {
  rmSync(files, { recursive: true });
});

async function trained(gan: Gan): Promise<TensorMap> {
  const session = await gan.prepare({ engine: 'onnx', seed: 11, threads: 1 });
  for (let step = 0; step < 20; step += 1) await session.iterate();
  const state = await session.readState();
  await session.dispose();
  return state;
}

/** The passes that change a graph; the others may be left out in any case. */
function actingPasses(gan: Gan): readonly string[] {
  const acting = gan.passes().filter(({ difference }) => difference !== '');
  return [...new Set(acting.map(({ pass }) => pass))];
}

describe('after 20 iterations with batches of 4', () => {
  it.each(names)(
    'every state tensor of %s is the same, whichever pass is left out',
    async (name) => {
      const gan = smoothPreset(name, files);
      const normalized = await gan.explain('normalized');
      const graphs = await gan.explain('passes');
      const reference = await trained(gan);
      const far: unknown[] = [];
      for (const choice of ['none', ...actingPasses(gan).map((pass) => `-${pass}`)]) {
        const compiler = createCompiler({ dataDir: files, passes: choice });
        const other = compiler.compile(normalized);
        // The same graphs have the same results.
        if ((await other.explain('passes')) === graphs) continue;
        const state = await trained(other);
        expect([...state.keys()].sort()).toEqual([...reference.keys()].sort());
        for (const [tensor, difference] of differences(gan, state, reference)) {
          if (!(difference < 1e-3)) far.push({ choice, tensor, difference });
        }
      }
      expect(far).toEqual([]);
    },
    300_000,
  );
});
