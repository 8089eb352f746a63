/** Reports of runs, opened in Chromium from the disk; needs `npm run build`. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runInProcess } from '../cli/runInProcess.js';
import { hasChromium, launchChromium } from '../export/targets/chromium.js';
import { startRun } from './startedRun.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ganspec-report-'));
  const run = startRun(join(folder, 'run'));
  for (let step = 1; step <= 60; step += 1) {
    run.logStep(step);
    if (step % 2 === 0) run.drawSamples(step);
  }
  run.emit({ type: 'warning', code: 'GAN553', message: 'it ends with </script>' });
  run.finish('completed');
  appendFileSync(join(folder, 'run/events.jsonl'), 'no event\n');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('ganspec report writes a page of its own, with some of the samples', async () => {
  const { code, stdout } = await runInProcess(['report', join(folder, 'run')], folder);
  expect([code, stdout]).toEqual([0, 'FOLDER/run/report.html\n']);
  const html = readFileSync(join(folder, 'run/report.html'), 'utf8');
  expect(html.match(/data:image\/png;base64,/g)).toHaveLength(24);
});

it('refuses a folder that is no run', async () => {
  const { code, stderr } = await runInProcess(['report', join(folder, 'none')], folder);
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^error GAN513: FOLDER\/none is not the folder of a run: there is no such/,
  );
});

it.skipIf(!hasChromium)(
  'a report shows the run without a server (in Chromium, where it is installed)',
  async () => {
    const file = join(folder, 'other.html');
    await runInProcess(['report', join(folder, 'run'), '--out', file], folder);
    const browser = await launchChromium();
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('request', (request) => {
      if (!/^(file|data):/.test(request.url())) errors.push(request.url());
    });
    await page.goto(pathToFileURL(file).href);
    expect(await page.title()).toBe('run');
    expect(await page.getByText('it ends with </script>').count()).toBe(1);
    expect(await page.getByText('events.jsonl:93: damaged: it is no JSON').count()).toBe(1);
    expect(await page.getByRole('img', { name: /^generatorLoss up to step 60: / }).count()).toBe(1);
    expect(await page.getByRole('img', { name: 'Samples of run at step 60' }).count()).toBe(1);
    const width = await page.evaluate<number>(`document.querySelector('img.sample').naturalWidth`);
    expect(width).toBe(64);
    await browser.close();
    expect(errors).toEqual([]);
  },
);
