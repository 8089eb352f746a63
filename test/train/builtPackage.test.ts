/** Runs in a real thread of their own, through the package as built and imported: `npm run build` comes first. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCompiler, openRun, type Gan, type TrainEvent, type TrainOptions } from 'ganspec';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idxBytes } from '../datasets/idxFile.js';
import { writeHandmadeRun } from '../runs/handmadeRun.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ganspec-package-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const ring = (): Gan =>
  createCompiler().compile({
    extends: 'ring',
    training: { batchSize: 8 },
    monitor: { logEvery: 2, sampleEvery: 2, sampleCount: 4 },
  });

async function collect(gan: Gan, options: TrainOptions): Promise<TrainEvent[]> {
  const events: TrainEvent[] = [];
  for await (const event of gan.train({ threads: 1, ...options })) events.push(event);
  return events;
}

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const pngHeader = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

describe('the package', () => {
  it('trains in a thread of its own, and opens the run folder again', async () => {
    const out = join(folder, 'ring');
    const events = await collect(ring(), { out, steps: 5, seed: 3 });
    expect(events[0]).toMatchObject({ type: 'start', run: out, engine: 'onnx', seed: 3 });
    expect(events.at(-1)).toMatchObject({ type: 'end', run: out, steps: 5, status: 'completed' });
    expect([...readFileSync(join(out, 'samples/step-000002.png')).subarray(0, 8)]).toEqual(
      pngHeader,
    );

    const run = await openRun(out);
    expect(run.record).toMatchObject({ name: 'ring', seed: 3, steps: 5, status: 'completed' });
    expect(run.session.step).toBe(5);
    const samples = await run.sample(3);
    expect(samples.shape).toEqual([3, 2]);
    expect(await run.sample(3, { seed: 3 })).toEqual(samples);
    expect(await run.sample(3, { seed: 4 })).not.toEqual(samples);
    await run.save(samples, join(folder, 'three.png'));
    await run.save(samples, join(folder, 'three.npy'));
    expect([...readFileSync(join(folder, 'three.png')).subarray(0, 8)]).toEqual(pngHeader);
    expect(readFileSync(join(folder, 'three.npy')).toString('latin1')).toContain("'shape': (3, 2)");
    await run.dispose();
  });

  it('leaves the same state twice with one seed', async () => {
    const [one, two, other] = ['one', 'two', 'other'].map((name) => join(folder, name));
    await collect(ring(), { out: one ?? '', steps: 4, seed: 3 });
    await collect(ring(), { out: two ?? '', steps: 4, seed: 3 });
    await collect(ring(), { out: other ?? '', steps: 4, seed: 4 });
    const [first, second, third] = [one, two, other].map((run) =>
      readFileSync(join(run ?? '', 'state.safetensors')),
    );
    expect(second?.equals(first ?? Buffer.alloc(0))).toBe(true);
    expect(third?.equals(first ?? Buffer.alloc(0))).toBe(false);
  });

  it('leaves the same files with steps and seed as options as with --steps and --seed', async () => {
    const spec = join(folder, 'spec.json');
    const [api, cli] = [join(folder, 'api'), join(folder, 'cli')];
    writeFileSync(spec, JSON.stringify({ extends: 'ring', training: { batchSize: 8, seed: 1 } }));
    const compiler = createCompiler();
    await collect(compiler.compile(compiler.read(spec)), { out: api, steps: 2, seed: 5 });
    const words = ['train', spec, '--steps', '2', '--seed', '5', '--out', cli];
    execFileSync(process.execPath, [main, ...words], { stdio: 'ignore' });
    const textOf = (run: string, file: string): string =>
      readFileSync(join(run, file), 'latin1')
        .replaceAll(/\d+-\d+-\d+T[\d:.]+Z/g, 'TIME')
        .replace(/"id": "[^"]*"/, '"id": "ID"')
        // The command line has no word for them.
        .replace(/"threads": \d+/, '')
        // That of the record, with the times in it.
        .replace(/"sha256": "\w+"/, '');
    for (const file of ['spec.json', 'resolved.json', 'data.json', 'run.json']) {
      expect(textOf(api, file), file).toBe(textOf(cli, file));
    }
    expect(textOf(api, 'state.safetensors') === textOf(cli, 'state.safetensors')).toBe(true);
    expect(JSON.parse(textOf(api, 'spec.json'))).toMatchObject({ training: { steps: 2, seed: 5 } });
  });

  it('draws the picture of a run with the data of the run', async () => {
    const out = join(folder, 'seeded');
    await collect(ring(), { out, steps: 1, seed: 9 });
    const run = await openRun(out);
    const file = join(folder, 'seeded.png');
    await run.save(await run.sample(4), file);
    // The same latents and the same state as the grid of the run, so the same picture.
    expect(readFileSync(file).equals(readFileSync(join(out, 'samples/step-000001.png')))).toBe(
      true,
    );
    await run.dispose();
  });

  it('stops at a signal and keeps its state', async () => {
    const out = join(folder, 'stopped');
    const control = new AbortController();
    const types: string[] = [];
    for await (const event of ring().train({ out, steps: 1e6, signal: control.signal })) {
      types.push(event.type);
      if (event.type === 'step') control.abort();
      if (event.type === 'end') expect(event.status).toBe('interrupted');
    }
    expect(types).toEqual(['start', 'step', 'checkpoint', 'end']);
    expect(existsSync(join(out, 'state.safetensors'))).toBe(true);
  });

  it('opens a run whose spec names its data by a relative path', async () => {
    const specs = join(folder, 'specs');
    mkdirSync(specs);
    writeFileSync(join(specs, 'tiny-images'), idxBytes([4, 2, 2], new Uint8Array(16).fill(200)));
    const spec = join(specs, 'tiny.json');
    writeFileSync(
      spec,
      JSON.stringify({
        data: { type: 'idx', images: 'tiny-images' },
        latent: { dim: 2 },
        generator: {
          layers: [
            { type: 'dense', units: 4, activation: 'tanh' },
            { type: 'reshape', shape: [2, 2, 1] },
          ],
        },
        discriminator: { layers: ['flatten', { type: 'dense', units: 1 }] },
        training: { batchSize: 2 },
        monitor: { sampleCount: 2 },
      }),
    );
    const compiler = createCompiler();
    const out = join(folder, 'images');
    await collect(compiler.compile(compiler.read(spec)), { out, steps: 1 });
    const run = await openRun(out);
    expect(run.record.baseDir).toBe(specs);
    expect((await run.sample(1)).shape).toEqual([1, 2, 2, 1]);
    await run.dispose();
  });

  it('draws no picture of samples that are neither images nor points', async () => {
    const out = join(folder, 'numbers');
    const gan = createCompiler().compile({
      data: { type: 'noise', shape: [3], count: 16 },
      generator: { layers: [{ type: 'dense', units: 3, activation: 'tanh' }] },
      discriminator: { layers: [{ type: 'dense', units: 1 }] },
      training: { batchSize: 2 },
    });
    const events = await collect(gan, { out, steps: 1 });
    expect(events.at(-3)).toMatchObject({ file: 'samples/step-000001.npy' });
    const run = await openRun(out);
    const file = join(folder, 'numbers.png');
    await expect(run.save(await run.sample(2), file)).rejects.toMatchObject({
      code: 'GAN512',
      exitCode: 2,
      message: 'samples of shape [3] are written as .npy, not as .png',
      hint: 'Name a file that ends so, or in .npy for the numbers.',
    });
    expect(existsSync(file)).toBe(false);
    const named = await run.save(await run.sample(2), join(folder, 'numbers-of-a-kind'));
    expect(named).toBe(join(folder, 'numbers-of-a-kind.npy'));
    expect(existsSync(named)).toBe(true);
    await run.dispose();
  });

  it('opens no folder without a run, or with a run that left no state', async () => {
    const out = join(folder, 'without');
    mkdirSync(out);
    await expect(openRun(out)).rejects.toMatchObject({
      code: 'GAN513',
      exitCode: 2,
      message: `${out} is not the folder of a run: it has no run.json`,
      hint: 'Name the folder that `ganspec train` printed at its end; `ganspec runs` lists them.',
    });
    writeHandmadeRun(out, { extends: 'ring' }, { seed: 0, baseDir: out }, undefined);
    await expect(openRun(out)).rejects.toMatchObject({
      code: 'GAN607',
      exitCode: 6,
      message: `${out} has no checkpoint`,
      hint: 'It ended before its first one: train again, and keep them more often with monitor.checkpoint.',
    });
  });
});
