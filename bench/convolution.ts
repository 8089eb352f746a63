/**
 * Milliseconds and GFLOP/s of every convolution algorithm at the shapes of a DCGAN, and the choice of the cost model.
 * Usage: `tsx bench/convolution.ts [batch] [threads]`
 */
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { disableTelemetry } from '../src/engines/telemetry.js';
import { cheapest } from '../src/lowering/onnx/convolution/algorithm.js';
import { geometryOf, type ConvGeometry } from '../src/lowering/onnx/convolution/geometry.js';
import { convAlgorithms } from '../src/lowering/onnx/lowerings/convolution.js';
import { OnnxBuilder } from '../src/lowering/onnx/onnxBuilder.js';
import { encodeModel } from '../src/lowering/onnx/onnxModel.js';
import { spatialPadding } from '../src/ir/convGeometry.js';
import { sizeOf, type Shape } from '../src/ir/tensorType.js';

// onnxruntime reads it when its first session is made.
disableTelemetry();

const batch = Number(process.argv[2] ?? 64);
const threads = Number(process.argv[3] ?? 2);
const runs = 40;

/** Size of the larger map, channels there, channels of the smaller map, stride; kernels are 5 × 5. */
const layers = [
  [7, 128, 256, 1],
  [14, 64, 128, 2],
  [28, 1, 64, 2],
  [28, 3, 64, 2],
] as const;

function operandShapes(kernel: keyof typeof convAlgorithms, geometry: ConvGeometry) {
  const { height, width, channels, outHeight, outWidth, filters } = geometry;
  const x = [geometry.batch, height, width, channels];
  const filter = [geometry.kernelHeight, geometry.kernelWidth, channels, filters];
  const y = [geometry.batch, outHeight, outWidth, filters];
  return { Conv2D: [x, filter], Conv2DBackpropInput: [y, filter], Conv2DBackpropFilter: [x, y] }[
    kernel
  ];
}

function randomTensor(shape: Shape): Tensor {
  const data = Float32Array.from({ length: sizeOf(shape) }, () => Math.random() - 0.5);
  return new Tensor('float32', data, [...shape]);
}

async function fastest(
  onnx: OnnxBuilder,
  made: Parameters<OnnxBuilder['finish']>[1],
  feeds: Record<string, Tensor>,
) {
  const session = await InferenceSession.create(encodeModel(onnx.finish('bench', made)), {
    intraOpNumThreads: threads,
    logSeverityLevel: 3,
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  });
  let best = Infinity;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await session.run(feeds);
    best = Math.min(best, performance.now() - start);
  }
  await session.release();
  return best;
}

const square = new OnnxBuilder();
const [left, right] = [
  square.input('a', 'float32', [1024, 1024]),
  square.input('b', 'float32', [1024, 1024]),
];
const product = square.op('MatMul', [left, right], { shape: [1024, 1024] });
const reference = await fastest(square, [product], {
  a: randomTensor([1024, 1024]),
  b: randomTensor([1024, 1024]),
});
console.log(`MatMul 1024: ${(2 ** 31 / reference / 1e6).toFixed(0)} GFLOP/s`);

for (const [size, channels, filters, stride] of layers) {
  const sizes = [size, size] as const;
  const strides = [stride, stride] as const;
  const padding = spatialPadding('same', sizes, [5, 5], strides);
  const x = [batch, size, size, channels];
  const y = [batch, Math.ceil(size / stride), Math.ceil(size / stride), filters];
  const geometry = geometryOf(x, [5, 5, channels, filters], y, { strides, padding });
  const flops = 2 * sizeOf(y) * 25 * channels;
  console.log(`${size}x${size}x${channels} -> ${filters}, 5x5, stride ${stride}, batch ${batch}`);
  for (const kernel of ['Conv2D', 'Conv2DBackpropInput', 'Conv2DBackpropFilter'] as const) {
    const taken = cheapest(convAlgorithms[kernel], geometry);
    for (const algorithm of convAlgorithms[kernel]) {
      if (!algorithm.applies(geometry)) continue;
      const onnx = new OnnxBuilder();
      const shapes = operandShapes(kernel, geometry);
      const feeds = { a: randomTensor(shapes[0] ?? []), b: randomTensor(shapes[1] ?? []) };
      const made = algorithm.lower(
        onnx.input('a', 'float32', shapes[0] ?? []),
        onnx.input('b', 'float32', shapes[1] ?? []),
        geometry,
        onnx,
      );
      const ms = await fastest(onnx, [made], feeds);
      const expected = algorithm.cost(geometry) / 1000;
      console.log(
        `  ${kernel.padEnd(21)} ${algorithm.name.padEnd(12)} ${ms.toFixed(2).padStart(7)} ms` +
          `  ${(flops / ms / 1e6).toFixed(0).padStart(4)} GFLOP/s   expected ${expected.toFixed(2)} ms${algorithm === taken ? '  taken' : ''}`,
      );
    }
  }
}
