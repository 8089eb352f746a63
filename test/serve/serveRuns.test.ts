import { appendFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { serveRuns, type RunServer } from '../../src/index.js';
import type { PartAnswer, RunParts } from '../../src/serve/answers.js';
import { startRun } from './startedRun.js';

let folder = '';
let server: RunServer;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ganspec-serve-'));
  vi.stubEnv('XDG_CACHE_HOME', join(folder, '.cache'));
  server = await serveRuns(folder, { port: 0 });
});
afterEach(async () => {
  await server.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

interface Got {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Asks the server with its token. */
function get(
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Got> {
  const { origin, searchParams } = new URL(server.url);
  const url = new URL(path, origin);
  url.searchParams.set('token', searchParams.get('token') ?? '');
  return new Promise((resolve, reject) => {
    request(url, { headers, method }, (response) => {
      let text = '';
      response.on('data', (piece: Buffer) => (text += piece.toString()));
      response.on('end', () => {
        resolve({ status: response.statusCode, headers: response.headers, text });
      });
    })
      .on('error', reject)
      .end();
  });
}

/** The parts of a run once they fulfil a condition. */
async function partsOf(
  path: string,
  isThere: (parts: Partial<RunParts>) => boolean,
): Promise<Partial<RunParts>> {
  const { origin, searchParams } = new URL(server.url);
  const query = new URLSearchParams({ run: path, token: searchParams.get('token') ?? '' });
  const { body } = await fetch(`${origin}/live?${query.toString()}`);
  if (!body) throw new Error('no answer');
  let [text, parts]: [string, Partial<RunParts>] = ['', {}];
  for await (const piece of body.pipeThrough(new TextDecoderStream())) {
    text += piece;
    const messages = text.split('\n\n');
    text = messages.pop() ?? '';
    for (const message of messages) {
      const [, data] = /^event: part\ndata: (.*)$/.exec(message) ?? [];
      if (data === undefined) continue;
      const answer = JSON.parse(data) as PartAnswer; // as the server sends it
      parts = { ...parts, [answer.part]: answer.value };
    }
    if (isThere(parts)) return parts;
  }
  throw new Error('the server has ended the answer');
}

describe('serveRuns', () => {
  it('gives the page and its files, which may load from it alone', async () => {
    const { status, headers, text } = await get('/');
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text).toContain('<script defer src="main.js">');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['set-cookie']?.[0]).toMatch(
      /^ganspec-\d+=[0-9a-f]{48}; HttpOnly; SameSite=Strict; Path=\/$/,
    );
    for (const file of ['/main.js', '/page.css']) expect((await get(file)).status).toBe(200);
  });

  it.each([
    ['a foreign host', { host: 'evil.example' }, 403],
    ['a foreign origin', { origin: 'http://evil.example' }, 403],
  ])('refuses %s', async (_, headers, status) => {
    const answer = await get('/details?run=a', headers);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'GAN537' });
    expect(answer.headers['set-cookie']).toBe(undefined);
  });

  it('refuses other methods, and requests without its token', async () => {
    expect((await get('/', {}, 'POST')).status).toBe(405);
    const { origin } = new URL(server.url);
    for (const path of ['/', '/main.js', '/runs', '/live?run=a', '/details?run=a']) {
      expect((await fetch(origin + path)).status).toBe(403);
    }
  });

  it.each(['/../package.json', '/%2e%2e/package.json', '/nothing', '/samples/'])(
    'has nothing at %s',
    async (path) => {
      const { status, text } = await get(path);
      expect([status, JSON.parse(text)]).toMatchObject([404, { code: 'GAN537' }]);
    },
  );

  it('has the same token after a restart, and another one for another folder', async () => {
    const { port } = new URL(server.url);
    const before = server.url;
    await server.close();
    server = await serveRuns(folder, { port: Number(port) });
    expect(server.url).toBe(before);
    const other = await serveRuns(join(folder, 'other'), { port: 0 });
    const tokens = [server, other].map(({ url }) => new URL(url).searchParams.get('token'));
    await other.close();
    expect(tokens[0]).not.toBe(tokens[1]);
  });

  it('tells which port is in use, and which is none', async () => {
    const { port } = new URL(server.url);
    await expect(serveRuns(folder, { port: Number(port) })).rejects.toMatchObject({
      code: 'GAN535',
      message: `port ${port} of 127.0.0.1 cannot be used: another program uses it`,
      hint: 'Take another one, as in --port 4261, or --port 0 for any that is free. If it is an earlier `ganspec serve`, its page is still there.',
    });
    await expect(serveRuns(folder, { port: 70_000 })).rejects.toMatchObject({
      code: 'GAN535',
      message: 'port 70000 of 127.0.0.1 cannot be used: ports go from 0 to 65535',
    });
  });

  it('refuses a file in the place of the folder', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(serveRuns(file, { port: 0 })).rejects.toMatchObject({
      code: 'GAN536',
      message: `${file} is a file, not a folder with runs`,
    });
  });

  it('sends the parts of a run that trains, and those that come', async () => {
    const run = startRun(join(folder, 'a'));
    run.logStep(1);
    const first = await partsOf('a', ({ log }) => log !== undefined);
    expect(first.head).toMatchObject({ name: 'ring', state: 'running', step: 1, steps: 100 });
    expect(first.log?.steps).toEqual([1]);
    run.logStep(10);
    run.drawSamples(10);
    run.emit({ type: 'warning', code: 'GAN553', message: 'the generator collapses' });
    run.finish('completed');
    const { head, samples, happenings } = await partsOf('a', ({ log }) => log?.steps.length === 2);
    expect(head).toMatchObject({ state: 'completed', step: 10, rate: 36_000, noun: 'points' });
    expect(samples).toEqual([{ step: 10, extension: 'png' }]);
    expect(happenings?.shown).toMatchObject([{ kind: 'warning', code: 'GAN553', step: null }]);
    const picture = await get('/samples?run=a&step=10');
    expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/png']);
    expect((await get('/samples?run=a&step=11')).status).toBe(404);
  });

  it('takes back what a rollback has undone', async () => {
    const run = startRun(join(folder, 'a'));
    for (const step of [10, 20, 30]) run.logStep(step);
    run.emit({
      type: 'rollback',
      code: 'GAN550',
      message: 'the scores explode',
      from: 35,
      step: 20,
      rateFactor: 0.5,
    });
    const { head, log, happenings } = await partsOf('a', (parts) => parts.happenings !== undefined);
    run.finish('interrupted');
    expect([head?.step, log?.steps]).toEqual([20, [10, 20]]);
    expect(happenings?.shown).toMatchObject([
      { kind: 'rollback', step: 35, message: 'the scores explode; taken back to step 20' },
    ]);
  });

  it('tells the place of a damaged event and shows the others', async () => {
    const run = startRun(join(folder, 'a'));
    run.logStep(1);
    run.finish('completed');
    const events = join(folder, 'a/events.jsonl');
    appendFileSync(events, '{"type": "step"\n');
    appendFileSync(
      events,
      `${JSON.stringify({ type: 'step', time: '', step: 2, metrics: {}, samples: 1, imagesPerSecond: 1 })}\n`,
    );
    const { log, happenings } = await partsOf('a', (parts) => parts.happenings !== undefined);
    expect(log?.steps).toEqual([1, 2]);
    expect(happenings?.shown).toMatchObject([
      { kind: 'damage', code: 'GAN610', message: `${events}:3: damaged: it is no JSON` },
    ]);
  });

  it('tells of a run that is not there', async () => {
    const { fault } = await partsOf('b', (parts) => parts.fault !== undefined);
    expect(fault).toMatchObject({ code: 'GAN513', message: `${folder} has no run b` });
    expect((await get('/details?run=../..')).status).toBe(404);
  });

  it('sends no file from outside of the folder, whatever an event names', async () => {
    const run = startRun(join(folder, 'a'));
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    symlinkSync(join(folder, 'secret.txt'), join(folder, 'a/samples/step-2.txt'));
    const files = ['../secret.txt', 'samples/step-2.txt', 'run.json'];
    files.forEach((file, index) => {
      run.emit({ type: 'samples', step: index + 1, file, count: 1 });
    });
    await partsOf('a', ({ samples }) => samples?.length === 3);
    run.finish('completed');
    for (const step of [1, 2, 3]) {
      const { status, text } = await get(`/samples?run=a&step=${step}`);
      expect([status, JSON.parse(text)]).toMatchObject([404, { code: 'GAN610' }]);
    }
  });

  it('gives networks with pictures, and the spec with its defaults', async () => {
    startRun(join(folder, 'a')).finish('completed');
    const { networks, settings } = JSON.parse((await get('/details?run=a')).text) as {
      readonly networks: readonly {
        readonly layers: readonly object[];
        readonly picture: string;
      }[];
      readonly settings: readonly object[];
    }; // as the server sends it
    expect(networks.map(({ layers }) => layers.length)).toEqual([5, 5]);
    expect(networks[0]?.picture).toMatch(/^<svg /);
    expect(settings).toContainEqual({ path: 'training.steps', value: '100', isDefault: false });
    expect(settings).toContainEqual({
      path: 'training.update',
      value: '"alternating"',
      isDefault: true,
    });
  });

  it('reads very many events, and answers others meanwhile', async () => {
    const run = startRun(join(folder, 'a'));
    const line = (step: number): string =>
      `${JSON.stringify({ type: 'step', time: '2026-01-31T23:59:59.123Z', step, metrics: { loss: step === 154_321 ? 9 : 1 }, samples: 64, imagesPerSecond: 1000 })}\n`;
    const events = join(folder, 'a/events.jsonl');
    for (let step = 0; step < 2e5; step += 10_000) {
      appendFileSync(events, Array.from({ length: 10_000 }, (_, i) => line(step + i + 1)).join(''));
    }
    const whole = partsOf('a', ({ head, log }) => head?.read === 1 && log?.steps.at(-1) === 2e5);
    const begun = performance.now();
    await get('/details?run=a');
    expect(performance.now() - begun).toBeLessThan(5000);
    const { log } = await whole;
    run.finish('completed');
    expect(log?.steps.length).toBeLessThan(1025);
    expect(Math.max(...(log?.curves[0]?.high ?? []).map(Number))).toBe(9);
  });
});
