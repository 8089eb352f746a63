/**
 * Milliseconds of a convolution and its two gradients in every form that is expected within three times the best, which take
 * turns, and the choice of the cost model. Usage: `tsx bench/convolution.ts [rounds] [threads] [shape…]`
 */
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { disableTelemetry } from '../src/engines/telemetry.js';
import { cheapest, type ConvForm } from '../src/lowering/onnx/convolution/convForm.js';
import { geometryOf, type ConvGeometry } from '../src/lowering/convolution/geometry.js';
import { convForms } from '../src/lowering/onnx/convolution/forms.js';
import { OnnxBuilder } from '../src/lowering/onnx/onnxBuilder.js';
import { encodeModel } from '../src/lowering/onnx/onnxModel.js';
import { spatialPadding } from '../src/ir/convGeometry.js';
import { sizeOf, type Shape } from '../src/ir/tensorType.js';

// onnxruntime reads it when its first session is made.
disableTelemetry();

const rounds = Number(process.argv[2] ?? 15);
const threads = Number(process.argv[3] ?? 2);
const named = process.argv.slice(4);

/** Name: images, size of the larger map, its channels, filters, taps of the kernel, stride; maps are squares or lines. */
const shapes: Readonly<Record<string, readonly number[]>> = {
  'k5s1 7 128-256': [64, 7, 128, 256, 5, 1],
  'k5s2 14 64-128': [64, 14, 64, 128, 5, 2],
  'k5s2 28 1-64': [64, 28, 1, 64, 5, 2],
  'k5s2 28 3-64': [64, 28, 3, 64, 5, 2],
  'k4s2 64 3-64': [32, 64, 3, 64, 4, 2],
  'k4s2 32 64-128': [32, 32, 64, 128, 4, 2],
  'k4s2 16 128-256': [32, 16, 128, 256, 4, 2],
  'k4s2 8 256-512': [32, 8, 256, 512, 4, 2],
  'k4s2 32 64-128 n64': [64, 32, 64, 128, 4, 2],
  'k4s2 16 128-256 n64': [64, 16, 128, 256, 4, 2],
  'k4s2 8 256-512 n64': [64, 8, 256, 512, 4, 2],
  'k3s1 8 128-128': [32, 8, 128, 128, 3, 1],
  'k3s1 16 128-128': [32, 16, 128, 128, 3, 1],
  'k3s1 32 128-128': [32, 32, 128, 128, 3, 1],
  'k3s1 28 64-64': [32, 28, 64, 64, 3, 1],
  'k3s1 14 64-64': [32, 14, 64, 64, 3, 1],
  'k3s1 8 256-256': [32, 8, 256, 256, 3, 1],
  'k3s1 4 512-512': [32, 4, 512, 512, 3, 1],
  'k5s2 32 64-128': [32, 32, 64, 128, 5, 2],
  'k5s2 16 128-256': [32, 16, 128, 256, 5, 2],
  'k5s1 16 64-64': [32, 16, 64, 64, 5, 1],
  'k3s2 32 64-128': [32, 32, 64, 128, 3, 2],
  'k3s1 32 32-32': [32, 32, 32, 32, 3, 1],
  'k3s1 32 16-16': [32, 32, 16, 16, 3, 1],
  'k4s2 32 32-64': [32, 32, 32, 64, 4, 2],
  'k4s2 32 16-32': [32, 32, 16, 32, 4, 2],
  '1-D k25s4 256 64-128': [32, 256, 64, 128, 25, 4],
  '1-D k25s4 4096 1-16': [32, 4096, 1, 16, 25, 4],
  '1-D k5s1 32 128-128': [64, 32, 128, 128, 5, 1],
};

function geometryFrom(name: string, sizes: readonly number[]): ConvGeometry {
  const [batch = 1, size = 1, channels = 1, filters = 1, taps = 1, stride = 1] = sizes;
  const isLine = name.startsWith('1-D');
  const kernel = [isLine ? 1 : taps, taps] as const;
  const strides = [isLine ? 1 : stride, stride] as const;
  const map = [isLine ? 1 : size, size] as const;
  const padding = spatialPadding('same', map, kernel, strides);
  const out = [map[0] / strides[0], map[1] / strides[1]].map(Math.ceil);
  const x = [batch, ...map, channels];
  return geometryOf(x, [...kernel, channels, filters], [batch, ...out, filters], {
    strides,
    padding,
  });
}

function randomTensor(shape: Shape): Tensor {
  const data = Float32Array.from({ length: sizeOf(shape) }, () => Math.random() - 0.5);
  return new Tensor('float32', data, [...shape]);
}

/** A session that computes all three kernels in one form. */
async function sessionOf(form: ConvForm, geometry: ConvGeometry): Promise<InferenceSession> {
  const onnx = new OnnxBuilder();
  const lowerings = form.lowerings(geometry, onnx);
  const { x, w, dy } = operandShapes(geometry);
  const [image, filter, gradient] = [
    onnx.input('x', 'float32', x),
    onnx.input('w', 'float32', w),
    onnx.input('dy', 'float32', dy),
  ];
  const made = [
    lowerings.forward(image, filter),
    lowerings.inputGradient(gradient, filter),
    lowerings.filterGradient(image, gradient),
  ];
  return InferenceSession.create(encodeModel(onnx.finish('convolution', made)), {
    intraOpNumThreads: threads,
    logSeverityLevel: 3,
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  });
}

function operandShapes(geometry: ConvGeometry) {
  const { batch, height, width, channels, filters, outHeight, outWidth } = geometry;
  return {
    x: [batch, height, width, channels],
    w: [geometry.kernelHeight, geometry.kernelWidth, channels, filters],
    dy: [batch, outHeight, outWidth, filters],
  };
}

let within = 0;
let count = 0;
for (const [name, sizes] of Object.entries(shapes)) {
  if (named.length > 0 && !named.includes(name)) continue;
  const geometry = geometryFrom(name, sizes);
  const { x, w, dy } = operandShapes(geometry);
  const feeds = { x: randomTensor(x), w: randomTensor(w), dy: randomTensor(dy) };
  const costs = convForms.map((form) => form.cost(geometry) ?? Infinity);
  const limit = 3 * Math.min(...costs);
  const tried = await Promise.all(
    convForms.flatMap((form, at) => {
      const cost = costs[at] ?? Infinity;
      if (cost > limit) return [];
      return [
        sessionOf(form, geometry).then((session) => ({ form, cost, session, best: Infinity })),
      ];
    }),
  );
  for (let round = 0; round < rounds; round++) {
    for (const one of tried) {
      const start = performance.now();
      await one.session.run(feeds);
      one.best = Math.min(one.best, performance.now() - start);
    }
  }
  const taken = cheapest(convForms, geometry);
  const fastest = Math.min(...tried.map(({ best }) => best));
  count += 1;
  console.log(`${name}, ${geometry.batch} images`);
  for (const { form, cost, session, best } of tried) {
    const ratio = best / fastest;
    if (form === taken && ratio <= 1.15) within += 1;
    console.log(
      `  ${form.name.padEnd(20)} ${best.toFixed(2).padStart(8)} ms  ${ratio.toFixed(2)} of the fastest` +
        `  expected ${(cost / 1e6).toFixed(2)} ms${form === taken ? '  taken' : ''}`,
    );
    await session.release();
  }
}
console.log(`the form taken is within 15 % of the fastest at ${within} of ${count} shapes`);
