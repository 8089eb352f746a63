/** Plans that no machine has the memory for are refused before anything is allocated. */
import { expect, it } from 'vitest';
import { createCompiler } from '../../src/api/compiler.js';
import { SpecError } from '../../src/diagnostics/errors.js';

function refusal(spec: object): SpecError {
  try {
    createCompiler().compile(spec);
  } catch (error) {
    if (error instanceof SpecError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

it('names the layer and a batch size that fits', () => {
  const error = refusal({
    data: 'ring',
    latent: { dim: 4 },
    generator: { layers: [{ type: 'dense', units: 2 }] },
    discriminator: {
      layers: [
        { type: 'minibatchDiscrimination', kernels: 500, dims: 500 },
        { type: 'dense', units: 1 },
      ],
    },
    training: { batchSize: 8192 },
  });
  expect(error.exitCode).toBe(7);
  const [first] = error.diagnostics;
  expect(first).toMatchObject({ code: 'GAN704', pointer: '/discriminator/layers/0' });
  expect(first?.message).toMatch(
    /^training needs at least [\d.]+ TiB, and this machine has [\d.]+ [GT]iB; the largest part is at \/discriminator\/layers\/0$/,
  );
  expect(first?.hint).toMatch(
    /^(a batchSize of up to \d+ fits, instead of 8,192|make this part smaller); if this machine has the memory, pass --allow-large$/,
  );
});
