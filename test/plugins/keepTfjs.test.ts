import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { defineActivation } from '../../src/entries/activation.js';
import type { Tensor } from '../../src/tf.js';
import { tf } from '../../src/tf.js';
import { record } from '../../src/trace/record.js';
import { guarded } from '../../src/plugins/guard.js';
import { printGraph } from '../../src/ir/print.js';
import { entryLike } from '../entries/entryLike.js';

const { schema } = entryLike('loss', 'acme/odd');

/** The graph of an activation of a plugin whose `apply` this is, followed by a method of its output. */
function recorded(apply: (x: Tensor) => Tensor): string {
  const entry = guarded({
    ...defineActivation({ type: 'acme/odd', schema, apply, range: (range) => range }),
    origin: './odd.mjs',
  });
  return printGraph(
    record('test', (recorder) => {
      const x = recorder.input('x', { dtype: 'float32', shape: [2] }, 'feed');
      const y = entry.kind === 'activation' ? entry.apply(x, { type: 'acme/odd' }) : x;
      return [{ name: 'y', kind: 'result', tensor: y.clone() }];
    }),
  );
}

const plain = (): string => recorded((x) => tf.neg(x));

describe('a hook that changes the state of tfjs', () => {
  it.each<[called: string, act: () => unknown, reason: string]>([
    ['tf.setBackend', () => tf.setBackend('cpu'), 'TensorFlow.js is shared with ganspec'],
    ['tf.setBackend', () => tf.setBackend('none'), 'TensorFlow.js is shared with ganspec'],
    [
      'tf.removeBackend',
      () => {
        tf.removeBackend(tf.getBackend());
      },
      'TensorFlow.js is shared with ganspec',
    ],
    [
      'tf.reset',
      () => {
        tf.engine().reset();
      },
      'TensorFlow.js is shared with ganspec',
    ],
    [
      'tf.env().set',
      () => {
        tf.enableDebugMode();
      },
      'TensorFlow.js is shared with ganspec',
    ],
    ['tf.time', () => tf.time(() => undefined), 'nothing is computed yet'],
    ['tf.profile', () => tf.profile(() => tf.scalar(1)), 'nothing is computed yet'],
    [
      'tf.customGrad',
      () => tf.customGrad((x) => ({ value: tf.square(x as Tensor), gradFunc: (dy) => dy })),
      'ganspec derives the gradients',
    ],
  ])('is named with file, entry and hook: %s', (called, act, reason) => {
    const hook = (x: Tensor): Tensor => {
      void act();
      return x;
    };
    expect(() => recorded(hook)).toThrow(
      `./odd.mjs: apply of activation "acme/odd" throws: ${called} cannot be called in a plugin: ${reason}`,
    );
    expect(plain()).toContain('Neg');
  });

  it.each<[string, (x: Tensor) => Tensor]>([
    [
      'starts a scope',
      (x) => {
        tf.engine().startScope();
        return x;
      },
    ],
    [
      'ends the scope of the recording',
      (x) => {
        tf.engine().endScope();
        return x;
      },
    ],
  ])('is named where it %s, and the next recording works', (_what, hook) => {
    expect(() => recorded(hook)).toThrow(
      './odd.mjs: apply of activation "acme/odd" throws: it starts or ends scopes of tf.engine(): use tf.tidy',
    );
    expect(plain()).toContain('Neg');
  });

  it.each<[string, (x: Tensor) => Tensor]>([
    ['runs in tf.tidy', (x) => tf.tidy(() => tf.neg(x))],
    [
      'takes its result out of tf.tidy by a variable',
      (x) => {
        let y = x;
        tf.tidy(() => {
          y = tf.neg(x);
        });
        return y;
      },
    ],
    [
      'disposes of its input',
      (x) => {
        const y = tf.neg(x);
        tf.dispose(x);
        return y;
      },
    ],
    [
      'disposes of its output',
      (x) => {
        const y = tf.neg(x);
        y.dispose();
        return y;
      },
    ],
  ])('records the same graph where it %s', (_what, hook) => {
    expect(recorded(hook)).toBe(plain());
  });
});

describe('a hook that changes a recorded tensor', () => {
  it.each<[string, (x: Tensor) => unknown, string]>([
    ['shape.push', (x) => x.shape.push(3), 'Cannot add property 1, object is not extensible'],
    [
      'shape',
      (x) => Object.assign(x, { shape: [3] }),
      "Cannot assign to read only property 'shape' of object '[object Object]'",
    ],
    [
      'dtype',
      (x) => Object.assign(x, { dtype: 'bool' }),
      "Cannot assign to read only property 'dtype' of object '[object Object]'",
    ],
    [
      'size',
      (x) => Object.assign(x, { size: 7 }),
      "Cannot assign to read only property 'size' of object '[object Object]'",
    ],
  ])('is named with file, entry and hook: %s', (_what, change, reason) => {
    const hook = (x: Tensor): Tensor => {
      const y = tf.neg(x);
      change(y);
      return y;
    };
    expect(() => recorded(hook)).toThrow(
      `./odd.mjs: apply of activation "acme/odd" throws: ${reason}`,
    );
    expect(plain()).toContain('Neg');
  });
});

it('a program may change the backend beside hooks', async () => {
  const before = tf.getBackend();
  plain();
  expect(await tf.setBackend('cpu')).toBe(true);
  expect(tf.getBackend()).toBe('cpu');
  if (before) await tf.setBackend(before);
});

it('a recording does not read tensors in the debug mode of the program', () => {
  const flags = tf.env().getFlags();
  flags['DEBUG'] = true;
  try {
    expect(plain()).toContain('Neg');
    expect(tf.env().getBool('DEBUG')).toBe(true);
  } finally {
    flags['DEBUG'] = false;
  }
});
