import { describe, expect, it, vi } from 'vitest';
import { defineDataset, type LoadedDataset } from '../../src/entries/dataset.js';
import { defineLayer } from '../../src/entries/layer.js';
import { defineLoss } from '../../src/entries/loss.js';
import { defineSchedule } from '../../src/entries/schedule.js';
import type { Entry } from '../../src/entries/entry.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { guarded } from '../../src/plugins/guard.js';
import { entryLike } from '../entries/entryLike.js';

const { schema } = entryLike('loss', 'acme/odd');
const config = { type: 'acme/odd' };

/** The error that an action throws. */
function thrown(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

function lossOf(discriminatorLoss: () => never, origin?: string): Entry {
  const hooks = { discriminatorLoss, generatorLoss: discriminatorLoss };
  const entry = defineLoss({ type: 'acme/odd', schema, scores: 'logits', ...hooks });
  return guarded({ ...entry, ...(origin !== undefined && { origin }) });
}

function callLoss(entry: Entry): unknown {
  return entry.kind === 'loss' && entry.discriminatorLoss({} as never, config, {} as never);
}

const facts = { shape: [1], range: null, count: 1, classes: null };

/** The open data set of a plugin whose `open` this is. */
async function openedWith(
  open: () => LoadedDataset | Promise<LoadedDataset>,
): Promise<LoadedDataset | undefined> {
  const data = guarded(defineDataset({ type: 'acme/odd', schema, describe: () => facts, open }));
  const context = { baseDir: '.', dataDir: undefined, seed: 0 };
  return data.kind === 'dataset' ? data.open(config, context) : undefined;
}

describe('the entry of a plugin', () => {
  it('is named with file and hook where a hook throws', () => {
    const entry = lossOf(() => {
      throw new TypeError('no such thing');
    }, './odd.mjs');
    expect(thrown(() => callLoss(entry))).toMatchObject({
      code: 'GAN803',
      exitCode: 3,
      message: './odd.mjs: discriminatorLoss of loss "acme/odd" throws: no such thing',
      hint: 'Run `ganspec plugin check ./odd.mjs`: it tries every function of every entry.',
    });
  });

  it('is named where a hook returns no tensor', () => {
    expect(thrown(() => callLoss(lossOf((() => 3) as () => never)))).toMatchObject({
      code: 'GAN803',
      message:
        'discriminatorLoss of loss "acme/odd" gives 3, not a scalar; take a mean over the batch',
      hint: 'Mend the entry: its functions must work for all options that its schema allows.',
    });
  });

  it('is named where its promise is rejected, or the schedule that it made throws', async () => {
    const data = guarded(
      defineDataset({
        type: 'acme/odd',
        schema,
        describe: () => ({ shape: [1], range: null, count: 1, classes: null }),
        open: () => Promise.reject(new Error('gone')),
      }),
    );
    const context = { baseDir: '.', dataDir: undefined, seed: 0 };
    const opening = data.kind === 'dataset' ? data.open(config, context) : undefined;
    await expect(opening).rejects.toThrow('open of dataset "acme/odd" throws: gone');
    const schedule = guarded(
      defineSchedule({
        type: 'acme/odd',
        schema,
        make: () => () => {
          throw new Error('late');
        },
      }),
    );
    const valueAt = schedule.kind === 'schedule' ? schedule.make(config) : undefined;
    expect(() => valueAt?.(0)).toThrow('make of schedule "acme/odd" throws: late');
  });

  it.each<[fault: string, read: () => void, message: string]>([
    [
      'throws',
      () => {
        throw new Error('disk gone');
      },
      'read of dataset "acme/odd" throws: disk gone',
    ],
    [
      'is asynchronous',
      // A function that gives a promise is one that gives nothing, for TypeScript.
      () => Promise.resolve(),
      'read of dataset "acme/odd" gives a promise, not its samples at once, in its second argument',
    ],
  ])('is named where `read` of its open data set %s', async (_, read, message) => {
    const dataset = await openedWith(() => ({ ...facts, read }));
    expect(thrown(() => dataset?.read([0], new Float32Array(1)))).toMatchObject({
      code: 'GAN803',
      exitCode: 3,
      message,
    });
  });

  it('keeps the data set that it opens, also where that is an instance of a class', async () => {
    class Ones {
      readonly shape = [1];
      readonly range = null;
      readonly count = 1;
      readonly classes = null;
      readonly value = 1;
      read(_: ArrayLike<number>, out: Float32Array): void {
        out.fill(this.value);
      }
    }
    const dataset = await openedWith(() => new Ones());
    const out = new Float32Array(1);
    dataset?.read([0], out);
    expect([dataset?.shape, out[0]]).toEqual([[1], 1]);
  });

  it('is named where its promise does not settle in 10 minutes', async () => {
    vi.useFakeTimers();
    const opening = openedWith(() => new Promise(() => undefined));
    const refused = expect(opening).rejects.toThrow(
      'open of dataset "acme/odd" gives a promise that has not settled in 10 minutes',
    );
    await vi.advanceTimersByTimeAsync(600_000);
    await refused;
    vi.useRealTimers();
  });

  it('may refuse a shape', () => {
    const refusal = new LayerShapeError('too small', 'use a larger one');
    const layer = guarded(
      defineLayer({
        type: 'acme/odd',
        schema,
        outputShape: () => {
          throw refusal;
        },
        apply: (x) => x,
      }),
    );
    expect(thrown(() => layer.kind === 'layer' && layer.outputShape([[1]], config))).toBe(refusal);
  });
});
