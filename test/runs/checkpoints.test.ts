import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { sealedText } from '../../src/checkpoint/recordFile.js';
import { GanspecError } from '../../src/index.js';
import { version } from '../../src/version.js';
import type { CheckpointFacts } from '../../src/runs/checkpointFacts.js';
import {
  amendCheckpoint,
  newestCheckpoint,
  removeLater,
  setAsideLater,
  writeCheckpoint,
} from '../../src/runs/checkpoints.js';

let run = '';
beforeEach(() => {
  run = mkdtempSync(join(tmpdir(), 'ganspec-checkpoints-'));
});

const facts = (step: number, runs = 0): CheckpointFacts => ({
  format: 1,
  ganspec: '0.1.0',
  node: 'v20.0.0',
  run: 'one',
  time: '2026-01-31T23:59:59.123Z',
  step,
  unfinished: { runs, metrics: {} },
  seed: 0,
  engine: 'onnx',
  threads: null,
  cores: 2,
  samples: 100,
  events: 0,
  monitors: {},
});
const weight = (value: number) => ({
  dtype: 'float32' as const,
  shape: [2],
  data: Float32Array.of(value, value),
});

/** Writes a checkpoint whose weights are its step. */
const keep = (step: number, runs = 0, count = 9): void => {
  writeCheckpoint(run, new Map([['w', weight(step)]]), facts(step, runs), count);
};
const names = (): readonly string[] => readdirSync(join(run, 'checkpoints')).sort();
const stepOf = (from?: number): number =>
  newestCheckpoint(run, 'one', { from }).state.get('w')?.data[0] ?? NaN;
const path = (name: string): string => join(run, 'checkpoints', name);

function change(file: string, edit: (bytes: Buffer) => Uint8Array | string): void {
  writeFileSync(path(file), edit(readFileSync(path(file))));
}

function refusal(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof GanspecError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'none';
}

describe('checkpoints', () => {
  it('are kept as many as asked for, the newest', () => {
    for (const step of [1, 2, 10]) keep(step, 0, 2);
    expect(names()).toEqual(['step-000002', 'step-000010']);
    expect(stepOf()).toBe(10);
    expect(stepOf(2)).toBe(2);
  });

  it('are kept beyond that number where they are named', () => {
    for (const step of [1, 2, 3]) keep(step);
    writeCheckpoint(run, new Map([['w', weight(4)]]), facts(4), 1, [{ step: 2, runs: 0 }]);
    expect(names()).toEqual(['step-000002', 'step-000004']);
  });

  it('get other facts at one stroke, and keep their state', () => {
    keep(2);
    const written = amendCheckpoint(run, { step: 2, runs: 0 }, 'one', { events: 70 });
    expect(written?.name).toBe('checkpoints/step-000002');
    const { facts: now, state, files } = newestCheckpoint(run, 'one');
    expect(now).toMatchObject({ ...facts(2), events: 70 });
    expect(files).toEqual(written?.files);
    expect(state.get('w')).toEqual(weight(2));
    expect(readdirSync(path('step-000002')).sort()).toEqual(['manifest.json', 'state.safetensors']);
    expect(amendCheckpoint(run, { step: 3, runs: 0 }, 'one', {})).toBeUndefined();
  });

  it('later than a moment are removed where the run has gone back to it', () => {
    keep(2);
    keep(2, 1);
    keep(3);
    removeLater(run, { step: 2, runs: 0 });
    expect(names()).toEqual(['step-000002']);
  });

  it('within an iteration are newer than that after the iteration before', () => {
    keep(5);
    keep(5, 2);
    expect(names()).toEqual(['step-000005', 'step-000005+2']);
    expect(newestCheckpoint(run, 'one').facts.unfinished.runs).toBe(2);
  });

  it.each<[damage: string, act: () => void]>([
    [
      'a flipped bit in its state',
      () => {
        change('step-000002/state.safetensors', flip);
      },
    ],
    [
      'a state that is cut off',
      () => {
        change('step-000002/state.safetensors', (b) => b.subarray(1));
      },
    ],
    [
      'no state',
      () => {
        rmSync(path('step-000002/state.safetensors'));
      },
    ],
    [
      'a flipped bit in its manifest',
      () => {
        change('step-000002/manifest.json', flip);
      },
    ],
    [
      'an empty manifest',
      () => {
        change('step-000002/manifest.json', () => '');
      },
    ],
    [
      'no manifest',
      () => {
        rmSync(path('step-000002/manifest.json'));
      },
    ],
    [
      'the state of another one',
      () => {
        change('step-000002/state.safetensors', () =>
          readFileSync(path('step-000001/state.safetensors')),
        );
      },
    ],
    [
      'the manifest of another run',
      () => {
        change('step-000002/manifest.json', (b) => resealed(b, { run: 'two' }));
      },
    ],
  ])('with %s are skipped, named and left in place', (_, act) => {
    keep(1);
    keep(2);
    act();
    const { facts: found, skipped } = newestCheckpoint(run, 'one');
    expect(found.step).toBe(1);
    expect(skipped).toHaveLength(1);
    expect(skipped[0]?.message).toContain(path('step-000002'));
    expect(skipped[0]?.exitCode).toBe(6);
    expect(names()).toEqual(['step-000001', 'step-000002']);
  });

  it('of a newer format are refused with both versions, also where older ones can be read', () => {
    keep(1);
    keep(2);
    change('step-000002/manifest.json', (b) => resealed(b, { format: 2, ganspec: '9.0.0' }));
    expect(refusal(() => newestCheckpoint(run, 'one'))).toBe(
      `GAN606: ${path('step-000002')}: written in format 2 by ganspec 9.0.0; this version, ${version}, reads format 1`,
    );
    expect(stepOf(1)).toBe(1);
  });

  it('that a check refuses are skipped', () => {
    keep(1);
    keep(2);
    const check = (state: ReadonlyMap<string, { readonly data: ArrayLike<number> }>): void => {
      if (state.get('w')?.data[0] === 2) throw new GanspecError('GAN604', 6, 'not finite');
    };
    expect(newestCheckpoint(run, 'one', { check }).facts.step).toBe(1);
  });

  it('are listed where one is asked for that is not there', () => {
    expect(refusal(() => newestCheckpoint(run, 'one'))).toBe(`GAN607: ${run} has no checkpoint`);
    keep(1);
    keep(3);
    expect(refusal(() => newestCheckpoint(run, 'one', { from: 2 }))).toBe(
      `GAN607: ${run} has no checkpoint of step 2`,
    );
  });

  it('later than a moment are set aside, and never overwrite each other', () => {
    keep(1);
    keep(2);
    setAsideLater(run, { step: 1, runs: 0 });
    keep(2);
    setAsideLater(run, { step: 1, runs: 0 });
    expect(names()).toEqual(['step-000001', 'step-000002.aside', 'step-000002.aside-2']);
    expect(stepOf()).toBe(1);
  });
});

/** The bytes with one bit flipped in the middle. */
function flip(bytes: Buffer): Buffer {
  const at = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 4, at);
  return bytes;
}

/** A manifest with other facts and the digest that belongs to them. */
function resealed(bytes: Buffer, changes: object): string {
  const { sha256, ...record } = JSON.parse(bytes.toString()) as { readonly sha256: string };
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  return sealedText({ ...record, ...changes });
}
