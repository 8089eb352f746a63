/** Every form of a convolution, chosen or not, against the float64 interpreter. */
import { describe, expect, it } from 'vitest';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { cheapest } from '../../../src/lowering/onnx/convolution/convForm.js';
import { geometryOf } from '../../../src/lowering/convolution/geometry.js';
import { convForms, nativeForms } from '../../../src/lowering/onnx/convolution/forms.js';
import { OnnxBuilder } from '../../../src/lowering/onnx/onnxBuilder.js';
import { encodeModel } from '../../../src/lowering/onnx/onnxModel.js';
import { interpret } from '../../../src/oracle/interpret.js';
import { caseFeeds, caseGraph, caseTitle } from '../../oracle/kernelCases.js';
import { convCases } from '../convolution/convCases.js';
import { squareGeometry } from '../convolution/squareGeometry.js';

const cases = convCases.flatMap((given) =>
  [...convForms, ...nativeForms]
    .filter((form) => form.cost(given.geometry) !== undefined)
    .map((form) => ({ ...given, form, title: `${form.name}: ${caseTitle(given.one)}` })),
);

describe('the forms', () => {
  it.each(cases)('$title', async ({ form, one, geometry, method }) => {
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
    const made = form.lowerings(geometry, onnx)[method](a, b);
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
  /** The form taken for `[images, size, channels, filters, taps, stride]`, all maps and kernels being squares. */
  const choice = (sizes: readonly number[]) => {
    return cheapest(convForms, squareGeometry(sizes)).name;
  };

  it.each([
    ['whole map', [64, 7, 128, 256, 5, 1]],
    ['whole map', [64, 14, 64, 128, 5, 2]],
    ['tiles of 4 × 4', [32, 32, 64, 128, 4, 2]],
    ['tiles of 4 × 4', [32, 16, 128, 128, 3, 1]],
    ['tiles of 2 × 2', [32, 8, 256, 512, 4, 2]],
    ['direct by phases', [32, 32, 64, 128, 3, 2]],
    ['direct by phases', [64, 8, 512, 512, 1, 1]],
    ['direct, scattered', [64, 28, 1, 64, 5, 2]],
    ['direct, scattered', [32, 64, 3, 64, 4, 2]],
  ])('takes %s for %j', (name, sizes) => {
    expect(choice(sizes)).toBe(name);
  });

  it('takes the scattered product where strides skip the whole image, which leaves no phase', () => {
    const geometry = geometryOf([64, 1, 1, 128], [1, 1, 128, 256], [64, 1, 1, 256], {
      strides: [2, 2],
      padding: [
        [1, 0],
        [1, 0],
      ],
    });
    expect(cheapest(convForms, geometry).name).toBe('direct, scattered');
  });
});
