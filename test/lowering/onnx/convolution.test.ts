/** Every convolution algorithm, chosen or not, against the float64 interpreter. */
import { describe, expect, it } from 'vitest';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { cheapest } from '../../../src/lowering/onnx/convolution/algorithm.js';
import { geometryOf } from '../../../src/lowering/onnx/convolution/geometry.js';
import { convAlgorithms } from '../../../src/lowering/onnx/lowerings/convolution.js';
import { OnnxBuilder } from '../../../src/lowering/onnx/onnxBuilder.js';
import { encodeModel } from '../../../src/lowering/onnx/onnxModel.js';
import type { Shape } from '../../../src/ir/tensorType.js';
import { interpret } from '../../../src/oracle/interpret.js';
import {
  caseFeeds,
  caseGraph,
  caseTitle,
  kernelCases,
  type KernelCase,
} from '../../oracle/kernelCases.js';

function geometryOfCase(one: KernelCase) {
  const [a, b] = one.inputs.map(({ shape }) => shape);
  const y = caseGraph(one).types.at(-1)?.shape;
  if (a === undefined || b === undefined || y === undefined) throw new Error('not a convolution');
  if (one.kernel === 'Conv2D') return geometryOf(a, b, y, one.attributes);
  if (one.kernel === 'Conv2DBackpropInput') return geometryOf(y, b, a, one.attributes);
  if (one.kernel === 'Conv2DBackpropFilter') return geometryOf(a, y, b, one.attributes);
  throw new Error('not a convolution');
}

const cases = kernelCases.flatMap((one) => {
  if (!(one.kernel in convAlgorithms)) return [];
  const list = convAlgorithms[one.kernel as keyof typeof convAlgorithms];
  return list.map((algorithm) => ({
    algorithm,
    one,
    title: `${algorithm.name}: ${caseTitle(one)}`,
  }));
});

describe('the algorithms', () => {
  it.each(cases)('$title', async ({ algorithm, one }) => {
    const onnx = new OnnxBuilder();
    const graph = caseGraph(one);
    const numbers = caseFeeds(one);
    const inputs = graph.inputs.map(({ name }, at) => ({
      name,
      shape: one.inputs[at]?.shape ?? [],
      data: Float32Array.from(numbers.get(name) ?? []),
    }));
    const [a, b] = inputs.map(({ name, shape }) => onnx.input(name, 'float32', shape));
    if (a === undefined || b === undefined) throw new Error('a convolution has two operands');
    const made = algorithm.lower(a, b, geometryOfCase(one), onnx);
    expect(made.shape).toEqual(graph.types.at(-1)?.shape);
    const model = onnx.finish('convolution', [made]);
    const session = await InferenceSession.create(encodeModel(model), { logSeverityLevel: 3 });
    const fed = inputs.map(({ name, shape, data }) => [
      name,
      new Tensor('float32', data, [...shape]),
    ]);
    const results = await session.run(Object.fromEntries(fed) as Record<string, Tensor>);
    const found = [...(results[model.outputs[0]?.name ?? '']?.data as Float32Array)];
    const expected = interpret(graph, numbers).get('y') ?? [];
    expect(found).toHaveLength(expected.length);
    found.forEach((value, at) => {
      expect(value).toBeCloseTo(expected[at] ?? NaN, 4);
    });
    await session.release();
  });
});

describe('the cost model', () => {
  const choice = (x: Shape, filters: number, stride: number) => {
    const [batch = 1, height = 1, width = 1, channels = 1] = x;
    const y = [batch, height / stride, width / stride, filters];
    const geometry = geometryOf(x, [5, 5, channels, filters], y, {
      strides: [stride, stride],
      padding: [
        [2, 2],
        [2, 2],
      ],
    });
    return cheapest(convAlgorithms.Conv2DBackpropInput, geometry).name;
  };

  it('takes phases for the gradient of many channels', () => {
    expect(choice([64, 14, 14, 64], 128, 2)).toBe('phases');
    expect(choice([64, 7, 7, 128], 256, 1)).toBe('phases');
  });

  it('takes the scattered product for the gradient of an image', () => {
    expect(choice([64, 28, 28, 1], 64, 2)).toBe('scatter');
    expect(choice([64, 32, 32, 3], 64, 2)).toBe('scatter');
  });

  it('takes the scattered product where strides skip the whole image, which leaves no phase', () => {
    const geometry = geometryOf([64, 1, 1, 128], [1, 1, 128, 256], [64, 1, 1, 256], {
      strides: [2, 2],
      padding: [
        [1, 0],
        [1, 0],
      ],
    });
    expect(cheapest(convAlgorithms.Conv2DBackpropInput, geometry).name).toBe('scatter');
  });
});
