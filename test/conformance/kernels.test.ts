/** Every kernel on every engine against the float64 interpreter. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EngineSession } from '../../src/engines/engine.js';
import type { KernelGraph } from '../../src/ir/kernelGraph.js';
import type { TensorMap } from '../../src/ir/tensorType.js';
import { interpret } from '../../src/oracle/interpret.js';
import {
  caseFeeds,
  caseGraph,
  caseTitle,
  kernelCases,
  type KernelCase,
} from '../oracle/kernelCases.js';
import { engineCases } from './engineCases.js';
import { onEveryEngine } from './engines.js';
import { tensor } from './tensors.js';

/** A few dozen roundings of float32. */
const relative = 1e-5;
/** Absolute tolerance: the rounding of terms near 1 remains in a small difference of them. */
const leastAbsolute = 1e-6;
/** That of sines in shaders: WebGPU asks for 2^-11 within a period. */
const absoluteOfShaders = 2 ** -11;

const nothing = tensor('float32', [0], []);

const cases = [...kernelCases, ...engineCases].map((one) => ({ title: caseTitle(one), one }));

function typedFeeds(one: KernelCase) {
  const numbers = caseFeeds(one);
  const inputs = caseGraph(one).inputs.map(({ name }, at) => {
    const { dtype = 'float32', shape = [] } = one.inputs[at] ?? {};
    return [name, tensor(dtype, shape, numbers.get(name) ?? [])] as const;
  });
  return new Map(inputs);
}

/** The graph of a case that writes its output to the state tensor of its title. */
function stateGraph(one: KernelCase): KernelGraph {
  const graph = caseGraph(one);
  const outputs = graph.outputs.map(({ value }) => ({
    name: graph.name,
    value,
    kind: 'state' as const,
  }));
  return { ...graph, name: stateName(graph.name), outputs };
}

const stateName = (title: string): string => `${title} as state`;

onEveryEngine((engine) => {
  let session: EngineSession;
  let states: TensorMap;
  beforeAll(async () => {
    session = await engine.prepare(cases.flatMap(({ one }) => [caseGraph(one), stateGraph(one)]));
    for (const { title, one } of cases) await session.run(stateName(title), typedFeeds(one));
    states = await session.readState();
  }, 300_000);
  afterAll(async () => {
    // An engine that falls back is another engine.
    expect(session.fallBack).toBeUndefined();
    await session.dispose();
  });

  it.each(cases)('computes $title', async ({ title, one }) => {
    const isCoarse = engine.facts?.device === 'WebGPU device' && /^(Sin|Cos)$/.test(one.kernel);
    const absolute = isCoarse ? absoluteOfShaders : leastAbsolute;
    const expected = interpret(caseGraph(one), caseFeeds(one)).get('y') ?? new Float64Array();
    const result = (await session.run(title, typedFeeds(one))).get('y');
    for (const { dtype, shape, data } of [result, states.get(title)].map((it) => it ?? nothing)) {
      expect({ dtype, shape }).toEqual(caseGraph(one).types.at(-1));
      expect(data).toHaveLength(expected.length);
      const wrong = [...expected]
        .map((value, at) => ({ at, value, found: data[at] ?? NaN }))
        .filter(
          ({ value, found }) => !(Math.abs(found - value) <= relative * Math.abs(value) + absolute),
        );
      expect(wrong).toEqual([]);
    }
  });
});
