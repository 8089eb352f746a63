import { expect, it } from 'vitest';
import { verify } from '../../src/ir/verify/verify.js';
import { afterRecording } from '../../src/trace/afterRecording.js';
import { graphOf } from '../ir/graphBuilder.js';

it('refuses a type without a value', () => {
  const { types, ...graph } = graphOf((g) => g.input('x', []));
  expect(() => {
    verify({ ...graph, types: [...types, { dtype: 'float32', shape: [] }] }, afterRecording);
  }).toThrow(
    'the graph "test" is wrong after recording:\n  every type belongs to a value: 2 types, 1 value(s)',
  );
});
