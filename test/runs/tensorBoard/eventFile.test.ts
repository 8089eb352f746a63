/** The log of a run as a table, and for TensorBoard. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCompiler, eventFileOf, logTable, type TrainEvent } from '../../../src/index.js';
import { crc32c, recordOf } from '../../../src/runs/tensorBoard/records.js';

let folder = '';
let run = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ganspec-tensorboard-'));
  run = join(folder, 'run');
  const source = {
    data: { type: 'noise', shape: [4, 6, 1] },
    latent: { dim: 3 },
    generator: {
      layers: [
        { type: 'dense', units: 24 },
        { type: 'reshape', shape: [4, 6, 1] },
      ],
    },
    discriminator: { layers: ['flatten', { type: 'dense', units: 1 }] },
    training: { batchSize: 4, steps: 4 },
    monitor: {
      logEvery: 2,
      sampleEvery: 4,
      sampleCount: 4,
      metrics: ['slicedWasserstein'],
      metricsEvery: 4,
    },
  };
  const trained = await createCompiler()
    .compile(JSON.stringify(source))
    .train({ out: run })
    .result();
  await trained.dispose();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function events(): readonly TrainEvent[] {
  const lines = readFileSync(join(run, 'events.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as TrainEvent);
}

describe('logTable', () => {
  it('has a line for each line of the log and each evaluation', () => {
    const measured = events().filter(({ type }) => type === 'step' || type === 'evaluation');
    const [head = '', ...lines] = logTable(run).trim().split('\n');
    const names = head.split(',').slice(3);
    expect(names).toContain('slicedWasserstein');
    const expected = measured.map((event) => {
      if (event.type !== 'step' && event.type !== 'evaluation') throw new Error(event.type);
      const { step, type, time, metrics } = event;
      return [step, type, time, ...names.map((name) => metrics[name] ?? '')].join(',');
    });
    expect(lines).toEqual(expected);
    expect(lines.map((line) => line.split(',').slice(0, 2).join(' '))).toEqual([
      '1 step',
      '2 step',
      '4 step',
      '4 evaluation',
    ]);
  });

  it('refuses a folder that is no run, and a damaged event', () => {
    expect(() => logTable(folder)).toThrow(/is not the folder of a run/);
    const copy = readFileSync(join(run, 'events.jsonl'));
    writeFileSync(join(run, 'events.jsonl'), Buffer.concat([Buffer.from('{"type":\n'), copy]));
    expect(() => logTable(run)).toThrow(/events\.jsonl:1/);
    expect(() => eventFileOf(run)).toThrow(/events\.jsonl:1/);
    writeFileSync(join(run, 'events.jsonl'), copy);
  });
});

describe('eventFileOf', () => {
  it('has the checksums of RFC 3720', () => {
    expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
    expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa);
    // The first record of every file of events, as TensorFlow writes it, for the second 0.
    expect(
      recordOf(Buffer.from([9, 0, 0, 0, 0, 0, 0, 0, 0, 26, 13, ...Buffer.from('brain.Event:2')]))
        .subarray(0, 12)
        .toString('hex'),
    ).toBe('180000000000000' + '0a37f4b22');
  });

  it('gives TensorBoard scalars, pictures, the spec and hyper-parameters', ({ skip }) => {
    const python = process.env['GANSPEC_TEST_PYTHON'] ?? 'python3';
    const { status } = spawnSync(python, ['-c', 'import tensorboard']);
    if (status !== 0) skip(`${python} has no tensorboard`);
    const { name, bytes } = eventFileOf(run);
    const board = mkdtempSync(join(folder, 'board-'));
    writeFileSync(join(board, name), bytes);
    const { stdout, stderr } = spawnSync(python, [join(import.meta.dirname, 'read.py'), board], {
      encoding: 'utf8',
    });
    expect(stdout, stderr).not.toBe('');
    const read = JSON.parse(stdout) as {
      scalars: Record<string, [number, number][]>;
      images: [number, number, number][];
      spec: string;
      settings: Record<string, number>;
    };
    const logged = events().flatMap((event) => (event.type === 'step' ? [event] : []));
    expect(read.scalars['train/generatorLoss']).toEqual(
      logged.map(({ step, metrics }) => [step, Math.fround(metrics['generatorLoss'] ?? NaN)]),
    );
    expect(read.scalars['evaluation/slicedWasserstein']?.map(([step]) => step)).toEqual([4]);
    expect(read.images).toEqual([[4, 18, 14]]);
    expect(read.spec).toBe(
      `\`\`\`json\n${readFileSync(join(run, 'spec.json'), 'utf8').trim()}\n\`\`\``,
    );
    expect(read.settings).toMatchObject({ 'training.batchSize': 4, 'latent.dim': 3 });
  });
});
