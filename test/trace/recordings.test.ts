// Expected values: the cpu backend of tfjs, run eagerly on the same numbers.
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Shape } from '../../src/ir/tensorType.js';
import { tf, type Tensor, type Tensor4D } from '../../src/tf.js';
import { record } from '../../src/trace/record.js';
import { interpret } from '../../src/oracle/interpret.js';
import { randomNumbers } from '../oracle/random.js';

type Body = (...inputs: Tensor[]) => Tensor | Tensor[];

interface Example {
  readonly name: string;
  readonly shapes: readonly Shape[];
  readonly body: Body;
  /** The expected kernels, for functions that tfjs can compute in several ways. */
  readonly kernels?: readonly string[];
}

function example(name: string, shapes: readonly Shape[], body: Body, kernels?: string[]): Example {
  return { name, shapes, body, ...(kernels && { kernels }) };
}

const image = (x: Tensor | undefined) => x as Tensor4D;
const matrix = [[2, 3]];

const examples: readonly Example[] = [
  example('clone', matrix, (x) => tf.add(tf.clone(x), x), ['Add']),
  example('cast to the same type', matrix, (x) => tf.neg(tf.cast(x, 'float32')), ['Neg']),
  example('cast to int32 and back', matrix, (x) => tf.cast(tf.cast(x, 'int32'), 'float32')),
  example('exp of whole numbers', matrix, (x) => tf.exp(tf.cast(tf.cast(x, 'int32'), 'float32'))),
  example('zerosLike and onesLike', matrix, (x) => tf.add(tf.zerosLike(x), tf.onesLike(x)), [
    'Add',
  ]),
  example('fill', matrix, (x) => tf.mul(x, tf.fill([3], 0.3)), ['Multiply']),
  example('addN', [[2], [2], [2]], (...xs) => tf.addN(xs), ['Add', 'Add']),
  example('squaredDifference', [[2, 3], [3]], (a, b) => tf.squaredDifference(a, b)),
  example('floorDiv', [[6], [6]], (a, b) => tf.floorDiv(a, tf.add(tf.abs(b), 0.5))),
  example('mod', [[6], [6]], (a, b) => tf.mod(a, tf.add(tf.abs(b), 0.5))),
  example('logicalXor', [[6], [6]], (a, b) =>
    tf.cast(tf.logicalXor(tf.greater(a, 0), tf.greater(b, 0)), 'float32'),
  ),
  example('ceil', [[6]], (x) => tf.ceil(x)),
  example('isNaN', [[6]], (x) => tf.cast(tf.isNaN(tf.log(x)), 'float32')),
  example('tan', [[6]], (x) => tf.tan(x)),
  example('relu6', [[6]], (x) => tf.relu6(tf.mul(x, 6)), ['Multiply', 'ClipByValue']),
  example('prelu', [[4, 3], [3]], (x, slopes) => tf.prelu(x, slopes)),
  example('selu', [[6]], (x) => tf.selu(x)),
  example('leakyRelu', [[6]], (x) => tf.leakyRelu(x, 0.1), ['LeakyRelu']),
  example('where with broadcasting', [[2, 3], [3]], (x, y) => tf.where(tf.greater(x, 0), x, y)),
  example('expandDims', matrix, (x) => tf.expandDims(x, -1), ['Reshape']),
  example('reshape with a free axis', matrix, (x) => tf.reshape(x, [-1, 2]), ['Reshape']),
  example('squeeze', [[2, 1, 3]], (x) => tf.squeeze(x), ['Reshape']),
  example('transpose', matrix, (x) => tf.transpose(x), ['Transpose']),
  example('tile', matrix, (x) => tf.tile(x, [2, 1]), ['Tile']),
  example('broadcastTo', [[2, 1]], (x) => tf.broadcastTo(x, [2, 4]), ['BroadcastTo']),
  example('broadcastTo more axes', [[3]], (x) => tf.broadcastTo(x, [2, 3])),
  example(
    'pad',
    matrix,
    (x) =>
      tf.pad(
        x,
        [
          [0, 1],
          [2, 0],
        ],
        1.5,
      ),
    ['PadV2'],
  ),
  example('slice to the end', [[3, 4]], (x) => tf.slice(x, [1, 2]), ['Slice']),
  example('slice of some axes', [[3, 4]], (x) => tf.slice(x, [1], [1]), ['Slice']),
  example('split into equal parts', [[2, 6]], (x) => tf.split(x, 3, -1)),
  example('split by sizes', [[5, 2]], (x) => tf.split(x, [1, -1, 2], 0)),
  example('unstack', [[2, 3]], (x) => tf.unstack(x, -1)),
  example(
    'stack',
    [
      [2, 3],
      [2, 3],
    ],
    (...xs) => tf.stack(xs, 1),
  ),
  example(
    'stack at the end',
    [
      [2, 3],
      [2, 3],
    ],
    (...xs) => tf.stack(xs, -1),
  ),
  example(
    'concat at the end',
    [
      [2, 3],
      [2, 1],
    ],
    (...xs) => tf.concat(xs, -1),
    ['Concat'],
  ),
  example('reverse', [[2, 3]], (x) => tf.reverse(x, -1), ['Reverse']),
  example('reverse of all axes', [[2, 3]], (x) => tf.reverse(x), ['Reverse']),
  example('sum of all', matrix, (x) => tf.sum(x), ['Sum']),
  example('sum of negative axes', [[2, 3, 4]], (x) => tf.sum(x, [-1, 0], true), ['Sum']),
  example('mean', [[2, 3, 4]], (x) => tf.mean(x, [2, 1]), ['Mean']),
  example('max', matrix, (x) => tf.max(x, 1), ['Max']),
  example('min', matrix, (x) => tf.min(x, 0, true), ['Min']),
  example('softmax', [[2, 5]], (x) => tf.softmax(tf.mul(x, 50))),
  example('logSoftmax', [[2, 5]], (x) => tf.logSoftmax(tf.mul(x, 50))),
  example('logSumExp', [[2, 5]], (x) => tf.logSumExp(x, 1)),
  example('moments', [[4, 3]], (x) => {
    const { mean, variance } = tf.moments(x, 0);
    return [mean, variance];
  }),
  example('norm', [[4, 3]], (x) => tf.norm(x)),
  example('sigmoidCrossEntropy', [[4, 1]], (x) => tf.losses.sigmoidCrossEntropy(tf.onesLike(x), x)),
  example(
    'matMul',
    [
      [2, 3],
      [4, 3],
    ],
    (a, b) => tf.matMul(a, b, false, true),
    ['BatchMatMul'],
  ),
  example('dot', [[3], [3]], (a, b) => tf.dot(a, b)),
  ...(['linear', 'relu', 'relu6', 'elu', 'sigmoid', 'leakyrelu'] as const).map((activation) =>
    example(`fused matMul with ${activation}`, [[2, 3], [3, 4], [4]], (a, b, bias) =>
      tf.fused.matMul({ a, b, bias, activation, leakyreluAlpha: 0.3 }),
    ),
  ),
  example('fused matMul with prelu', [[2, 3], [3, 4], [4]], (a, b, slopes) =>
    tf.fused.matMul({
      a,
      b,
      activation: 'prelu',
      preluActivationWeights: slopes,
    }),
  ),
  example('fused conv2d', [[2, 5, 5, 2], [3, 3, 2, 3], [3]], (x, filter, bias) =>
    tf.fused.conv2d({
      x: image(x),
      filter: image(filter),
      strides: 2,
      pad: 'same',
      activation: 'relu',
      bias,
    }),
  ),
  example('batchNorm', [[4, 3], [3], [3], [3], [3]], (x, mean, variance, offset, scale) =>
    tf.batchNorm(x, mean, tf.square(variance), offset, scale, 0.01),
  ),
  example('batchNorm without scale and offset', [[4, 3], [3], [3]], (x, mean, variance) =>
    tf.batchNorm(x, mean, tf.square(variance)),
  ),
  example(
    'resizeNearestNeighbor',
    [[2, 2, 3, 2]],
    (x) => tf.image.resizeNearestNeighbor(image(x), [4, 9]),
    ['UpSampleNearest'],
  ),
  example('resizeNearestNeighbor at pixel centres', [[1, 2, 3, 1]], (x) =>
    tf.image.resizeNearestNeighbor(image(x), [6, 6], false, true),
  ),
  ...([1, 2, 3] as const).flatMap((strides) =>
    (['same', 'valid', 1] as const).map((pad) =>
      example(
        `conv2d with strides ${strides} and pad ${pad}`,
        [
          [2, 7, 6, 2],
          [3, 3, 2, 3],
        ],
        (x, filter) =>
          tf.conv2d(
            image(x),
            image(filter),
            strides,
            pad,
            'NHWC',
            1,
            ...(pad === 1 ? ['floor' as const] : []),
          ),
        ['Conv2D'],
      ),
    ),
  ),
  example(
    'conv2d with explicit padding',
    [
      [2, 5, 6, 1],
      [3, 3, 1, 2],
    ],
    (x, filter) =>
      tf.conv2d(
        image(x),
        image(filter),
        [2, 1],
        [
          [0, 0],
          [2, 0],
          [0, 3],
          [0, 0],
        ],
      ),
  ),
  ...([1, 2, 3] as const).map((strides) =>
    example(
      `conv2dTranspose with strides ${strides}`,
      [
        [2, 3, 4, 3],
        [5, 4, 2, 3],
      ],
      (x, filter) =>
        tf.conv2dTranspose(
          image(x),
          image(filter),
          [2, 3 * strides, 4 * strides, 2],
          strides,
          'same',
        ),
      ['Conv2DBackpropInput'],
    ),
  ),
];

function feedsOf({ shapes }: Example): Float32Array[] {
  const next = randomNumbers(11);
  return shapes.map((shape) =>
    Float32Array.from({ length: tf.util.sizeFromShape([...shape]) }, () => 4 * next() - 2),
  );
}

function eager({ shapes, body }: Example, feeds: readonly Float32Array[]) {
  return tf.tidy(() => {
    const inputs = shapes.map((shape, place) => tf.tensor(feeds[place] ?? [], [...shape]));
    return [body(...inputs)].flat().map((y) => ({ shape: y.shape, data: [...y.dataSync()] }));
  });
}

function recorded({ shapes, body }: Example) {
  return record('example', (recorder) => {
    const inputs = shapes.map((shape, place) =>
      recorder.input(`${place}`, { dtype: 'float32', shape }, 'feed'),
    );
    return [body(...inputs)]
      .flat()
      .map((tensor, place) => ({ name: `${place}`, kind: 'result', tensor }));
  });
}

beforeAll(async () => {
  tf.enableProdMode();
  await tf.setBackend('cpu');
});

describe.each(examples.map((one) => [one.name, one] as const))('a recorded %s', (_, one) => {
  it('computes the same numbers as tfjs', () => {
    const feeds = feedsOf(one);
    const expected = eager(one, feeds);
    const graph = recorded(one);
    const results = interpret(
      graph,
      new Map(feeds.map((data, place) => [`${place}`, Float64Array.from(data)])),
    );
    expect(graph.outputs.map(({ value }) => graph.types[value]?.shape)).toEqual(
      expected.map(({ shape }) => shape),
    );
    expected.forEach(({ data }, place) => {
      const found = [...(results.get(`${place}`) ?? [])];
      const scale = Math.max(...data.map(Math.abs), 1e-3);
      data.forEach((number, index) => {
        expect(Math.abs((found[index] ?? NaN) - number) / scale).toBeLessThan(2e-6);
      });
    });
  });
});

describe.each(
  examples.flatMap((one) => (one.kernels ? [[one.name, one, one.kernels] as const] : [])),
)('a recorded %s', (_, one, kernels) => {
  it('consists of the expected kernels', () => {
    expect(recorded(one).nodes.map(({ kernel }) => kernel)).toEqual(kernels);
  });
});

describe('a recording refuses', () => {
  const shapes = [
    [1, 6, 6, 1],
    [3, 3, 1, 1],
  ];
  it.each<[string, Body, string]>([
    [
      'dilated convolutions',
      (x, filter) => tf.conv2d(image(x), image(filter), 1, 'same', 'NHWC', 2),
      'a convolution is dilated',
    ],
    [
      'images as NCHW',
      (x) =>
        tf.conv2d(image(tf.transpose(x, [0, 3, 1, 2])), tf.zeros([3, 3, 1, 1]), 1, 'same', 'NCHW'),
      'a convolution takes images as NCHW',
    ],
    [
      'paddings that tfjs rounds in its own way',
      (x, filter) => tf.conv2d(image(x), image(filter), 2, 1, 'NHWC', 1, 'ceil'),
      'a convolution gives 4 x 4 positions, where its windows fit 3 x 3 times',
    ],
    [
      'resizing by other than whole factors',
      (x) => tf.image.resizeNearestNeighbor(image(x), [9, 6]),
      'images of 6 x 6 are resized to 9 x 6',
    ],
  ])('%s', (_, body, message) => {
    expect(() => recorded({ name: '', shapes, body })).toThrow(message);
  });
});
