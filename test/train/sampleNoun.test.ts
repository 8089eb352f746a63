import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCompiler } from '../../src/index.js';
import { sampleNoun } from '../../src/train/sampleNoun.js';
import { wavBytes } from '../datasets/wavFile.js';

const folder = mkdtempSync(join(tmpdir(), 'ganspec-noun-'));
beforeAll(() => {
  writeFileSync(join(folder, 't.csv'), 'a,b\n1,2\n2.5,3\n');
  writeFileSync(join(folder, 't.txt'), 'ab\nba\n');
  writeFileSync(
    join(folder, 's.wav'),
    wavBytes({}, new Uint8Array([0, 64, 0, 192, 0, 32, 0, 127])),
  );
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it.each([
  ['images', { type: 'shapes', size: 8, count: 4 }, [8, 8, 3]],
  ['points', { type: 'ring', count: 4 }, [2]],
  ['samples', { type: 'noise', shape: [5] }, [5]],
  ['rows', { type: 'csv', file: 't.csv' }, [2]],
  ['texts', { type: 'text', file: 't.txt', length: 2 }, [2, 3]],
  ['clips', { type: 'wav', path: 's.wav', length: 4 }, [4, 1]],
])('samples are called %s for %j', async (noun, data, shape) => {
  const size = shape.reduce((a, b) => a * b);
  const gan = createCompiler({ baseDir: folder }).compile(
    JSON.stringify({
      data,
      latent: { dim: 1 },
      generator: {
        layers: [
          { type: 'dense', units: size },
          { type: 'reshape', shape },
        ],
      },
      discriminator: { layers: ['flatten', { type: 'dense', units: 1 }] },
      training: { batchSize: 1 },
    }),
  );
  expect(sampleNoun(await gan.openDataset())).toBe(noun);
});
