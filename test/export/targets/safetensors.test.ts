import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readSafetensors } from '../../../src/checkpoint/safetensors.js';
import { exported } from './exported.js';
import { convolutional } from './smallImages.js';

it.each([
  ['latest', undefined, ''],
  ['average', { decay: 0.5 }, 'ema/'],
] as const)('has the %s weights of the generator, and says so', async (weights, ema, prefix) => {
  const spec = { ...convolutional, training: { batchSize: 4, ...(ema && { ema }) } };
  const { folder, session } = await exported(spec, 'safetensors');
  const bytes = readFileSync(join(folder, 'generator.safetensors'));
  const tensors = readSafetensors(bytes, 'generator.safetensors');
  const state = await session.readState();
  expect([...tensors.keys()].filter((name) => !name.startsWith('generator/'))).toEqual([]);
  expect(tensors.size).toBe(14);
  for (const [name, tensor] of tensors) expect(tensor).toEqual(state.get(`${prefix}${name}`));
  const header = bytes.subarray(8, 8 + Number(bytes.readBigUInt64LE()));
  expect(JSON.parse(header.toString())).toMatchObject({
    __metadata__: { name: 'gan', iteration: '2', weights },
  });
  await session.dispose();
});
