import { describe, expect, it } from 'vitest';
import { OnnxBuilder } from '../../../src/lowering/onnx/onnxBuilder.js';

describe('OnnxBuilder', () => {
  it('makes equal nodes once', () => {
    const onnx = new OnnxBuilder();
    const x = onnx.input('x', 'float32', [2]);
    const first = onnx.elementwise('Neg', [x]);
    const second = onnx.elementwise('Neg', [x]);
    expect(second).toEqual(first);
    expect(onnx.finish('m', [first]).nodes).toHaveLength(1);
  });

  it('tells nodes of other attributes apart', () => {
    const onnx = new OnnxBuilder();
    const x = onnx.input('x', 'float32', [2]);
    onnx.elementwise('LeakyRelu', [x], { attributes: { alpha: { f: 0.1 } } });
    onnx.elementwise('LeakyRelu', [x], { attributes: { alpha: { f: 0.2 } } });
    expect(onnx.finish('m', []).nodes).toHaveLength(2);
  });

  it('stores equal numbers of one shape and dtype once', () => {
    const onnx = new OnnxBuilder();
    const data = Float32Array.of(1, 2);
    const row = onnx.constant({ dtype: 'float32', shape: [1, 2], data });
    expect(onnx.constant({ dtype: 'float32', shape: [1, 2], data: data.slice() })).toEqual(row);
    expect(onnx.constant({ dtype: 'float32', shape: [2], data }).name).not.toBe(row.name);
    expect(onnx.scalar(0, 'int32').name).not.toBe(onnx.scalar(0, 'float32').name);
  });

  it('keeps a broadcast constant a scalar through elementwise operators', () => {
    const onnx = new OnnxBuilder();
    const half = onnx.scalar(0.5, 'float32', [64, 7, 7, 128]);
    const square = onnx.elementwise('Mul', [half, half]);
    expect(square).toMatchObject({ shape: [64, 7, 7, 128], stored: [] });
    expect(onnx.finish('m', []).nodes.map(({ opType }) => opType)).toEqual(['Mul']);
  });

  it('expands a broadcast value for an operator that needs every element', () => {
    const onnx = new OnnxBuilder();
    const ones = onnx.scalar(1, 'float32', [2, 3]);
    onnx.op('Transpose', [ones], { shape: [3, 2], attributes: { perm: { ints: [1, 0] } } });
    expect(onnx.finish('m', []).nodes.map(({ opType }) => opType)).toEqual(['Expand', 'Transpose']);
  });

  it('names a node itself as output and copies what is no node of its own', () => {
    const onnx = new OnnxBuilder();
    const x = onnx.input('x', 'float32', [2]);
    const y = onnx.elementwise('Neg', [x]);
    const { nodes, outputs } = onnx.finish('m', [y, x, y]);
    expect(nodes.map(({ opType }) => opType)).toEqual(['Neg', 'Identity', 'Identity']);
    expect(outputs.map(({ name }) => name)).toEqual(['%0', '%1', '%2']);
  });

  it('refuses operands that do not broadcast', () => {
    const onnx = new OnnxBuilder();
    const inputs = [onnx.input('x', 'float32', [2]), onnx.input('y', 'float32', [3])];
    expect(() => onnx.elementwise('Add', inputs)).toThrow('shapes [2] and [3] do not broadcast');
  });
});
