/** Every kernel on every engine against the float64 interpreter. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EngineSession } from '../../src/engines/engine.js';
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
const absolute = 1e-6;

const cases = [...kernelCases, ...engineCases].map((one) => ({ title: caseTitle(one), one }));

function typedFeeds(one: KernelCase) {
  const numbers = caseFeeds(one);
  const inputs = caseGraph(one).inputs.map(({ name }, at) => {
    const { dtype = 'float32', shape = [] } = one.inputs[at] ?? {};
    return [name, tensor(dtype, shape, numbers.get(name) ?? [])] as const;
  });
  return new Map(inputs);
}

onEveryEngine((engine) => {
  let session: EngineSession;
  beforeAll(async () => {
    session = await engine.prepare(cases.map(({ one }) => caseGraph(one)));
  });
  afterAll(() => session.dispose());

  it.each(cases)('computes $title', async ({ title, one }) => {
    const expected = interpret(caseGraph(one), caseFeeds(one)).get('y') ?? new Float64Array();
    const { dtype, shape, data } = (await session.run(title, typedFeeds(one))).get('y') ?? {};
    expect({ dtype, shape }).toEqual(caseGraph(one).types.at(-1));
    expect(data).toHaveLength(expected.length);
    const wrong = [...expected]
      .map((value, at) => ({ at, value, found: data?.[at] ?? NaN }))
      .filter(
        ({ value, found }) => !(Math.abs(found - value) <= relative * Math.abs(value) + absolute),
      );
    expect(wrong).toEqual([]);
  });
});
