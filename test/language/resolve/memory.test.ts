import { describe, expect, it } from 'vitest';
import { network, resolveText, ringSpec } from './resolveText.js';

const score = { type: 'dense', units: 1 };

/** The first line and the hint of what is said of a spec on a machine of 16 GiB. */
function refusal(spec: string): string {
  const { text } = resolveText(spec, { memoryBytes: 16 * 2 ** 30 });
  return text
    .split('\n')
    .filter((line) => /GAN|hint: /.test(line))
    .join('\n');
}

/** A GAN on square grey images. */
function images(size: number, changes: object): string {
  return ringSpec({
    data: { type: 'noise', shape: [size, size, 1] },
    generator: network({ ...score, units: size ** 2 }, { type: 'reshape', shape: [size, size, 1] }),
    discriminator: network('flatten', score),
    ...changes,
  });
}

describe('checkMemoryNeed', () => {
  it('counts the scores of all pairs of pixels', () => {
    const attention = { type: 'selfAttention2d', reduction: 1 };
    const spec = images(128, {
      discriminator: network(attention, 'flatten', score),
      training: { batchSize: 16 },
    });
    // 2 passes · 2 tensors · 16 samples · 16,384² pairs · 4 B = 64 GiB, and some MiB.
    // A sample has 4 GiB of pairs; a hint leaves four fifths of 16 GiB free.
    expect(refusal(spec)).toMatch(
      /error GAN704: training needs at least 64\.0 GiB, and this machine has 16\.0 GiB; the largest part is at \/discriminator\/layers\/0\n +hint: make this part smaller; if this machine has the memory, pass --allow-large$/m,
    );
  });

  it('counts the differences of all pairs of samples, and names a batch that fits', () => {
    const discrimination = { type: 'minibatchDiscrimination', kernels: 500, dims: 50 };
    const spec = ringSpec({
      discriminator: network(discrimination, score),
      training: { batchSize: 2048 },
    });
    // 2 passes · 2 tensors · 2048² pairs · 25,000 numbers · 4 B = 1,563 GiB.
    // n² · 400,000 B is at most 16 GiB / 5 up to n = 92.
    expect(refusal(spec)).toMatch(
      /needs at least 1\.5 TiB, .* at \/discriminator\/layers\/0\n +hint: a batchSize of up to 92 fits, instead of 2,048;/,
    );
  });

  it('counts resampled images', () => {
    const augment = { policy: ['ada'], probability: 0.5 };
    const spec = images(256, { training: { batchSize: 200, augment } });
    // 200 images · 256 · 256 · 256 · (1 channel + 1) · 4 B = 25 GiB.
    expect(refusal(spec)).toMatch(/needs at least 25\.\d GiB, .* at \/training\/augment\n/);
  });

  it('counts unrolled patches', () => {
    const wide = { type: 'conv2d', filters: 1, kernelSize: 64, strides: 1 };
    const spec = images(128, {
      discriminator: network(wide, 'flatten', score),
      training: { batchSize: 64 },
    });
    // 2 passes · 64 samples · 128² positions · 64² places · 4 B = 32 GiB.
    expect(refusal(spec)).toMatch(/needs at least 32\.\d GiB, .* at \/discriminator\/layers\/0\n/);
  });

  it('counts the passes of penalties', () => {
    const wide = { type: 'conv2d', filters: 1, kernelSize: 64, strides: 1 };
    const spec = images(128, {
      discriminator: network(wide, 'flatten', score),
      penalties: [{ type: 'gradientPenalty', weight: 10 }],
      training: { batchSize: 64 },
    });
    // Two passes more than without it.
    expect(refusal(spec)).toMatch(/needs at least 64\.\d GiB/);
  });

  it('names a batch that can be packed and compared', () => {
    const discrimination = { type: 'minibatchDiscrimination', kernels: 500, dims: 50 };
    const packs = ringSpec({
      discriminator: network(discrimination, score),
      training: { batchSize: 3000, packing: 3 },
    });
    // 92 packs of 3 samples fit.
    expect(refusal(packs)).toContain('a batchSize of up to 276 fits, instead of 3,000;');
    const huge = ringSpec({
      discriminator: network({ ...discrimination, kernels: 1e6, dims: 49 }, score),
      training: { batchSize: 8 },
    });
    // One sample would fit: 2 · 2 · 4.9e7 numbers · 4 B, beside 8 B for each of 9.8e7 parameters. It has none to compare with.
    expect(refusal(huge)).toContain('hint: make this part smaller;');
  });
});
