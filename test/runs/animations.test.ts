/** Animations of a training, and of the way between two seeds. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { animateRun, createCompiler, openRun, readNumbers, type Run } from '../../src/index.js';
import { encodeNpy } from '../../src/runs/pictures/npy.js';
import { encodePng } from '../../src/runs/pictures/png.js';

let folder = '';
let run: Run;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ganspec-animation-'));
  const source = {
    data: { type: 'noise', shape: [4, 6, 1] },
    latent: { dim: 3 },
    generator: {
      layers: [
        { type: 'dense', units: 24, activation: 'tanh' },
        { type: 'reshape', shape: [4, 6, 1] },
      ],
    },
    discriminator: { layers: ['flatten', { type: 'dense', units: 1 }] },
    training: { batchSize: 4, steps: 3 },
    monitor: { sampleEvery: 1, sampleCount: 4 },
  };
  const out = join(folder, 'run');
  const trained = await createCompiler().compile(JSON.stringify(source)).train({ out }).result();
  await trained.dispose();
  run = await openRun(out);
}, 60_000);
afterAll(async () => {
  await run.dispose();
  rmSync(folder, { recursive: true });
});

/** The pages of an animation, each as the levels of its pixels, with the time of each. */
async function read(file: string) {
  const {
    pages = 0,
    delay,
    loop,
    pageHeight,
    width,
  } = await sharp(file, { animated: true }).metadata();
  const frames: number[][] = [];
  for (let page = 0; page < pages; page += 1) {
    const image = sharp(file, { page }).removeAlpha().toColourspace('b-w');
    frames.push([...(await image.raw().toBuffer())]);
  }
  return { delay, loop, size: [width, pageHeight], frames };
}

const grey = async (file: string): Promise<number[]> => [
  ...(await sharp(file).toColourspace('b-w').raw().toBuffer()),
];

describe('animateRun', () => {
  it('writes the pictures of a run in order, the last for a second and a half longer', async () => {
    const file = await animateRun(run.folder, join(folder, 'new', 'a.webp'), { seconds: 1 });
    const found = await read(file);
    expect(found).toMatchObject({ delay: [500, 500, 2000], loop: 0, size: [18, 14] });
    const pictures = [1, 2, 3].map((step) => join(run.folder, `samples/step-00000${step}.png`));
    expect(found.frames).toEqual(await Promise.all(pictures.map(grey)));
  });

  it('passes over pictures of another size', async () => {
    const odd = join(run.folder, 'samples', 'step-000000.png');
    writeFileSync(
      odd,
      encodePng({ width: 1, height: 1, channels: 1, pixels: Uint8ClampedArray.of(0) }),
    );
    expect((await read(await animateRun(run.folder, join(folder, 'b.gif')))).frames).toHaveLength(
      3,
    );
    rmSync(odd);
  });

  it('refuses what it cannot write', async () => {
    const code = (code: string, message: string) => ({
      code,
      message: expect.stringContaining(message) as string,
    });
    await expect(animateRun(run.folder, join(folder, 'a.mp4'))).rejects.toMatchObject(
      code('GAN512', 'an animation ends in .webp or .gif'),
    );
    await expect(
      animateRun(run.folder, join(folder, 'a.gif'), { seconds: 0.01 }),
    ).rejects.toMatchObject(code('GAN540', '3 pictures are too many for 0.01 seconds'));
    await expect(
      animateRun(run.folder, join(folder, 'a.webp'), { seconds: 1e9 }),
    ).rejects.toMatchObject({
      ...code('GAN540', '3 pictures are too few for 1000000000 seconds'),
      hint: 'Give --seconds 128 or less.',
      exitCode: 2,
    });
    await expect(animateRun(folder, join(folder, 'a.gif'))).rejects.toMatchObject(
      code('GAN513', 'is not the folder of a run'),
    );
  });
});

describe('the way between two seeds', () => {
  it.each(['webp', 'gif'])(
    'may take as long as its pictures can stay, and no longer (%s)',
    async (form) => {
      const file = join(folder, `slow.${form}`);
      const ends = { from: 5, to: 6, count: 1, frames: 2 };
      await run.interpolate(file, { ...ends, seconds: 65 });
      // GIF counts hundredths of a second.
      expect((await read(file)).delay).toEqual([65_000, 65_000]);
      await expect(run.interpolate(file, { ...ends, seconds: 66 })).rejects.toMatchObject({
        code: 'GAN540',
        hint: 'Give --seconds 65 or less.',
      });
    },
  );

  it('starts with the samples of the one, ends with those of the other, and comes back', async () => {
    const file = join(folder, 'way.webp');
    await run.interpolate(file, { from: 5, to: 6, count: 4, frames: 4, seconds: 1 });
    const { frames, delay } = await read(file);
    expect(delay).toEqual([200, 200, 200, 200, 200, 200]);
    for (const [seed, at] of [
      [5, 0],
      [6, 3],
    ] as const) {
      const still = await run.save(await run.sample(4, { seed }), join(folder, 'still.png'));
      const expected = await grey(still);
      // An end of the way is its latent vector but for the rounding of its length.
      expected.forEach((level, pixel) => {
        expect(Math.abs((frames[at]?.[pixel] ?? NaN) - level)).toBeLessThanOrEqual(1);
      });
    }
    expect(frames[4]).toEqual(frames[2]);
    expect(frames[5]).toEqual(frames[1]);
  });

  it('goes between given latent vectors too, as many as there are', async () => {
    const [from, to] = [Float32Array.of(1, 0, 0, 0, 2, 0), [0, 0, 1, 0, 2, 0]];
    const file = await run.interpolate(join(folder, 'vectors.webp'), { from, to, frames: 2 });
    const { frames } = await read(file);
    const still = await run.sample(2, { feeds: { latent: to } });
    const expected = await grey(await run.save(still, join(folder, 'vectors.png')));
    expect(
      frames[1]?.map((level, at) => Math.abs(level - (expected[at] ?? NaN)) > 1),
    ).not.toContain(true);
  });

  it('refuses ends of unequal length', async () => {
    const ends = { from: [1, 0, 0], to: [1, 0] };
    await expect(run.interpolate(join(folder, 'a.gif'), ends)).rejects.toMatchObject({
      code: 'GAN540',
      message:
        'to of interpolate has 2 numbers; latent vectors of this GAN have 3, and both ends as many vectors',
    });
    const half = { from: 0.5, to: 1 };
    await expect(run.interpolate(join(folder, 'a.gif'), half)).rejects.toMatchObject({
      message:
        'from of interpolate must be a seed, which is a whole number from 0 on, or latent vectors, not 0.5',
    });
  });

  it('reads latent vectors from a file of numpy', () => {
    const file = join(folder, 'latents.npy');
    writeFileSync(file, encodeNpy(Float32Array.of(1, 2, 3), [1, 3]));
    expect([...readNumbers(file)]).toEqual([1, 2, 3]);
    expect(() => readNumbers(join(folder, 'none.npy'))).toThrow(/none\.npy/);
  });
});
