/** Convolutions by whole maps, whether they pay or not, as tfjs-converter runs them, against the float64 interpreter. */
import { describe, expect, it } from 'vitest';
import { encodeGraphModel } from '../../../src/export/graphModel.js';
import { wholeMapPays } from '../../../src/lowering/tensorflow/convolution/wholeMapCost.js';
import { WholeMapConvolution } from '../../../src/lowering/tensorflow/convolution/wholeMapConvolution.js';
import { TensorFlowBuilder } from '../../../src/lowering/tensorflow/tensorflowBuilder.js';
import { interpret } from '../../../src/oracle/interpret.js';
import { tensor } from '../../conformance/tensors.js';
import { loadModel, predict } from '../../export/loadModel.js';
import { caseFeeds, caseGraph, caseTitle } from '../../oracle/kernelCases.js';
import { convCases } from '../convolution/convCases.js';
import { squareGeometry } from '../convolution/squareGeometry.js';

const cases = convCases.map((given) => ({ ...given, title: caseTitle(given.one) }));

describe('convolutions by whole maps', () => {
  it.each(cases)('compute $title', async ({ one, geometry, method }) => {
    const graph = caseGraph(one);
    const numbers = caseFeeds(one);
    const feeds = graph.inputs.map(({ name }, at) => {
      const shape = one.inputs[at]?.shape ?? [];
      return [name, tensor('float32', shape, numbers.get(name) ?? [])] as const;
    });
    const tensorflow = new TensorFlowBuilder();
    const [a, b] = graph.inputs.map((input, at) =>
      tensorflow.input(input, { dtype: 'float32', shape: one.inputs[at]?.shape ?? [] }),
    );
    const [output] = graph.outputs;
    if (!a || !b || !output) throw new Error('a convolution has two operands and a result');
    tensorflow.output(output, new WholeMapConvolution(geometry, tensorflow)[method](a, b));
    const { model, weights } = encodeGraphModel(tensorflow.finish(), 'test');
    const loaded = await loadModel(model, weights);
    const { shape, data } = predict(loaded, new Map(feeds));
    loaded.dispose();
    const expected = [...(interpret(graph, numbers).get('y') ?? [])];
    expect(shape).toEqual(graph.types.at(-1)?.shape);
    expect(data).toHaveLength(expected.length);
    data.forEach((value, at) => {
      expect(value).toBeCloseTo(expected[at] ?? NaN, 4);
    });
  });
});

describe('the choice', () => {
  it.each([
    [true, [64, 7, 128, 256, 5, 1]],
    [true, [64, 4, 512, 512, 3, 1]],
    [true, [64, 8, 128, 256, 5, 2]],
    [true, [32, 7, 128, 128, 3, 1]],
    [false, [16, 7, 64, 64, 3, 1]],
    [false, [64, 8, 32, 32, 3, 1]],
    [false, [16, 8, 128, 128, 5, 2]],
    [false, [64, 8, 256, 512, 3, 2]],
    [false, [64, 16, 64, 64, 5, 1]],
    [false, [64, 8, 512, 512, 1, 1]],
  ])('is %s for %j', (pays, sizes) => {
    expect(wholeMapPays(squareGeometry(sizes))).toBe(pays);
  });
});
