/** The rounding of convolutions by whole maps in float32 beside that of TensorFlow's own kernels, against float64. */
import { expect, it } from 'vitest';
import { TensorFlowContext } from '../../../src/engines/tensorflow/context.js';
import { findLibrary } from '../../../src/engines/tensorflow/library/findLibrary.js';
import { loadLibrary } from '../../../src/engines/tensorflow/library/loadLibrary.js';
import { TensorFlowSession } from '../../../src/engines/tensorflow/tensorflowSession.js';
import type { KernelGraph } from '../../../src/ir/kernelGraph.js';
import type { TensorData } from '../../../src/ir/tensorType.js';
import type { ConvGeometry } from '../../../src/lowering/convolution/geometry.js';
import { wholeMapPays } from '../../../src/lowering/tensorflow/convolution/wholeMapCost.js';
import { loadedEngines } from '../../conformance/engines.js';
import {
  exactResults,
  operandShapes,
  randomOperands,
  relativeError,
  type ConvOperands,
} from '../../lowering/convolution/rounding.js';
import { squareGeometry } from '../../lowering/convolution/squareGeometry.js';

/** y, dx and dw of x, filter and dy. */
function threeKernels(geometry: ConvGeometry): KernelGraph {
  const { x, filter, dy } = operandShapes(geometry);
  const { strides, padding } = geometry;
  const types = [x, filter, dy, dy, x, filter].map(
    (shape) => ({ dtype: 'float32', shape }) as const,
  );
  const origin = '';
  return {
    name: 'kernels',
    types,
    inputs: ['x', 'filter', 'dy'].map((name, value) => ({ name, value, kind: 'feed' })),
    constants: [],
    nodes: [
      { kernel: 'Conv2D', inputs: [0, 1], attributes: { strides, padding }, output: 3, origin },
      {
        kernel: 'Conv2DBackpropInput',
        inputs: [2, 1],
        attributes: { strides, padding, inputShape: x },
        output: 4,
        origin,
      },
      {
        kernel: 'Conv2DBackpropFilter',
        inputs: [0, 2],
        attributes: { strides, padding, filterShape: filter },
        output: 5,
        origin,
      },
    ],
    outputs: ['y', 'dx', 'dw'].map((name, at) => ({ name, value: at + 3, kind: 'result' })),
  };
}

/** The three results in float32; by TensorFlow's own kernels where the context names a GPU. */
async function rounded(
  geometry: ConvGeometry,
  given: ConvOperands<Float32Array>,
  device: { readonly gpu?: string },
): Promise<readonly number[][]> {
  const api = loadLibrary(findLibrary().path);
  const context = Object.assign(new TensorFlowContext(api), { gpu: undefined }, device);
  const session = new TensorFlowSession([threeKernels(geometry)], () => context);
  const shapes = operandShapes(geometry);
  const feeds = (['x', 'filter', 'dy'] as const).map((name): [string, TensorData] => [
    name,
    { dtype: 'float32', shape: shapes[name], data: given[name] },
  ]);
  const results = await session.run('kernels', new Map(feeds));
  await session.dispose();
  return ['y', 'dx', 'dw'].map((name) => [...(results.get(name)?.data ?? [])]);
}

it.skipIf(!loadedEngines.includes('tensorflow')).each([
  [16, 7, 32, 32, 5, 1],
  [64, 4, 32, 64, 3, 1],
  [64, 8, 16, 16, 9, 2],
  [64, 5, 16, 64, 6, 2],
])('is at most 5e-7 for %i images of %i × %i, %i filters, taps %i, stride %i', async (...sizes) => {
  const geometry = squareGeometry(sizes);
  expect(wholeMapPays(geometry)).toBe(true);
  const given = randomOperands(geometry);
  const expected = exactResults(geometry, given);
  const errors = (results: readonly number[][]) =>
    results.map((numbers, at) => relativeError(numbers, expected[at] ?? []));
  const byMaps = errors(await rounded(geometry, given, {}));
  const own = errors(await rounded(geometry, given, { gpu: '/device:CPU:0' }));
  // On a GPU they are other kernels.
  for (const [at, error] of byMaps.entries()) expect(error).not.toBe(own[at]);
  for (const error of [...byMaps, ...own]) expect(error).toBeLessThan(5e-7);
});
