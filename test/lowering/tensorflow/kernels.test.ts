/** Every kernel lowered to TensorFlow, as tfjs-converter loads and runs it, against the float64 interpreter. */
import { describe, expect, it } from 'vitest';
import { encodeGraphModel } from '../../../src/export/graphModel.js';
import { lowerToTensorFlow } from '../../../src/lowering/tensorflow/lowerToTensorFlow.js';
import { interpret } from '../../../src/oracle/interpret.js';
import { tensor } from '../../conformance/tensors.js';
import { caseFeeds, caseGraph, caseTitle, kernelCases } from '../../oracle/kernelCases.js';
import { loadModel, predict } from '../../export/loadModel.js';

const relative = 1e-5;
/** Absolute tolerance: the rounding of terms near 1 remains in a small difference of them. */
const absolute = 1e-6;

describe('the lowerings to TensorFlow', () => {
  it.each(kernelCases.map((one) => ({ title: caseTitle(one), one })))(
    'compute $title',
    async ({ one }) => {
      const graph = caseGraph(one);
      const numbers = caseFeeds(one);
      const { model, weights } = encodeGraphModel(lowerToTensorFlow(graph), 'test');
      const feeds = graph.inputs.map(({ name }, at) => {
        const { dtype = 'float32', shape = [] } = one.inputs[at] ?? {};
        return [name, tensor(dtype, shape, numbers.get(name) ?? [])] as const;
      });
      const loaded = await loadModel(model, weights);
      const { dtype, shape, data } = predict(loaded, new Map(feeds));
      loaded.dispose();
      const expected = [...(interpret(graph, numbers).get('y') ?? [])];
      expect({ dtype, shape }).toEqual(graph.types.at(-1));
      expect(data).toHaveLength(expected.length);
      const wrong = expected
        .map((value, at) => ({ at, value, found: data[at] ?? NaN }))
        .filter(
          ({ value, found }) => !(Math.abs(found - value) <= relative * Math.abs(value) + absolute),
        );
      expect(wrong).toEqual([]);
    },
  );
});
