/** A state that was trained elsewhere becomes a run. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSafetensors, writeSafetensors } from '../../src/checkpoint/safetensors.js';
import {
  createCompiler,
  GanspecError,
  importRun,
  openRun,
  type TensorMap,
} from '../../src/index.js';
import { exported, newFolder } from './targets/exported.js';
import { convolutional } from './targets/smallImages.js';

/** The state of a project after two iterations, with the text of its spec. */
async function project(): Promise<{ folder: string; state: TensorMap; spec: string }> {
  const { folder, session } = await exported(convolutional, 'pytorch');
  await session.dispose();
  const file = join(folder, 'state.safetensors');
  const spec = readFileSync(join(folder, 'spec.json'), 'utf8');
  return { folder, state: readSafetensors(readFileSync(file), file), spec };
}

/** Writes a checkpoint of a project. */
function checkpoint(folder: string, step: number, state: TensorMap, spec?: string): string {
  mkdirSync(join(folder, 'run/checkpoints'), { recursive: true });
  const file = join(folder, `run/checkpoints/step-${String(step).padStart(6, '0')}.safetensors`);
  writeFileSync(file, writeSafetensors(state, spec === undefined ? {} : { spec }));
  return file;
}

async function errorOf(promise: Promise<unknown>): Promise<GanspecError> {
  const error: unknown = await promise.catch((thrown: unknown) => thrown);
  if (error instanceof GanspecError) return error;
  throw error;
}

const numbers = (...values: readonly number[]) =>
  ({ dtype: 'float32', shape: [values.length], data: Float32Array.from(values) }) as const;

it('the newest checkpoint of a project becomes a run with its state, which goes on', async () => {
  const { folder, state, spec } = await project();
  const later: TensorMap = new Map([
    ...state,
    ['training/step', { dtype: 'int32', shape: [], data: Int32Array.of(30) }],
  ]);
  checkpoint(folder, 20, state, spec);
  const file = checkpoint(folder, 30, later, spec);
  const out = join(newFolder(), 'run');
  expect(await importRun(folder, { out })).toEqual({ folder: out, file, iteration: 30 });
  const run = await openRun(out);
  const found = await run.session.readState();
  for (const [name, { data }] of later) expect(found.get(name)?.data, name).toEqual(data);
  const types = [];
  for await (const { type } of run.train({ steps: 31 })) types.push(type);
  expect(types.at(-1)).toBe('end');
  await run.dispose();
});

describe('a state that cannot be imported is refused', () => {
  it('as a file that is none, or tells no spec', async () => {
    const { folder, state } = await project();
    const out = join(newFolder(), 'run');
    const missing = await errorOf(importRun('nowhere', { out }));
    expect([missing.code, missing.exitCode, missing.message, missing.hint]).toEqual([
      'GAN612',
      2,
      'there is no state to import in nowhere: missing',
      'Name a folder that `ganspec export --to pytorch` made, or one of its files step-….safetensors.',
    ]);
    const mute = checkpoint(folder, 1, state);
    expect((await errorOf(importRun(mute, { out }))).message).toBe(
      `there is no state to import in ${mute}: it does not tell its spec: give one`,
    );
  });

  it('with each tensor that differs in name or shape', async () => {
    const { folder, state, spec } = await project();
    const changed = new Map(state);
    changed.delete('generator/dense_0/bias');
    changed.set('generator/dense_9/bias', numbers(0));
    changed.set('generator/conv2d_0/bias', numbers(0, 0));
    const file = checkpoint(folder, 1, changed, spec);
    const error = await errorOf(importRun(file, { out: join(newFolder(), 'run') }));
    expect([error.code, error.exitCode, error.message, error.hint]).toEqual([
      'GAN613',
      6,
      `${file} has other tensors than this spec: generator/dense_0/bias is only here; generator/conv2d_0/bias is f32[1] here and f32[2] there; generator/dense_9/bias is only there`,
      'Import the state of a project that was exported from this very spec.',
    ]);
  });

  it('with each key of another spec', async () => {
    const { folder } = await project();
    const spec = createCompiler().read('ring', { set: ['training.batchSize=4'] });
    const error = await errorOf(importRun(folder, { out: join(newFolder(), 'run'), spec }));
    expect([error.code, error.hint]).toEqual([
      'GAN605',
      'Import it with its own spec, which is in the file, by leaving the other one out.',
    ]);
    expect(error.message).toContain('state.safetensors is of another spec: ');
    expect(error.message).toContain('latent.dim: 4 → 2');
  });
});
