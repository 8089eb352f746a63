import { describe, expect, it } from 'vitest';
import { gradients } from '../../src/autodiff/gradients.js';
import { tf, type Tensor } from '../../src/tf.js';
import { record, type Recorder } from '../../src/trace/record.js';
import { interpret } from '../../src/oracle/interpret.js';

/** The values of the gradients of a function of vectors `a` and `b`. */
function numbers(
  body: (recorder: Recorder, a: Tensor, b: Tensor) => readonly Tensor[],
  a: readonly number[] = [1, 2],
  b: readonly number[] = [3, 5],
) {
  const graph = record('gradients', (recorder) => {
    const type = (values: readonly number[]) =>
      ({ dtype: 'float32', shape: [values.length] }) as const;
    const inputs = [
      recorder.input('a', type(a), 'feed'),
      recorder.input('b', type(b), 'feed'),
    ] as const;
    return body(recorder, ...inputs).map((tensor, place) => ({
      name: `${place}`,
      kind: 'result',
      tensor,
    }));
  });
  const feeds = new Map([
    ['a', Float64Array.from(a)],
    ['b', Float64Array.from(b)],
  ]);
  return {
    graph,
    values: [...interpret(graph, feeds).values()].map((result) => [...result]),
  };
}

describe('gradients', () => {
  it('are those of the sum of y', () => {
    const { values } = numbers((recorder, a, b) => gradients(recorder, tf.mul(a, b), [a, b]));
    expect(values).toEqual([
      [3, 5],
      [1, 2],
    ]);
  });

  it('are weighted by the seed', () => {
    const { values } = numbers((recorder, a, b) => gradients(recorder, tf.mul(a, b), [a], b));
    expect(values).toEqual([[9, 25]]);
  });

  it('are zeros where y does not depend on x', () => {
    const { values } = numbers((recorder, a, b) => gradients(recorder, tf.exp(a), [b]));
    expect(values).toEqual([[0, 0]]);
  });

  it('add up over all uses of a tensor', () => {
    const { values } = numbers((recorder, a) =>
      gradients(recorder, tf.add(tf.mul(a, a), tf.mul(a, 3)), [a]),
    );
    expect(values).toEqual([[5, 7]]);
  });

  it('can be taken with respect to intermediate results and the inputs before them', () => {
    const { values } = numbers((recorder, a) => {
      const square = tf.square(a);
      return gradients(recorder, tf.mul(square, 10), [square, a]);
    });
    expect(values).toEqual([
      [10, 10],
      [20, 40],
    ]);
  });

  it('are the seed where y is x itself', () => {
    const { values } = numbers((recorder, a, b) => gradients(recorder, a, [a], b));
    expect(values).toEqual([[3, 5]]);
  });

  it('do not pass stopGradient', () => {
    const { values } = numbers((recorder, a) =>
      gradients(recorder, tf.mul(recorder.stopGradient(a), a), [a]),
    );
    expect(values).toEqual([[1, 2]]);
  });

  it('do not pass through int32 tensors', () => {
    const { values } = numbers((recorder, a) =>
      gradients(recorder, tf.mul(tf.cast(tf.cast(a, 'int32'), 'float32'), a), [a]),
    );
    expect(values).toEqual([[1, 2]]);
  });

  it('can be taken of tensors that tfjs has already freed', () => {
    const { values } = numbers(
      (recorder, a) => {
        const y = tf.tidy(() => tf.square(tf.sin(tf.square(a))));
        return gradients(recorder, y, [a]);
      },
      [0, 0],
    );
    expect(values).toEqual([[0, 0]]);
  });

  it('are computed only along paths to the requested tensors', () => {
    const { graph } = numbers((recorder, a, b) => gradients(recorder, tf.mul(a, b), [a]));
    expect(graph.nodes.map(({ kernel }) => kernel)).toEqual(['Multiply', 'Multiply']);
  });

  it('have the origins of the differentiated nodes', () => {
    const { graph } = numbers((recorder, a) => {
      const y = recorder.at('/generator/layers/3', () => tf.tanh(a));
      return recorder.at('/optimizers/generator', () => gradients(recorder, y, [a]));
    });
    expect(new Set(graph.nodes.map(({ origin }) => origin))).toEqual(
      new Set(['/generator/layers/3']),
    );
  });

  it('are refused for tensors that are not float32', () => {
    expect(() => numbers((recorder, a) => gradients(recorder, tf.cast(a, 'int32'), [a]))).toThrow(
      'a tensor i32[2] has no gradient: only float32 has',
    );
  });
});

describe('at a kink the gradient', () => {
  it.each<[string, (a: Tensor, b: Tensor) => Tensor, number[], number[]]>([
    ['of relu is that from below', (a) => tf.relu(a), [0, 0], [0, 0]],
    ['of leakyRelu is that from below', (a) => tf.leakyRelu(a, 0.25), [0.25, 0.25], [0, 0]],
    ['of abs is 0', (a) => tf.abs(a), [0, 0], [0, 0]],
    ['of clipByValue is 1 at both ends', (a) => tf.clipByValue(a, -1, 1), [1, 1], [0, 0]],
    ['of maximum goes to the first operand', (a, b) => tf.maximum(a, b), [1, 1], [0, 0]],
    ['of minimum goes to the first operand', (a, b) => tf.minimum(a, b), [1, 1], [0, 0]],
    ['of max is shared equally', (a) => tf.max(a), [0.5, 0.5], [0, 0]],
    ['of min is shared equally', (a) => tf.min(a), [0.5, 0.5], [0, 0]],
  ])('%s', (title, body, gradientA, gradientB) => {
    const at = title.includes('clip') ? [-1, 1] : title.startsWith('of m') ? [2, 2] : [0, 0];
    const { values } = numbers((recorder, a, b) => gradients(recorder, body(a, b), [a, b]), at, at);
    expect(values).toEqual([gradientA, gradientB]);
  });

  it('of a chosen branch is untouched by infinity in the other', () => {
    const { values } = numbers(
      (recorder, a) =>
        gradients(recorder, tf.where(tf.greater(a, 0), tf.sqrt(a), tf.zerosLike(a)), [a]),
      [0, 4],
    );
    expect(values[0]?.[1]).toBe(0.25);
  });
});
