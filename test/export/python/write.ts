/**
 * Exports every preset, made small and after two iterations, for `check.py`, which runs them in Python:
 *
 *   npx tsx test/export/python/write.ts /tmp/exports
 *   python test/export/python/check.py /tmp/exports > test/export/python/figures.txt
 *
 * Python needs numpy, onnx, onnxruntime, safetensors, keras and jax.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GanspecError, listPresets } from '../../../src/index.js';
import { encodeNpy } from '../../../src/runs/pictures/npy.js';
import { smallFiles } from '../../presets/support/smallFiles.js';
import { smallPreset } from '../../presets/support/smallPreset.js';
import { sampleFeeds } from '../networks.js';
import { kerasCases } from './kerasCases.js';

const [, , out] = process.argv;
if (out === undefined) throw new Error('name a folder for the exports');

const files = smallFiles();
const count = 5;
const cases = [];
const gans = [
  ...listPresets().map(({ name }) => [name, smallPreset(name, files)] as const),
  ...kerasCases(),
];
for (const [name, gan] of gans) {
  const session = await gan.prepare({ seed: 5 });
  for (let step = 0; step < 2; step += 1) await session.iterate();
  const folder = join(out, name);
  mkdirSync(folder, { recursive: true });
  const expected = await session.sample(count, { seed: 7 });
  writeFileSync(join(folder, 'expected.npy'), encodeNpy(expected.data, expected.shape));
  const inputs = [...sampleFeeds(gan, count, 7)].filter(([, { shape }]) => shape.length > 0);
  inputs.forEach(([, { data, shape }], at) => {
    writeFileSync(join(folder, `input-${at}.npy`), encodeNpy(Float32Array.from(data), shape));
  });
  let refusal: string | null = null;
  for (const target of ['onnx', 'safetensors', 'keras'] as const) {
    try {
      await gan.exportTo(session, target, join(folder, target), { force: true });
    } catch (error) {
      if (!(error instanceof GanspecError && error.code === 'GAN534')) throw error;
      refusal = error.message;
    }
  }
  cases.push({ name, inputs: inputs.map(([input]) => input), refusal });
  await session.dispose();
}
rmSync(files, { recursive: true });
writeFileSync(join(out, 'cases.json'), JSON.stringify(cases));
