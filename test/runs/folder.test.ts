import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSafetensors } from '../../src/checkpoint/safetensors.js';
import { version } from '../../src/version.js';
import { createRunFolder, type RunFolder, type RunStart } from '../../src/runs/folder.js';
import { compileTiny } from '../program/tinyGan.js';
import { momentOf, plainStart } from './keptRun.js';

let parent = '';
let folder = '';

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'ganspec-run-'));
  folder = join(parent, 'run');
});
afterEach(() => {
  rmSync(parent, { recursive: true });
});

const { resolved } = compileTiny();
const start: RunStart = {
  ...plainStart,
  source: { data: 'ring' },
  resolved,
  plugins: ['acme/loss'],
  baseDir: 'specs',
  engine: 'tfjs',
  engineFacts: { library: 'onnxruntime-node', version: '1.30.0', device: 'CPU', threads: 2 },
  data: { description: resolved.data, recipe: null },
};
const time = '2026-01-31T23:59:59.123Z';

function create(out = folder): RunFolder {
  return createRunFolder(out, start);
}

function json(file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}

const numbers = { dtype: 'float32', shape: [2], data: Float32Array.of(1, 2) } as const;

describe('a run folder', () => {
  it('holds the spec, the data and the record of the run from its start', () => {
    create();
    expect(readdirSync(folder).sort()).toEqual([
      'data.json',
      'lock.json',
      'resolved.json',
      'run.json',
      'samples',
      'spec.json',
    ]);
    expect(json('spec.json')).toEqual({ data: 'ring' });
    expect(json('data.json')).toEqual({ description: resolved.data, recipe: null });
    expect(json('run.json')).toMatchObject({
      ganspec: version,
      node: process.version,
      name: 'gan',
      engine: 'tfjs',
      seed: 0,
      steps: 3,
      baseDir: join(process.cwd(), 'specs'),
      plugins: ['acme/loss'],
      status: 'running',
      ended: null,
    });
  });

  it('writes bounds that are infinite as null', () => {
    create();
    expect(resolved.networks.generator.outputRange).toEqual([-Infinity, Infinity]);
    expect(json('resolved.json')).toMatchObject({
      networks: { generator: { outputRange: [null, null], outputShape: [2] } },
    });
  });

  it('keeps events line by line', () => {
    const run = create();
    run.keepEvent({ time, type: 'samples', step: 1, file: null, count: 4 });
    run.keepEvent({ time, type: 'samples', step: 2, file: 'samples/a.png', count: 4 });
    expect(readFileSync(join(folder, 'events.jsonl'), 'utf8')).toBe(
      `{"time":"${time}","type":"samples","step":1,"file":null,"count":4}\n` +
        `{"time":"${time}","type":"samples","step":2,"file":"samples/a.png","count":4}\n`,
    );
  });

  it('records a fall-back of its engine, and keeps it at the end', () => {
    const run = create();
    run.keepFallBack(7, 'on the CPU from here on');
    const fallBack = {
      time: expect.any(String) as unknown,
      step: 7,
      message: 'on the CPU from here on',
    };
    expect(json('run.json')).toMatchObject({ status: 'running', fallBacks: [fallBack] });
    run.finish('completed');
    expect(json('run.json')).toMatchObject({ status: 'completed', fallBacks: [fallBack] });
  });

  it('numbers its samples so that they sort by step', () => {
    const file = create().keepSamples(50, { extension: 'npy', bytes: Uint8Array.of(1, 2) });
    expect(file).toBe('samples/step-000050.npy');
    expect([...readFileSync(join(folder, file))]).toEqual([1, 2]);
  });

  it('keeps the outcome, and the state of the last checkpoint as its own', () => {
    const run = create();
    run.keepCheckpoint(new Map([['a/b', numbers]]), momentOf(2), 2);
    run.finish('interrupted');
    const state = readSafetensors(readFileSync(join(folder, 'state.safetensors')), 'state');
    expect(state.get('a/b')).toEqual(numbers);
    const record = json('run.json') as { status: string; started: string; ended: string };
    expect(record.status).toBe('interrupted');
    expect(Date.parse(record.ended)).toBeGreaterThanOrEqual(Date.parse(record.started));
  });

  it('has the state that it has gone back to, where it is stopped there', () => {
    const run = create();
    run.keepCheckpoint(new Map([['a/b', numbers]]), momentOf(2), 2);
    run.keepCheckpoint(new Map(), momentOf(4), 2);
    run.goBack({ step: 2, runs: 0 }, { health: 'again' });
    expect(readdirSync(join(folder, 'checkpoints'))).toEqual(['step-000002']);
    run.finish('interrupted');
    const state = readSafetensors(readFileSync(join(folder, 'state.safetensors')), 'state');
    expect(state.get('a/b')).toEqual(numbers);
  });

  it('has no state of its own where the run failed', () => {
    const run = create();
    run.keepCheckpoint(new Map([['a/b', numbers]]), momentOf(2), 2);
    run.finish('failed');
    expect(json('run.json')).toMatchObject({ status: 'failed' });
    expect(existsSync(join(folder, 'state.safetensors'))).toBe(false);
  });

  it('may be an empty folder', () => {
    mkdirSync(folder);
    create();
    expect(existsSync(join(folder, 'run.json'))).toBe(true);
  });
});

describe('an output folder', () => {
  it.each([
    ['holds another run', 'run.json'],
    ['holds files that are not a run', 'thesis.txt'],
  ])('that %s is left alone', (what, file) => {
    mkdirSync(folder);
    writeFileSync(join(folder, file), 'mine');
    expect(() => create()).toThrow(
      expect.objectContaining({
        code: 'GAN510',
        exitCode: 2,
        message: `${folder} ${what}; nothing there was touched`,
        hint: 'Give --out a new or an empty folder, or leave it out: the run then gets a folder of its own under runs/.',
      }),
    );
    expect(readdirSync(folder)).toEqual([file]);
  });

  it('that is a file is left alone', () => {
    writeFileSync(folder, 'mine');
    expect(() => create()).toThrow(`${folder} is a file; nothing there was touched`);
    expect(readFileSync(folder, 'utf8')).toBe('mine');
  });

  it('below a file cannot be made', () => {
    writeFileSync(folder, 'mine');
    expect(() => create(join(folder, 'inner'))).toThrow(
      expect.objectContaining({
        code: 'GAN511',
        exitCode: 2,
        message: `${join(folder, 'inner')}: cannot be written (a part of the path is a file)`,
      }),
    );
  });

  // Permissions do not bind the superuser.
  it.skipIf(process.getuid?.() === 0)('without permission cannot be written', () => {
    chmodSync(parent, 0o500);
    expect(() => create()).toThrow(`${folder}: cannot be written (no permission)`);
    chmodSync(parent, 0o700);
  });

  it('that is removed during the run takes no event and no checkpoint', () => {
    const run = create();
    rmSync(folder, { recursive: true });
    expect(run.keepEvent({ time, type: 'samples', step: 1, file: null, count: 4 })).toMatchObject({
      code: 'GAN511',
    });
    expect(() => run.keepCheckpoint(new Map(), momentOf(1), 1)).toThrow(
      expect.objectContaining({ code: 'GAN511' }),
    );
  });
});
