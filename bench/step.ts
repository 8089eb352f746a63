/**
 * Speed of one training step of `dcgan-mnist` at batch 64, beside the speed of a plain matrix product on the same
 * machine in the same minute: `npm run bench [-- steps]`.
 *
 * Their ratio hardly depends on the machine or its load, so it is the figure to compare.
 */
import { availableParallelism, cpus } from 'node:os';
import { createCompiler, type Session } from '../src/index.js';
import { onnxEngine } from '../src/engines/onnx/onnxEngine.js';
import type { EngineSession } from '../src/engines/engine.js';
import type { KernelGraph } from '../src/ir/kernelGraph.js';

const rounds = Number(process.argv[2] ?? 30);
const size = 1024;
const batchSize = 64;

/** a · b of two square matrices, reduced to one number so that no time goes into copying the product. */
function matMulGraph(): KernelGraph {
  const matrix = { dtype: 'float32', shape: [size, size] } as const;
  return {
    name: 'matMul',
    types: [matrix, matrix, matrix, { dtype: 'float32', shape: [1, 1] }],
    inputs: [
      { name: 'a', value: 0, kind: 'state' },
      { name: 'b', value: 1, kind: 'state' },
    ],
    constants: [],
    nodes: [
      {
        kernel: 'BatchMatMul',
        inputs: [0, 1],
        attributes: { transposeA: false, transposeB: false },
        output: 2,
        origin: '',
      },
      {
        kernel: 'Slice',
        inputs: [2],
        attributes: { begin: [0, 0], size: [1, 1] },
        output: 3,
        origin: '',
      },
    ],
    outputs: [{ name: 'corner', value: 3, kind: 'result' }],
  };
}

async function prepareMatMul(): Promise<EngineSession> {
  const session = await onnxEngine.prepare([matMulGraph()]);
  const data = Float32Array.from({ length: size * size }, (_, i) => Math.sin(i));
  const matrix = { dtype: 'float32', shape: [size, size], data } as const;
  await session.writeState(
    new Map([
      ['a', matrix],
      ['b', matrix],
    ]),
  );
  return session;
}

async function milliseconds(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
}

function line(name: string, values: readonly number[], unit: string): void {
  const [min, median] = [quantile(values, 0), quantile(values, 0.5)];
  console.log(
    `${name.padEnd(34)} ${min.toFixed(2).padStart(9)} ${median.toFixed(2).padStart(9)} ${unit}`,
  );
}

const gan = createCompiler().compile(
  createCompiler().read('dcgan-mnist', { set: [`training.batchSize=${batchSize}`] }),
);
const session: Session = await gan.prepare({ engine: 'onnx', seed: 1 });
const matMul = await prepareMatMul();
const warmUp = 5;
const steps: number[] = [];
const products: number[] = [];
const random: number[] = [];
const engine: number[] = [];
const host: number[] = [];
for (let round = 0; round < warmUp + rounds; round += 1) {
  const product = await milliseconds(() => matMul.run('matMul', new Map()));
  const before = session.timings;
  const step = await milliseconds(() => session.iterate());
  if (round < warmUp) continue;
  products.push(product);
  steps.push(step);
  random.push(session.timings.random - before.random);
  engine.push(session.timings.engine - before.engine);
  host.push(step - (random.at(-1) ?? 0) - (engine.at(-1) ?? 0));
}

const { generator, discriminator } = gan.resolved.networks;
// One forward pass of G, one of D on each batch, one backward pass of D for its own loss, one to the images, one of G.
const stepFlops = batchSize * (3 * generator.flops + 7 * discriminator.flops);
const matMulRate = products.map((time) => (2 * size ** 3) / time / 1e6);
const stepRate = steps.map((time) => stepFlops / time / 1e6);

console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.version}`,
);
console.log(`dcgan-mnist, batch ${batchSize}, engine onnx, over ${rounds} steps`);
console.log(`${''.padEnd(34)} ${'min'.padStart(9)} ${'median'.padStart(9)}`);
line('step', steps, 'ms');
line('  random numbers', random, 'ms');
line('  engine', engine, 'ms');
line('  host (batch, schedules, copies)', host, 'ms');
console.log(
  `images per second                  ${((1000 * batchSize) / quantile(steps, 0.5)).toFixed(0).padStart(19)} at the median`,
);
line(`MatMul ${size}³`, matMulRate, 'GFLOP/s (min is the slowest)');
line(`step (${(stepFlops / 1e9).toFixed(1)} GFLOP)`, stepRate, 'GFLOP/s (min is the slowest)');
console.log(
  `step rate / MatMul rate            ${(quantile(stepRate, 0.5) / quantile(matMulRate, 0.5)).toFixed(2).padStart(19)} at the medians`,
);
await session.dispose();
await matMul.dispose();
