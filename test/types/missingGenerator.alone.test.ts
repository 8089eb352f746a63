import { expect, it, vi } from 'vitest';
import { specTypes } from '../../src/types/specTypes.js';

vi.mock('json-schema-to-typescript', () => {
  throw new Error("Cannot find package 'json-schema-to-typescript'");
});

it('types are refused with the line that installs their package where it is missing', async () => {
  await expect(specTypes({}, '')).rejects.toMatchObject({
    code: 'GAN852',
    exitCode: 2,
    message: expect.stringMatching(
      /^types are written by the package json-schema-to-typescript, which cannot be loaded \(.+\)$/,
    ) as string,
    hint: 'Run `npm install --save-dev json-schema-to-typescript@16` beside ganspec.',
  });
});
