/** Whole runs with the training thread's code in this thread: messages are cloned as between threads. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Threads from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createCompiler,
  defineDataset,
  SpecError,
  type Gan,
  type GanSpec,
  type TrainEvent,
  type TrainOptions,
} from '../../src/index.js';
import { renderDiagnostics } from '../../src/diagnostics/render.js';
import type { Call } from '../../src/train/executor/protocol.js';
import { startTrainingThread } from '../../src/train/executor/workerExecutor.js';
import { encodeNpy } from '../../src/runs/pictures/npy.js';
import { readPng } from '../runs/pictures/readPng.js';
import { compileTiny, tinySpec } from '../program/tinyGan.js';

/** State of the stand-in for a thread. */
const thread = vi.hoisted(() => ({
  port: null as Threads.MessagePort | null,
  dieAt: null as Call['method'] | null,
  started: 0,
  ended: 0,
}));

vi.mock('node:worker_threads', async (importOriginal) => {
  const real = await importOriginal<typeof Threads>();
  const { EventEmitter } = await import('node:events');
  class Worker extends EventEmitter {
    readonly #channel = new real.MessageChannel();
    readonly #ready: Promise<unknown>;

    constructor() {
      super();
      thread.started += 1;
      thread.port = this.#channel.port2;
      vi.resetModules();
      this.#ready = import('../../src/train/executor/worker.js');
      this.#channel.port1.on('message', (message) => this.emit('message', message));
    }

    postMessage(message: { readonly call: Call }, memory: readonly ArrayBuffer[]): void {
      if (message.call.method === thread.dieAt) {
        this.emit('error', new Error('out of memory'));
        this.emit('exit', 1);
        return;
      }
      void this.#ready.then(() => {
        this.#channel.port1.postMessage(message, memory);
      });
    }

    terminate(): Promise<number> {
      thread.ended += 1;
      this.#channel.port1.close();
      return Promise.resolve(1);
    }
  }
  return {
    ...real,
    Worker,
    get parentPort() {
      return thread.port;
    },
  };
});

let parent = '';
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'ganspec-train-'));
  Object.assign(thread, { dieAt: null, started: 0, ended: 0 });
});
afterEach(() => {
  rmSync(parent, { recursive: true });
  expect(thread.ended).toBe(thread.started);
});

async function collect(gan: Gan, options: TrainOptions = {}): Promise<TrainEvent[]> {
  const events: TrainEvent[] = [];
  for await (const event of gan.train({ engine: 'tfjs', ...options })) events.push(event);
  return events;
}

const monitor = { logEvery: 2, sampleEvery: 2, sampleCount: 3 };
const record = (folder: string): unknown =>
  JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'));

describe('train', () => {
  it('gives events from start to end, and keeps nothing on disk without a folder', async () => {
    const events = await collect(compileTiny({ monitor }));
    expect(events.map(({ type }) => type)).toEqual([
      'start',
      'step',
      'step',
      'samples',
      'step',
      'samples',
      'end',
    ]);
    expect(events[0]).toMatchObject({
      name: 'gan',
      run: null,
      engine: 'tfjs',
      engineReason: expect.stringContaining('tfjs was asked for') as unknown,
      steps: 3,
      batchSize: 2,
      seed: 0,
    });
    expect(events.at(-1)).toMatchObject({ run: null, steps: 3, status: 'completed' });
    expect(events[3]).toMatchObject({ step: 2, file: null, count: 3 });
  });

  it('counts the real samples of all updates of an iteration', async () => {
    const training: GanSpec['training'] = { discriminatorSteps: 3 };
    const events = await collect(compileTiny({ monitor, training }), { steps: 1 });
    expect(events[1]).toMatchObject({ type: 'step', samples: 6 });
  });

  it('refuses a number of steps with which the spec has a mistake', async () => {
    // By hand: 0.75, 0.5, 0.25, 0 at steps 0 to 3, and -0.25 at step 4.
    const instanceNoise = { type: 'linear', from: 0.75, to: -0.25, steps: 4 } as const;
    const gan = compileTiny({ training: { instanceNoise } });
    const refusal = async (steps: number): Promise<string> => {
      const error: unknown = await collect(gan, { steps }).catch((thrown: unknown) => thrown);
      return error instanceof SpecError ? renderDiagnostics(error.diagnostics) : String(error);
    };
    expect((await collect(gan, { steps: 4 })).at(-1)).toMatchObject({ steps: 4 });
    expect(await refusal(5)).toContain(
      'error GAN208: this schedule gives -0.25 at step 4, but the number must be at least 0\n',
    );
    expect(await refusal(0)).toBe(
      [
        'train({ steps }):1:16 error GAN124: steps must be at least 1, received 0',
        '    1 | training.steps=0',
        '      |                ^',
        '',
      ].join('\n'),
    );
  });

  it('fills the run folder', async () => {
    const out = join(parent, 'run');
    const events = await collect(compileTiny({ monitor }), { out, seed: 5, threads: 1 });
    const log = readFileSync(join(out, 'events.jsonl'), 'utf8').trimEnd().split('\n');
    expect(log.map((line): unknown => JSON.parse(line))).toEqual(events);
    expect(record(out)).toMatchObject({ status: 'completed', seed: 5, steps: 3, engine: 'tfjs' });
    for (const event of events) {
      if (event.type === 'samples') expect(existsSync(join(out, event.file ?? ''))).toBe(true);
    }
    expect(existsSync(join(out, 'state.safetensors'))).toBe(true);
  });

  it('reports and keeps the warnings of the data set, but for those of its description, which compilation reports', async () => {
    const out = join(parent, 'run');
    const warning = { code: 'GAN410', message: '1 of 5 images left out', hint: 'Repair it.' };
    const known = { code: 'GAN419', message: 'a class is empty', pointer: '/data/type' };
    const points = { shape: [2], range: null, count: 4, classes: null, warnings: [known] };
    const damaged = defineDataset({
      type: 'test/damaged',
      schema: {
        $id: 'test/damaged.schema.json',
        title: 'DamagedDataset',
        description: 'Zeros, and a warning.',
        type: 'object',
        required: ['type'],
        additionalProperties: false,
        properties: { type: { const: 'test/damaged' } },
        examples: [{ type: 'test/damaged' }],
      },
      describe: () => points,
      open: () => ({
        ...points,
        read: (_, numbers) => numbers.fill(0),
        warnings: [known, warning],
      }),
    });
    // A word of a plugin is not among the types of built-in ones.
    const spec = { ...tinySpec(), data: { type: 'test/damaged' } } as unknown as GanSpec;
    const gan = createCompiler({ plugins: [damaged] }).compile(spec);
    const events = await collect(gan, { out });
    expect(gan.warnings.filter(({ code }) => code.startsWith('GAN4'))).toMatchObject([
      { code: 'GAN419', severity: 'warning', message: 'a class is empty', pointer: '/data/type' },
    ]);
    expect(events.filter(({ type }) => type === 'warning')).toHaveLength(1);
    expect(events[1]).toMatchObject({ type: 'warning', ...warning });
    expect(readFileSync(join(out, 'events.jsonl'), 'utf8')).toContain(JSON.stringify(events[1]));
  });

  it('draws images without bounds between the least and the greatest of their values', async () => {
    const images = Float32Array.from({ length: 4 * 25 }, (_, i) => (i % 2) * 255);
    writeFileSync(join(parent, 'x.npy'), encodeNpy(images, [4, 5, 5, 1]));
    const out = join(parent, 'run');
    const gan = createCompiler({ baseDir: parent }).compile(
      tinySpec({
        data: { type: 'npy', file: 'x.npy' },
        generator: {
          layers: [
            { type: 'dense', units: 25, activation: 'tanh' },
            { type: 'reshape', shape: [5, 5, 1] },
          ],
        },
        discriminator: { layers: ['flatten', { type: 'dense', units: 1 }] },
      }),
    );
    await collect(gan, { out });
    const kept: unknown = JSON.parse(readFileSync(join(out, 'data.json'), 'utf8'));
    expect(kept).toMatchObject({ description: { range: null, extent: [0, 255] } });
    const [file = ''] = readdirSync(join(out, 'samples'));
    const { rows } = readPng(readFileSync(join(out, 'samples', file)));
    // Values up to 1 are nearly the black of these images; drawn in [-1, 1] they would be white.
    expect(rows[2]?.slice(2, 7).every((level) => level < 2)).toBe(true);
  });

  it('keeps samples in the form of the data set', async () => {
    writeFileSync(join(parent, 'table.csv'), 'a,b\n1,x\n2,y\n3,x\n');
    const gan = createCompiler({ baseDir: parent }).compile(
      tinySpec({
        data: { type: 'csv', file: 'table.csv' },
        generator: { layers: [{ type: 'dense', units: 3 }] },
      }),
    );
    const out = join(parent, 'run');
    await collect(gan, { out, steps: 1 });
    const lines = readFileSync(join(out, 'samples/step-000001.csv'), 'utf8').split('\n');
    expect(lines[0]).toBe('a,b');
    // Four samples and the end of the last line.
    expect(lines).toHaveLength(6);
    for (const line of lines.slice(1, 5)) expect(line).toMatch(/^-?\d+,[xy]$/);
  });

  it('records a run that diverges, without its last state', async () => {
    const out = join(parent, 'run');
    const rate = { type: 'sgd', learningRate: 1e30 } as const;
    const gan = compileTiny({ optimizers: { generator: rate, discriminator: rate } });
    await expect(collect(gan, { out, steps: 20 })).rejects.toMatchObject({
      code: 'GAN501',
      exitCode: 5,
    });
    expect(record(out)).toMatchObject({ status: 'diverged' });
    expect(existsSync(join(out, 'state.safetensors'))).toBe(false);
  });

  it('records a run whose caller stops listening as interrupted, with its last state', async () => {
    const out = join(parent, 'run');
    for await (const event of compileTiny().train({ engine: 'tfjs', out })) {
      if (event.type === 'step') break;
    }
    expect(record(out)).toMatchObject({ status: 'interrupted' });
    expect(existsSync(join(out, 'state.safetensors'))).toBe(true);
  });

  it.each(['prepare', 'run'] as const)(
    'records a run whose thread dies at %s as failed, and throws the reason',
    async (method) => {
      const out = join(parent, 'run');
      thread.dieAt = method;
      await expect(collect(compileTiny(), { out })).rejects.toThrow(
        'the training thread stopped: out of memory',
      );
      expect(record(out)).toMatchObject({ status: 'failed' });
      expect(existsSync(join(out, 'state.safetensors'))).toBe(false);
    },
  );

  it('throws the first error where the run folder is removed', async () => {
    const out = join(parent, 'run');
    const run = async (): Promise<void> => {
      for await (const event of compileTiny().train({ engine: 'tfjs', out })) {
        if (event.type === 'start') rmSync(out, { recursive: true });
      }
    };
    await expect(run()).rejects.toMatchObject({ code: 'GAN511', exitCode: 2 });
  });
});

describe('the executor in the training thread', () => {
  const { program } = compileTiny();

  it('gives the same numbers as in this thread', async () => {
    const session = await compileTiny().prepare({ engine: 'tfjs', seed: 5 });
    const executor = await (await startTrainingThread('tfjs')).prepare(program, 5);
    expect(await executor.readState()).toEqual(
      new Map([...(await session.readState())].filter(([name]) => !name.startsWith('training/'))),
    );
    const { results, timings } = await executor.run('sample', 0, new Map());
    expect(results.get('samples')?.shape).toEqual([2, 2]);
    expect(timings.engine).toBeGreaterThan(0);
    const bias = { dtype: 'float32', shape: [2], data: Float32Array.of(3, 4) } as const;
    await executor.writeState(new Map([['generator/dense_0/bias', bias]]));
    expect((await executor.readState()).get('generator/dense_0/bias')).toEqual(bias);
    await executor.dispose();
    await session.dispose();
  });

  it('passes errors on with their codes', async () => {
    const executor = await (await startTrainingThread('tfjs')).prepare(program, 5);
    const state = new Map([['x', { dtype: 'int32', shape: [], data: Int32Array.of(1) } as const]]);
    await expect(executor.writeState(state)).rejects.toMatchObject({ code: 'GAN520', exitCode: 2 });
    await executor.dispose();
  });

  it('rejects graphs that the engine cannot run', async () => {
    const [graph] = program.graphs;
    if (!graph) throw new Error('no graph');
    const twice = { ...program, graphs: [graph, graph] };
    const started = await startTrainingThread('tfjs');
    await expect(started.prepare(twice, 5)).rejects.toThrow(
      'in the training thread: two graphs are named "discriminator"',
    );
    await started.end();
  });

  it('ends where no engine of that name can be loaded', async () => {
    // The types know no such engine; JavaScript and the command line may ask for any.
    await expect(startTrainingThread('none' as 'tfjs')).rejects.toThrow();
    expect(thread.ended).toBe(1);
  });

  it('answers every call with the reason once the thread is gone', async () => {
    const executor = await (await startTrainingThread('tfjs')).prepare(program, 5);
    thread.dieAt = 'run';
    const reason = 'the training thread stopped: out of memory';
    await expect(executor.run('sample', 0, new Map())).rejects.toThrow(reason);
    await expect(executor.readState()).rejects.toThrow(reason);
    await executor.dispose();
  });
});
