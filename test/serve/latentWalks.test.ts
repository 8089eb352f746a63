/** Latent walks of the server; needs `npm run build`. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createCompiler, openRun, serveRuns, type RunServer } from '../../src/index.js';
import type { Notice, WalkAnswer } from '../../src/serve/answers.js';
import { hasChromium, launchChromium, violations } from '../export/targets/chromium.js';
import { smallImages } from '../export/targets/smallImages.js';
import { writeHandmadeRecord } from '../runs/handmadeRun.js';
import { startRun } from './startedRun.js';

let folder = '';
let server: RunServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ganspec-walks-'));
  vi.stubEnv('XDG_CACHE_HOME', join(folder, '.cache'));
  const spec = {
    ...smallImages,
    generator: {
      layers: [
        { type: 'dense', units: 64, activation: 'tanh' },
        { type: 'reshape', shape: [8, 8, 1] },
      ],
    },
    training: { batchSize: 4, steps: 2 },
    monitor: { sampleCount: 4 },
  };
  const training = createCompiler()
    .compile(JSON.stringify(spec))
    .train({ out: join(folder, 'a') });
  await (await training.result()).dispose();
  server = await serveRuns(folder, { port: 0 });
}, 60_000);
afterAll(async () => {
  await server.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** An answer; a refusal has a code. */
interface Answered {
  readonly status: number;
  readonly answer: WalkAnswer & Partial<Notice>;
}

/** Asks for a walk. */
async function walk(run: string, from: string, to: string): Promise<Answered> {
  const { origin, searchParams } = new URL(server.url);
  const query = new URLSearchParams({ run, from, to, token: searchParams.get('token') ?? '' });
  const response = await fetch(`${origin}/walk?${query.toString()}`);
  // As the server sends it.
  return { status: response.status, answer: (await response.json()) as Answered['answer'] };
}

it.skipIf(!hasChromium)('is walked on the page, by the keyboard (in Chromium)', async () => {
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.goto(`${server.url}#/run?run=a`);
  await page.getByLabel('From seed').fill('5');
  await page.getByLabel('To seed').fill('6');
  await page.getByLabel('To seed').press('Enter');
  const slider = page.getByRole('slider', { name: 'Position' });
  await slider.press('End', { timeout: 30_000 });
  const shown = page.getByRole('img', { name: 'Samples between seeds 5 and 6, 100 % of the way' });
  const width = `document.querySelector('img[alt$="of the way"]').decode().then(() => document.querySelector('img[alt$="of the way"]').naturalWidth)`;
  expect(await shown.count()).toBe(1);
  // Two images of 8 pixels, and the gaps.
  expect(await page.evaluate<number>(width)).toBe(22);
  expect(await page.getByText('By the generator after step 2.').count()).toBe(1);
  await slider.press('Home');
  await slider.press('ArrowRight');
  expect(await slider.getAttribute('aria-valuetext')).toBe('position 4 %');
  expect(await violations(page)).toEqual([]);
  await browser.close();
});

describe('the walk', () => {
  it('goes from the samples of one seed to those of another', async () => {
    const { status, answer } = await walk('a', '5', '6');
    expect([status, answer.step, answer.frames.length]).toEqual([200, 2, 25]);
    const run = await openRun(join(folder, 'a'));
    const ends: Uint8Array[] = [];
    for (const seed of [5, 6]) ends.push(await run.gan.picture(await run.sample(4, { seed })));
    await run.dispose();
    const levels = (png: Buffer): Promise<Buffer> => sharp(png).raw().toBuffer();
    for (const [at, end] of ends.entries()) {
      const address = answer.frames.at(at === 0 ? 0 : -1) ?? '';
      const shown = await levels(Buffer.from(address.split(',')[1] ?? '', 'base64'));
      const expected = await levels(Buffer.from(end));
      expect(shown).toHaveLength(expected.length);
      // An end of the way is its latent vector but for the rounding of its length.
      const far = shown.filter((level, pixel) => Math.abs(level - (expected[pixel] ?? NaN)) > 1);
      expect(far).toHaveLength(0);
    }
  });

  it('is computed once for each state of the run, and anew after the next', async () => {
    cpSync(join(folder, 'a'), join(folder, 'b'), { recursive: true });
    await walk('b', '1', '2');
    const begun = performance.now();
    const again = await walk('b', '1', '2');
    // A thread alone takes longer to start.
    expect(performance.now() - begun).toBeLessThan(100);
    expect(again.answer.step).toBe(2);
    const run = await openRun(join(folder, 'b'));
    await (await run.train({ steps: 3 }).result()).dispose();
    await run.dispose();
    expect((await walk('b', '1', '2')).answer.step).toBe(3);
    rmSync(join(folder, 'b'), { recursive: true });
  });

  it('is refused with the reason', async () => {
    const live = startRun(join(folder, 'live'));
    expect((await walk('live', '1', '2')).answer.code).toBe('GAN607');
    live.finish('completed');
    writeHandmadeRecord(join(folder, 'plugged'), { pluginModules: ['/plugins/mine.js'] });
    expect(await walk('plugged', '1', '2')).toEqual({
      status: 404,
      answer: {
        code: 'GAN539',
        message: 'the run needs plugins (/plugins/mine.js), which the page does not load',
        hint: 'Write the walk as an animation: ganspec interpolate.',
      },
    });
    expect((await walk('a', 'one', '2')).answer).toMatchObject({
      code: 'GAN540',
      message: '"from" of a walk must be a whole number from 0 on, not NaN',
    });
    expect((await walk('nowhere', '1', '2')).answer.code).toBe('GAN513');
  });
});
