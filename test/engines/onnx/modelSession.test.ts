import { afterEach, expect, it } from 'vitest';
import { ModelSession } from '../../../src/engines/onnx/modelSession.js';
import { lowerToOnnx } from '../../../src/lowering/onnx/lowerToOnnx.js';
import { encodeModel } from '../../../src/lowering/onnx/onnxModel.js';
import { tensor } from '../../conformance/tensors.js';
import { GraphBuilder } from '../../ir/graphBuilder.js';

/** y = x + x on [2]. */
function doubling(): { readonly model: Uint8Array; readonly y: string } {
  const g = new GraphBuilder();
  const x = g.input('x', [2]);
  g.result('y', g.node('Add', [x, x], {}));
  const lowered = lowerToOnnx(g.graph('double'));
  return { model: encodeModel(lowered), y: lowered.outputs[0]?.name ?? '' };
}

let session: ModelSession | undefined;
afterEach(() => {
  session?.release();
  session = undefined;
});

it('reads and writes the arrays that are bound', () => {
  const { model, y } = doubling();
  session = new ModelSession(model, 1);
  const x = tensor('float32', [2], [1, 2]);
  const result = tensor('float32', [2], [0, 0]);
  session.bindInput('x', x);
  session.bindOutput(y, result);
  session.run();
  expect([...result.data]).toEqual([2, 4]);
  x.data.set([5, 6]);
  session.run();
  expect([...result.data]).toEqual([10, 12]);
  const other = tensor('float32', [2], [0, 0]);
  session.bindOutput(y, other);
  session.bindInput('x', result);
  session.run();
  expect([...other.data]).toEqual([20, 24]);
});

it("throws onnxruntime's messages", () => {
  const { model } = doubling();
  const own = new ModelSession(model, 1);
  session = own;
  own.bindInput('x', tensor('float32', [3], [1, 2, 3]));
  expect(() => {
    own.run();
  }).toThrow(/invalid dimensions for input: x/i);
  expect(() => {
    own.bindInput('z', tensor('float32', [2], [1, 2]));
  }).toThrow(/^Failed to find input name in the mapping: z$/);
  expect(() => new ModelSession(new Uint8Array(9))).toThrow(
    /^Failed to load model because protobuf parsing failed\.$/,
  );
});
