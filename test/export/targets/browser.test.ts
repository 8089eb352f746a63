/** The target `browser`, opened and used in Chromium, and compared with the engine's samples. */
import { createServer, type Server } from 'node:http';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCompiler, type GanSpec, type Samples, type Session } from '../../../src/index.js';
import { datasetRecord } from '../../../src/runs/datasetRecord.js';
import { wavBytes } from '../../datasets/wavFile.js';
import { hasChromium, launchChromium, violations } from './chromium.js';
import type { PageData } from '../../../src/standalone/page/pageData.js';
import { exported, exportRecord, newFolder } from './exported.js';

const shapes: GanSpec = {
  name: 'shapes',
  description: 'Circles & squares.',
  data: { type: 'shapes', size: 8, channels: 3, shapes: ['circle', 'square'], count: 16 },
  latent: { dim: 20 },
  labels: { generator: 'conditionalBatchNorm', discriminator: 'projection' },
  generator: {
    layers: [
      { type: 'dense', units: 32 },
      { type: 'reshape', shape: [4, 4, 2] },
      'batchNorm',
      'relu',
      { type: 'conv2dTranspose', filters: 3, kernelSize: 4, strides: 2, activation: 'tanh' },
    ],
  },
  discriminator: {
    layers: [
      { type: 'conv2d', filters: 2, kernelSize: 4, strides: 2 },
      'leakyReLU',
      'globalSumPooling',
      { type: 'dense', units: 1 },
    ],
  },
  training: { batchSize: 4 },
};

describe.skipIf(!hasChromium)('the page (in Chromium, where it is installed)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
  });

  /** Opens a page, which must complain of nothing and ask for nothing elsewhere. */
  async function open(address: string, options: object = {}): Promise<Page> {
    const page = await browser.newPage(options);
    page.on('pageerror', (error) => {
      throw error;
    });
    page.on('request', (request) => {
      const [origin] = [new URL(address).origin];
      const own = [origin, 'null'].includes(new URL(request.url()).origin);
      if (!own) throw new Error(`the page asks for ${request.url()}`);
    });
    await page.goto(address);
    await page.waitForSelector('.time:not(:empty)', { timeout: 30_000 });
    return page;
  }

  /** The sentence on the sample, as soon as it is as expected. */
  const status = (page: Page) => expect.poll(() => page.getByRole('status').textContent());

  const fileAddress = (folder: string): string => pathToFileURL(join(folder, 'index.html')).href;

  /** Waits until the page shows this image, within one step of 255. */
  async function shows(page: Page, { data, shape }: Samples): Promise<void> {
    const [, height = 0, width = 0, channels = 1] = shape;
    const expected = Array.from({ length: height * width * 3 }, (_, at) => {
      const [pixel, channel] = [Math.floor(at / 3), at % 3];
      return ((data[pixel * channels + Math.min(channel, channels - 1)] ?? 0) + 1) * 127.5;
    });
    const differences = async (): Promise<number> => {
      const found = await page.evaluate<number[]>(`(() => {
        const canvas = document.querySelector('canvas');
        return [...canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data];
      })()`);
      const colours = found.filter((_, at) => at % 4 !== 3);
      expect(colours).toHaveLength(expected.length);
      return Math.max(...colours.map((value, at) => Math.abs(value - (expected[at] ?? NaN))));
    };
    await expect.poll(differences, { timeout: 20_000 }).toBeLessThan(1.01);
  }

  describe('of images with classes', () => {
    let folder: string;
    let session: Session;
    let server: Server;
    let address: string;
    beforeAll(async () => {
      ({ folder, session } = await exported(shapes, 'browser'));
      server = createServer(({ url = '' }, response) => {
        const file = join(folder, new URL(url, 'http://localhost').pathname);
        const type = file.endsWith('.html')
          ? 'text/html'
          : file.endsWith('.css')
            ? 'text/css'
            : 'text/javascript';
        response.setHeader('Content-Type', type).end(readFileSync(file));
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo; // a server on a port, not on a pipe
      address = `http://127.0.0.1:${port}/index.html`;
    });
    afterAll(async () => {
      server.close();
      await session.dispose();
    });

    it('shows them on WebGPU, where Chromium imitates a device of it', async () => {
      const imitating = await launchChromium(
        '--enable-unsafe-webgpu',
        '--use-webgpu-adapter=swiftshader',
      );
      const page = await imitating.newPage();
      await page.goto(`${address}?backend=webgpu`);
      await shows(page, await session.sample(1, { seed: 0, label: 'circle' }));
      expect(await page.textContent('.time')).toMatch(/ ms on webgpu$/);
      // The processor is faster by itself than as an imitated device.
      await page.goto(address);
      await page.waitForSelector('.time:not(:empty)', { timeout: 30_000 });
      expect(await page.textContent('.time')).toMatch(/ ms on wasm$/);
      await imitating.close();
    });

    it.each(['webgl', 'wasm', 'cpu'])('shows the samples of the engine on %s', async (backend) => {
      for (const place of [address, fileAddress(folder)]) {
        const page = await open(`${place}?backend=${backend}`);
        await shows(page, await session.sample(1, { seed: 0, label: 'circle' }));
        expect(await page.textContent('.time')).toMatch(new RegExp(`^\\d+ ms on ${backend}$`));
        await page.close();
      }
    });

    it('follows a class, a new sample, a slider, an interpolation and a walk', async () => {
      const page = await open(fileAddress(folder));
      expect(await page.title()).toBe('shapes');
      expect(await page.textContent('header p')).toBe('Circles & squares.');
      await page.getByLabel('Class', { exact: true }).selectOption('square');
      await shows(page, await session.sample(1, { seed: 0, label: 'square' }));
      await status(page).toBe('Sample of seed 0, class square');

      await page.getByRole('button', { name: 'New sample' }).click();
      await shows(page, await session.sample(1, { seed: 1, label: 'square' }));
      expect(await page.getByLabel('Seed', { exact: true }).inputValue()).toBe('1');

      const second = page
        .getByRole('group', { name: 'Latent vector' })
        .getByLabel('2', { exact: true });
      const before = Number(await second.inputValue());
      await second.press('ArrowRight');
      const after = Number(await second.inputValue());
      expect(after).toBeCloseTo(before + 0.06, 5);
      for (let press = 0; press < 20; press += 1) await second.press('PageDown');
      expect(await second.inputValue()).toBe('-3');
      await status(page).toBe('Sample with changed numbers, class square');
      const latents = await page
        .getByRole('group', { name: 'Latent vector' })
        .getByRole('slider')
        .count();
      expect(latents).toBe(16);
      expect(await page.getByText('4 more numbers stay as they were drawn.').count()).toBe(1);

      await page.getByLabel('From seed').fill('5');
      await page.getByLabel('To seed').fill('6');
      const position = page.getByLabel('Position');
      await position.press('End');
      await shows(page, await session.sample(1, { seed: 6, label: 'square' }));

      const walk = page.getByRole('button', { name: 'Walk' });
      await walk.click();
      expect(await walk.getAttribute('aria-pressed')).toBe('true');
      await status(page).toBe('Sample on a walk, class square');
      await walk.click();
      expect(await walk.getAttribute('aria-pressed')).toBe('false');
      await page.close();
    });

    it.each([
      ['light', { viewport: { width: 1280, height: 800 } }, 'rgb(255, 255, 255)'],
      ['dark', { viewport: { width: 360, height: 640 } }, 'rgb(23, 24, 27)'],
    ] as const)('has no violation of accessibility and fits the screen (%s)', async (...each) => {
      const [colorScheme, options, background] = each;
      const page = await open(address, { ...options, colorScheme });
      expect(await violations(page)).toEqual([]);
      const [wide, colour] = await page.evaluate<[number, string]>(
        `[document.documentElement.scrollWidth, getComputedStyle(document.documentElement).backgroundColor]`,
      );
      expect([wide, colour]).toEqual([options.viewport.width, background]);
      await page.close();
    });

    it('says why it does not run', async () => {
      const page = await browser.newPage();
      await page.goto(`${address}?backend=abacus`);
      expect(await page.getByRole('alert').textContent()).toBe(
        'The generator does not run in this browser: there is no backend "abacus": webgpu, webgl, wasm, cpu',
      );
      await page.close();
    });
  });

  /** The text of the sample that the page of another form shows, and its page. */
  async function pageOf(spec: GanSpec, base: string): Promise<{ page: Page; session: Session }> {
    const compiler = createCompiler({ baseDir: base });
    const gan = compiler.compile(spec);
    const data = datasetRecord(gan.resolved.data, await gan.openDataset());
    const kept = compiler.compile(spec, { data });
    const session = await kept.prepare({ seed: 5 });
    await session.iterate();
    const folder = newFolder();
    await kept.exportTo(session, 'browser', folder);
    return { page: await open(`${fileAddress(folder)}?backend=cpu`), session };
  }

  const small = (data: object, ...layers: readonly object[]): GanSpec =>
    ({
      data,
      latent: { dim: 2, distribution: 'uniform' },
      generator: { layers },
      discriminator: { layers: ['flatten', { type: 'dense', units: 1 }] },
      training: { batchSize: 2 },
    }) as GanSpec; // data sets and layers of all types

  it('shows points among others, text, a row of a table, sound with a button, and numbers', async () => {
    const base = newFolder();
    writeFileSync(join(base, 't.txt'), 'ab\nba\n');
    writeFileSync(join(base, 't.csv'), 'size,name\n1,x\n2.5,y\n');
    writeFileSync(join(base, 'a.wav'), wavBytes({ rate: 8000 }, new Uint8Array(16)));
    const dense = (units: number): object => ({ type: 'dense', units });
    const reshape = (...shape: readonly number[]): object => ({ type: 'reshape', shape });

    const points = await pageOf(small({ type: 'ring' }, dense(2)), base);
    const [x = 0, y = 0] = (await points.session.sample(1, { seed: 0 })).data;
    expect(await points.page.getByRole('img').getAttribute('aria-label')).toBe(
      `Sample of seed 0: x ${x.toFixed(2)}, y ${y.toFixed(2)}`,
    );

    const text = await pageOf(
      small({ type: 'text', file: 't.txt', length: 2 }, dense(6), reshape(2, 3)),
      base,
    );
    const scores = (await text.session.sample(1, { seed: 0 })).data;
    const letters = [0, 3].map((start) => {
      const three = [...scores.subarray(start, start + 3)];
      return ['', 'a', 'b'][three.indexOf(Math.max(...three))];
    });
    expect(await text.page.textContent('.text')).toBe(letters.join(''));

    const table = await pageOf(small({ type: 'csv', file: 't.csv' }, dense(3)), base);
    expect(await table.page.getByRole('rowheader').allTextContents()).toEqual(['size', 'name']);
    expect(await table.page.getByRole('cell').last().textContent()).toMatch(/^[xy]$/);

    const sound = await pageOf(
      small({ type: 'wav', path: 'a.wav', length: 4 }, dense(4), reshape(4, 1)),
      base,
    );
    await sound.page.getByRole('button', { name: 'Play' }).click();
    expect(await sound.page.getByRole('img').getAttribute('aria-label')).toBe(
      'Sample of seed 0: 0.00 seconds',
    );

    const numbers = await pageOf(small({ type: 'noise', shape: [3], count: 4 }, dense(3)), base);
    const three = [...(await numbers.session.sample(1, { seed: 0 })).data];
    const shown = (await numbers.page.textContent('.numbers')) ?? '';
    shown.split(', ').forEach((value, at) => {
      expect(Number(value)).toBeCloseTo(three[at] ?? NaN, 3);
    });

    for (const { page, session } of [points, text, table, sound, numbers]) {
      await Promise.all([page.close(), session.dispose()]);
    }
  });
});

it('takes weights in fewer bits, as TensorFlow.js restores them', async () => {
  const { folder, session, result } = await exported(shapes, 'browser', { quantize: 'uint8' });
  const { model, weights } = pageData(folder);
  const whole = await exported(shapes, 'browser');
  expect(weights.length).toBeLessThan(0.5 * pageData(whole.folder).weights.length);
  expect(model).toContain('"quantization":{"dtype":"uint8"');
  expect(result.notes).toEqual([expect.stringMatching(/^weights in uint8 change the numbers/)]);
  expect(exportRecord(folder)).toMatchObject({ quantization: { dtype: 'uint8' } });
  await Promise.all([session.dispose(), whole.session.dispose()]);
});

/** The data of a page. */
function pageData(folder: string): PageData {
  const text = readFileSync(join(folder, 'generator.js'), 'utf8');
  // A script with one assignment of JSON.
  return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as PageData;
}

it('has everything in one folder', async () => {
  const { folder, session, result } = await exported(shapes, 'browser');
  expect(result.files).toEqual([
    'export.json',
    'generator.js',
    'index.html',
    'page.css',
    'page.js',
    'wasm.js',
  ]);
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path);
  expect(named).toEqual(['data:,', 'page.css', 'generator.js', 'page.js']);
  for (const file of named.slice(1)) expect(existsSync(join(folder, file))).toBe(true);
  await session.dispose();
});
