/** Every kernel as a graph model that tfjs-converter loads, against the float64 interpreter. */
import { describe, expect, it } from 'vitest';
import { encodeGraphModel } from '../../../src/export/graphModel.js';
import { lowerGraph } from '../../../src/lowering/tensorflow/lowerGraph.js';
import { interpret } from '../../../src/oracle/interpret.js';
import { tensor } from '../../conformance/engines.js';
import { caseFeeds, caseGraph, caseTitle, kernelCases } from '../../oracle/kernelCases.js';
import { loadModel, predict } from '../../export/loadModel.js';

const relative = 1e-5;
/** Where a result is the small rest of terms of the size of 1, their rounding remains. */
const absolute = 1e-6;

describe('a graph model', () => {
  it.each(kernelCases.map((one) => ({ title: caseTitle(one), one })))(
    'computes $title',
    async ({ one }) => {
      const graph = caseGraph(one);
      const numbers = caseFeeds(one);
      const { model, weights } = encodeGraphModel(lowerGraph(graph, new Map()).model, 'test');
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
