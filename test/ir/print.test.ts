import { describe, expect, it } from 'vitest';
import { numberText } from '../../src/ir/numberText.js';
import { printGraph } from '../../src/ir/print.js';
import { GraphBuilder } from './graphBuilder.js';

describe('printGraph', () => {
  it('prints inputs, constants, nodes with their origin, outputs, and the number of kernels', () => {
    const g = new GraphBuilder();
    const latent = g.input('latent', [64, 100]);
    const kernel = g.input('generator/dense_0/kernel', [100, 8], { kind: 'state' });
    const keep = g.input('keep', [64, 8], { dtype: 'bool' });
    const table = g.data({ dtype: 'int32', shape: [3], data: Int32Array.of(1, -2, 3) });
    const long = g.data({ dtype: 'float32', shape: [9], data: new Float32Array(9).fill(0.1) });
    const matmul = { transposeA: false, transposeB: false };
    const dense = g.node('BatchMatMul', [latent, kernel], matmul, '/generator/layers/0');
    const active = g.node('LeakyRelu', [dense], { alpha: 0.2 }, '/generator/layers/1');
    const mask = g.node('Cast', [keep], { dtype: 'float32' });
    const masked = g.node('Multiply', [active, mask], {});
    const scaled = g.node('Multiply', [masked, g.fill(Math.fround(1.4))], {});
    const clip = { clipValueMin: -Infinity, clipValueMax: 1 };
    const clipped = g.node('ClipByValue', [scaled], clip);
    const total = g.node('Sum', [clipped], { axis: [0, 1], keepDims: false });
    g.result('loss', total);
    g.result('table', g.node('Multiply', [table, g.fill(2, [1], 'int32')], {}));
    g.result('long', g.node('Neg', [long], {}));
    g.state('generator/dense_0/kernel', kernel);
    expect(printGraph(g.graph('joint'))).toBe(
      `graph joint
inputs
  feed   f32[64,100]  latent
  state  f32[100,8]   generator/dense_0/kernel
  feed   bool[64,8]   keep
constants
  $0  i32[3]  1 -2 3
  $1  f32[9]  0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 … (9 numbers, sum 0.9000000134110451)
nodes
  %0  f32[64,8]  BatchMatMul latent generator/dense_0/kernel transposeA=false transposeB=false  # /generator/layers/0
  %1  f32[64,8]  LeakyRelu %0 alpha=0.2  # /generator/layers/1
  %2  f32[64,8]  Cast keep dtype=float32
  %3  f32[64,8]  Multiply %1 %2
  %4  f32[64,8]  Multiply %3 1.4
  %5  f32[64,8]  ClipByValue %4 clipValueMin=-Infinity clipValueMax=1
  %6  f32[]      Sum %5 axis=[0,1] keepDims=false
  %7  i32[3]     Multiply $0 2:i32[1]
  %8  f32[9]     Neg $1
outputs
  result  loss                      %6
  result  table                     %7
  result  long                      %8
  state   generator/dense_0/kernel  generator/dense_0/kernel
kernels 9: Multiply 3, BatchMatMul 1, Cast 1, ClipByValue 1, LeakyRelu 1, Neg 1, Sum 1
`,
    );
  });

  it('leaves out empty sections', () => {
    expect(printGraph(new GraphBuilder().graph('empty'))).toBe('graph empty\nkernels 0\n');
  });
});

describe('numberText', () => {
  it.each([
    [0.2, '0.2'],
    [Math.fround(0.2), '0.2'],
    [Math.fround(1e-12), '1e-12'],
    [1 / 3, '0.3333333333333333'],
    [Math.fround(1 / 3), '0.33333334'],
    [16777216, '16777216'],
    [-0, '-0'],
    [NaN, 'NaN'],
    [-Infinity, '-Infinity'],
  ])('writes %d as %s', (value, text) => {
    expect(numberText(value)).toBe(text);
  });
});
