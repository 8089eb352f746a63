/** The page of `ganspec serve`, opened and used in Chromium; needs `npm run build`. */
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { encodeWav } from '../../src/datasets/formats/encodeWav.js';
import { serveRuns, type RunServer } from '../../src/index.js';
import { hasChromium, launchChromium, violations } from '../export/targets/chromium.js';
import { writeHandmadeRecord } from '../runs/handmadeRun.js';
import { startRun, type StartedRun } from './startedRun.js';

describe.skipIf(!hasChromium)('the page (in Chromium, where it is installed)', () => {
  let browser: Browser;
  let folder = '';
  let server: RunServer;
  let run: StartedRun;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ganspec-page-'));
    vi.stubEnv('XDG_CACHE_HOME', join(folder, '.cache'));
    run = startRun(join(folder, 'ring/live'));
    run.logStep(1);
    const other = startRun(join(folder, 'ring/other'), 7);
    for (const step of [1, 10, 20]) other.logStep(step);
    other.drawSamples(20);
    other.emit({ type: 'evaluation', step: 20, metrics: { modes: 8 }, seconds: 1, isBest: true });
    other.finish('completed');
    mkdirSync(join(folder, 'broken'));
    writeFileSync(join(folder, 'broken/run.json'), '');
    server = await serveRuns(folder, { port: 0 });
    browser = await launchChromium();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
    run.finish('completed');
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  /** Opens the page, which must complain of nothing. */
  async function open(hash = '', options: BrowserContextOptions = {}): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    page.on('pageerror', (error) => {
      throw error;
    });
    page.on('console', (message) => {
      // Its policy of contents is broken, or a file is missing. A server that is away, or refuses the page, is told by the page.
      const text = message.text();
      const isAway = /ERR_(CONNECTION_REFUSED|INCOMPLETE_CHUNKED_ENCODING)|403/.test(text);
      if (message.type() === 'error' && !isAway) throw new Error(text);
    });
    await page.goto(`${server.url}${hash}`);
    await status(page).toBe('Live');
    return page;
  }

  /** A value of the page, as soon as it is as expected. */
  const soon = <T>(read: () => Promise<T> | T) => expect.poll(read, { timeout: 20_000 });

  const status = (page: Page) => soon(() => page.getByRole('status').textContent());

  const live = '#/run?run=ring/live';
  const both = '#/compare?run=ring/live&run=ring/other';

  it('lists the runs and leads to them', async () => {
    const page = await open();
    expect(new URL(page.url()).search).toBe('');
    expect(await page.getByRole('rowheader').allTextContents()).toEqual(
      expect.arrayContaining(['ring/live', 'ring/other']),
    );
    expect(await page.getByRole('alert').textContent()).toContain(
      'broken/run.json: damaged: it is',
    );
    await page.getByRole('link', { name: 'ring/other' }).click();
    await soon(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('ring/other');
    expect(await page.title()).toBe('ring/other – ganspec');
    await page.close();
  });

  it('leads to a run with a damaged event, and to none whose record is damaged', async () => {
    const marred = startRun(join(folder, 'marred'));
    for (const step of [1, 2, 3]) marred.logStep(step);
    marred.finish('completed');
    appendFileSync(join(folder, 'marred/events.jsonl'), '{"type": "step"\n');
    const page = await open();
    const damaged = page.getByRole('region', { name: 'Damaged' });
    await soon(() => damaged.getByRole('link').allTextContents()).toEqual(['marred']);
    expect(await damaged.getByRole('alert').count()).toBe(2);
    await damaged.getByRole('link', { name: 'marred' }).click();
    await soon(() => page.locator('.facts .progress').textContent()).toBe('3/100');
    expect(await page.getByText('events.jsonl:5: damaged: it is no JSON').count()).toBe(1);
    await page.close();
    // Other tests count the runs.
    rmSync(join(folder, 'marred'), { recursive: true });
  });

  it('shows a run while it trains, also after a reload', async () => {
    const page = await open(live);
    const step = page.locator('.facts .progress');
    await soon(() => step.textContent()).toBe('1/100');
    run.logStep(10);
    run.drawSamples(10);
    run.emit({
      type: 'warning',
      code: 'GAN553',
      message: 'the generator collapses',
      hint: 'Add r1.',
    });
    await soon(() => step.textContent()).toBe('10/100');
    await soon(() => page.getByText('GAN553').count()).toBe(1);
    await soon(() =>
      page.getByRole('img', { name: /^generatorLoss up to step 10: / }).count(),
    ).toBe(1);
    await page.reload();
    await soon(() => step.textContent()).toBe('10/100');
    await page.close();
  });

  it('shows the samples of each step by the keys of a slider, and follows new ones', async () => {
    run.drawSamples(11);
    const page = await open(live);
    const slider = page.getByRole('slider', { name: 'Step' });
    const shown = page.locator('img.sample');
    await soon(() => shown.getAttribute('alt')).toBe('Samples of ring/live at step 11');
    await slider.press('ArrowLeft');
    await soon(() => shown.getAttribute('alt')).toBe('Samples of ring/live at step 10');
    const width = await page.evaluate<number>(`document.querySelector('img.sample').naturalWidth`);
    expect(width).toBe(64);
    await slider.press('End');
    run.drawSamples(12);
    await soon(() => shown.getAttribute('alt')).toBe('Samples of ring/live at step 12');
    await page.close();
  });

  it('shows text, plays sound and names files of numbers', async () => {
    const forms = startRun(join(folder, 'forms'));
    const files = [
      ['npy', new Uint8Array(8)],
      ['wav', encodeWav(new Float32Array(8000), 8000)],
      ['txt', Buffer.from('abba\n')],
    ] as const;
    files.forEach(([extension, bytes], index) => {
      const file = forms.keepSamples(index + 1, { extension, bytes });
      forms.emit({ type: 'samples', step: index + 1, file, count: 1 });
    });
    forms.finish('completed');
    const page = await open('#/run?run=forms');
    const text = page.getByRole('region', { name: 'Samples of forms at step 3' });
    await soon(() => text.textContent()).toBe('abba\n');
    const slider = page.getByRole('slider', { name: 'Step' });
    await slider.press('ArrowLeft');
    const duration = (): Promise<number> =>
      page.evaluate<number>(`document.querySelector('audio')?.duration ?? 0`);
    await soon(duration).toBe(1);
    await slider.press('ArrowLeft');
    expect(await page.getByText('The samples are numbers').count()).toBe(1);
    await page.close();
    // Other tests count the runs.
    rmSync(join(folder, 'forms'), { recursive: true });
  });

  it('goes on after a restart of the server, and says that it waits', async () => {
    const page = await open(live);
    const { port } = new URL(server.url);
    await server.close();
    await status(page).toMatch(/^The server does not answer/);
    server = await serveRuns(folder, { port: Number(port) });
    await status(page).toBe('Live');
    run.logStep(50);
    await soon(() => page.locator('.facts .progress').textContent()).toBe('50/100');
    await page.close();
  });

  it('says why the server refuses it, and goes on once the address with the token is open', async () => {
    const page = await open(live);
    await page.context().clearCookies();
    const { port } = new URL(server.url);
    await server.close();
    server = await serveRuns(folder, { port: Number(port) });
    await status(page).toBe('The server refuses this page.');
    expect(await page.getByRole('alert').textContent()).toBe(
      'GAN537: request refused: the token is missingOpen the address that `ganspec serve` has printed, with its token.',
    );
    const other = await page.context().newPage();
    await other.goto(server.url);
    await other.close();
    await status(page).toBe('Live');
    await page.close();
  });

  it('compares runs by their curves, samples and specs', async () => {
    const page = await open();
    for (const name of ['ring/live', 'ring/other'])
      await page.getByLabel(`Compare ${name}`).check();
    await page.getByRole('link', { name: 'Compare 2 runs' }).click();
    const row = page.getByRole('row', { name: /training\.seed/ });
    await soon(() => row.textContent()).toBe('training.seed07');
    expect(await page.getByRole('img', { name: /^generatorLoss.*ring\/other from/ }).count()).toBe(
      1,
    );
    expect(await page.getByText('ring/other, step 20').count()).toBe(1);
    await page.close();
  });

  it('shows networks with their graphs, and the spec with its defaults', async () => {
    const page = await open(live);
    await page.getByText('The generator as a picture').click();
    const name = /^generator: 2 → 2, through 5 layers: dense_0, relu_0/;
    await soon(() => page.getByRole('img', { name }).count()).toBe(1);
    const height = await page.evaluate<number>(
      `document.querySelector('img[src^="data:image/svg"]').decode().then(() => document.querySelector('img[src^="data:image/svg"]').naturalHeight)`,
    );
    expect(height).toBe(352);
    await page.getByText(/^\d+ values$/).click();
    const rows = page.getByRole('region', { name: 'Values of the spec' }).getByRole('row');
    const all = await rows.count();
    await page.getByLabel('Only those that the spec gives').check();
    await soon(() => rows.count()).toBeLessThan(all);
    await page.close();
  });

  it.each([
    ['light', { viewport: { width: 1280, height: 800 }, colorScheme: 'light' }],
    ['dark, on a phone', { viewport: { width: 360, height: 640 }, colorScheme: 'dark' }],
  ] as const)('has no violation of accessibility and fits the screen (%s)', async (_, options) => {
    for (const hash of ['', live, both]) {
      const page = await open(hash, options);
      await page.waitForSelector(hash === '' ? 'tbody tr' : '.chart');
      for (const summary of await page.locator('summary').all()) await summary.click();
      expect(await violations(page)).toEqual([]);
      const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
      expect(wide).toBe(options.viewport.width);
      await page.close();
    }
  });

  it('is used by the keyboard alone', async () => {
    const page = await open();
    await page.getByLabel('Find').press('Tab');
    for (const name of ['Compare ring/other', 'ring/other']) {
      const focused = await page.evaluate<string>(
        `document.activeElement.ariaLabel ?? document.activeElement.textContent`,
      );
      expect(focused).toBe(name);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await soon(() => page.evaluate<string>('document.activeElement.tagName + document.title')).toBe(
      'H1ring/other – ganspec',
    );
    await page.close();
  });

  it('refuses a page of another origin, and an address without the token', async () => {
    const page = await browser.newPage();
    const { origin } = new URL(server.url);
    await page.goto(`${origin}/`);
    expect(await page.textContent('body')).toContain(
      'Open the address that `ganspec serve` has printed, with its token.',
    );
    await page.goto(server.url);
    await page.goto('about:blank');
    const read = await page.evaluate<string>(
      `fetch('${origin}/details?run=ring/live', { credentials: 'include' }).then(() => 'read', () => 'refused')`,
    );
    expect(read).toBe('refused');
    await page.close();
  });

  it('lists fifty runs and finds one of them', async () => {
    for (let index = 0; index < 50; index += 1) {
      writeHandmadeRecord(join(folder, `many/${index}`), { name: 'many', steps: 10 });
    }
    const page = await open();
    await soon(() => page.getByRole('rowheader').count()).toBe(52);
    await page.getByLabel('Find').fill('many/49');
    await soon(() => page.getByRole('rowheader').allTextContents()).toEqual(['many/49']);
    await page.close();
  });

  it('stays quick with a million events', async () => {
    const path = join(folder, 'long');
    const long = startRun(path);
    const head =
      '{"type":"step","time":"2026-01-31T23:59:59.123Z","samples":64,"imagesPerSecond":1';
    for (let start = 0; start < 1e6; start += 100_000) {
      let lines = '';
      for (let step = start + 1; step <= start + 100_000; step += 1) {
        lines += `${head},"step":${step},"metrics":{"generatorLoss":${Math.sin(step / 1e5)}}}\n`;
      }
      appendFileSync(join(path, 'events.jsonl'), lines);
    }
    const page = await open('#/run?run=long');
    const chart = page.getByRole('img', { name: /^generatorLoss up to step 1000000: / });
    await soon(() => chart.count()).toBe(1);
    const begun = performance.now();
    await page.getByText('Losses as a table').click();
    expect(await page.getByRole('region', { name: 'Losses as a table' }).isVisible()).toBe(true);
    expect(performance.now() - begun).toBeLessThan(1500);
    long.finish('completed');
    await page.close();
  });
});
