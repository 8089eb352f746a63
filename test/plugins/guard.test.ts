import { describe, expect, it, vi } from 'vitest';
import {
  defineDataset,
  type EncodedSamples,
  type LoadedDataset,
} from '../../src/entries/dataset.js';
import { defineLayer } from '../../src/entries/layer.js';
import { defineLoss } from '../../src/entries/loss.js';
import { defineSchedule } from '../../src/entries/schedule.js';
import type { Entry } from '../../src/entries/entry.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { guarded } from '../../src/plugins/guard.js';
import { entryLike } from '../entries/entryLike.js';

const { schema } = entryLike('loss', 'acme/odd');
const config = { type: 'acme/odd' };

/** The error that an action throws, with LINE for the line of this file in its message. */
function thrown(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return withoutLine(error);
  }
  throw new Error('nothing was thrown');
}

function withoutLine(error: unknown): unknown {
  if (error instanceof Error) {
    error.message = error.message.replace(
      /\(at test\/plugins\/guard\.test\.ts:\d+\)$/,
      '(at LINE)',
    );
  }
  return error;
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
const context = { baseDir: '.', dataDir: undefined, seed: 0 };

/** Reads properties with the target as `this`, as proxies of objects with private fields must. */
const bound: ProxyHandler<LoadedDataset> = {
  get: (target, name) => {
    const part: unknown = Reflect.get(target, name, target);
    return typeof part === 'function' ? (part.bind(target) as unknown) : part;
  },
};

function cyclic(): object {
  const recipe: { self?: object } = {};
  recipe.self = recipe;
  return recipe;
}

/** The open data set of a plugin whose `open` this is. */
async function openedWith(
  open: () => LoadedDataset | Promise<LoadedDataset>,
): Promise<LoadedDataset | undefined> {
  const data = guarded(defineDataset({ type: 'acme/odd', schema, describe: () => facts, open }));
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
      message: './odd.mjs: discriminatorLoss of loss "acme/odd" throws: no such thing (at LINE)',
      hint: 'Run `ganspec plugin check ./odd.mjs`: it tries every function of every entry.',
    });
  });

  it.each([
    [
      'tf.sub(...).mean is not a function',
      'tf.sub(...).mean is not a function: the operations of tensors are functions, as in tf.mean(tf.sub(…))',
    ],
    ['real.average is not a function', 'real.average is not a function'],
    ['tf.average is not a function', 'tf.average is not a function'],
  ])('is told of the operation that it calls as a method: %s', (message, told) => {
    const entry = lossOf(() => {
      throw new TypeError(message);
    });
    expect(thrown(() => callLoss(entry))).toMatchObject({
      message: `discriminatorLoss of loss "acme/odd" throws: ${told} (at LINE)`,
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

  it.each<[fault: string, read: LoadedDataset['read'], message: string]>([
    [
      'throws',
      () => {
        throw new Error('disk gone');
      },
      'read of dataset "acme/odd" throws: disk gone (at LINE)',
    ],
    [
      'is asynchronous',
      // A function that gives a promise is one that gives nothing, for TypeScript.
      () => Promise.resolve(),
      'read of dataset "acme/odd" gives a promise, not its samples at once, in its second argument',
    ],
    [
      'gives the array to another thread',
      (_, out) => {
        if (out.buffer instanceof ArrayBuffer) structuredClone(out, { transfer: [out.buffer] });
      },
      'read of dataset "acme/odd" gives undefined, not its samples at once, in its second argument',
    ],
    [
      'writes nothing',
      () => undefined,
      'read of dataset "acme/odd" leaves 1 of 1 numbers, the first at index 0, unwritten',
    ],
  ])('is named where `read` of its open data set %s', async (_, read, message) => {
    const dataset = await openedWith(() => ({ ...facts, read }));
    expect(thrown(() => dataset?.read(Uint32Array.of(0), new Float32Array(1)))).toMatchObject({
      code: 'GAN803',
      exitCode: 3,
      message,
    });
  });

  it.each<[fault: string, hook: () => void, message: string]>([
    ['ends the process', () => process.exit(0), 'process.exit(0) would end the whole program'],
    [
      'gives all objects a property',
      () => {
        Object.assign(Object.prototype, { steps: 3 });
      },
      'it adds Object.prototype.steps, which all code shares',
    ],
  ])('is named where a hook %s', (_, hook, message) => {
    const entry = lossOf(hook as () => never);
    expect(thrown(() => callLoss(entry))).toMatchObject({
      code: 'GAN803',
      message: expect.stringContaining(
        `discriminatorLoss of loss "acme/odd" throws: ${message}`,
      ) as unknown,
    });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('is named where a method of its open data set writes a part of the numbers or of the classes', async () => {
    const dataset = await openedWith(() => ({
      ...facts,
      classes: 2,
      read: (_, out) => out.fill(NaN, 0, 3),
      readLabels: (_, out) => out.fill(1, 1),
    }));
    expect(() => dataset?.read([0, 0, 0, 0], new Float32Array(4))).toThrow(
      'read of dataset "acme/odd" leaves 1 of 4 numbers, the first at index 3, unwritten',
    );
    expect(() => dataset?.readLabels?.([0, 0], new Int32Array(2))).toThrow(
      'readLabels of dataset "acme/odd" leaves 1 of 2 classes, the first at index 0, unwritten',
    );
  });

  it('opens a data set of a class with private fields, each property of which is read once', async () => {
    class Ones {
      #value = 1;
      #counted = 0;
      readonly shape = [1];
      get range(): null {
        return null;
      }
      get count(): number {
        this.#counted += 1;
        return this.#counted;
      }
      get classes(): null {
        return null;
      }
      read(_: ArrayLike<number>, out: Float32Array): void {
        out.fill(this.#value);
      }
    }
    const proxied = new Proxy<LoadedDataset>(new Ones(), bound);
    const opened: readonly LoadedDataset[] = [new Ones(), Object.freeze(new Ones()), proxied];
    for (const ones of opened) {
      const dataset = await openedWith(() => ones);
      const out = new Float32Array(1);
      dataset?.read([0], out);
      expect(dataset).toMatchObject({ shape: [1], range: null, count: 1, classes: null });
      expect([dataset?.count, out[0]]).toEqual([1, 1]);
    }
  });

  it('keeps the methods of a class that has an `encode` of its own', async () => {
    class Ones {
      readonly shape = [1];
      readonly range = null;
      readonly count = 1;
      readonly classes = null;
      readonly recipe = 'x';
      read(_: ArrayLike<number>, out: Float32Array): void {
        out.fill(1);
      }
    }
    class Definition {
      readonly type = 'acme/odd';
      readonly schema = schema;
      readonly #extension = 'bin';
      describe = (): typeof facts => facts;
      open = (): Ones => new Ones();
      encode(_: Float32Array, __: unknown, recipe: string): EncodedSamples {
        return { extension: this.#extension, bytes: Buffer.from(recipe) };
      }
    }
    const data = guarded(defineDataset<typeof config, string>(new Definition()));
    const dataset = data.kind === 'dataset' ? await data.open(config, context) : undefined;
    expect(dataset?.encode?.(new Float32Array(1))).toMatchObject({ extension: 'bin' });
    const out = new Float32Array(1);
    dataset?.read([0], out);
    expect(out[0]).toBe(1);
  });

  it.each<[fault: string, odd: object, message: string]>([
    [
      'a getter that throws',
      {
        get count() {
          throw new Error('trap');
        },
      },
      'open of dataset "acme/odd" throws: trap (at LINE)',
    ],
    [
      'classes without labels',
      { classes: 2 },
      'open of dataset "acme/odd" gives an object, not one with readLabels, as its samples have classes',
    ],
    [
      'warnings that are none',
      { warnings: [{ code: 3 }] },
      'open of dataset "acme/odd" gives an object, not one whose warnings are objects with texts as code and message',
    ],
    [
      'a recipe that is no JSON',
      { recipe: 1n },
      'open of dataset "acme/odd" gives an object, not one whose recipe is plain JSON',
    ],
    [
      'a recipe that contains itself',
      { recipe: cyclic() },
      'open of dataset "acme/odd" throws: an object contains itself',
    ],
  ])('is named where it opens a data set with %s', async (_what, odd, message) => {
    const opened: LoadedDataset = { ...facts, read: () => undefined };
    Object.defineProperties(opened, Object.getOwnPropertyDescriptors(odd));
    const error = await openedWith(() => opened).catch(withoutLine);
    expect(error).toMatchObject({ code: 'GAN803', message });
  });

  it.each<[string, unknown]>([
    [
      'a proxy that refuses everything',
      new Proxy(
        {},
        {
          getPrototypeOf() {
            throw new Error('no');
          },
          get() {
            throw new Error('no');
          },
        },
      ),
    ],
    [
      'an object whose text throws',
      {
        toString() {
          throw new Error('no');
        },
      },
    ],
  ])('is named where it throws %s', (_what, odd) => {
    const entry = lossOf(() => {
      throw odd;
    });
    expect(thrown(() => callLoss(entry))).toMatchObject({
      code: 'GAN803',
      message: 'discriminatorLoss of loss "acme/odd" throws: a value that cannot be read',
    });
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
