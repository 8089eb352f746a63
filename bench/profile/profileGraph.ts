/** Times of the nodes of a graph as onnxruntime runs it, and of the loops beside it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { prepareLoops } from '../../src/engines/onnx/loopRunner.js';
import { sessionSettings } from '../../src/engines/onnx/createSession.js';
import type { PlacedGraph, SessionMemory } from '../../src/engines/onnx/sessionMemory.js';
import { arrayOf } from '../../src/ir/arrays.js';
import type { KernelGraph } from '../../src/ir/kernelGraph.js';
import { sizeOf, type TensorType } from '../../src/ir/tensorType.js';
import { typeOf } from '../../src/ir/typeOf.js';
import { lowerToOnnx } from '../../src/lowering/onnx/lowerToOnnx.js';
import { encodeModel } from '../../src/lowering/onnx/onnxModel.js';

/** One node at its fastest. */
export interface NodeTime {
  /** Operator of ONNX, or of onnxruntime where it joins several. */
  readonly operator: string;
  readonly milliseconds: number;
  /** Of multiplying matrices; 0 for other nodes. */
  readonly matMulFlops: number;
}

/** The loops of a graph count as one node of this name. */
const loopsName = 'loops of updates (WebAssembly)';

/** The nodes that a graph's run consists of, each at its fastest in a few runs. */
export async function profileGraph(
  placed: PlacedGraph,
  memory: SessionMemory,
  { threads, runs }: { readonly threads: number; readonly runs: number },
): Promise<readonly NodeTime[]> {
  const { rest, loops } = placed;
  const folder = mkdtempSync(join(tmpdir(), 'ganspec-profile-'));
  const session = await InferenceSession.create(encodeModel(lowerToOnnx(rest)), {
    intraOpNumThreads: threads,
    logSeverityLevel: 4,
    extra: Object.fromEntries(sessionSettings),
    enableMemPattern: false,
    enableProfiling: true,
    profileFilePrefix: join(folder, 'nodes'),
  });
  const runLoops = prepareLoops(placed, memory);
  const feeds = feedsOf(rest);
  let loopTime = Infinity;
  for (let run = 0; run < runs; run += 1) {
    await session.run(feeds);
    const start = performance.now();
    runLoops?.();
    loopTime = Math.min(loopTime, performance.now() - start);
  }
  session.endProfiling();
  await session.release();
  const [file = ''] = readdirSync(folder);
  const nodes = fastest(readFileSync(join(folder, file), 'utf8'));
  rmSync(folder, { recursive: true });
  if (loops.length === 0) return nodes;
  return [...nodes, { operator: loopsName, milliseconds: loopTime, matMulFlops: 0 }];
}

/** Small numbers for every input, ones for masks. */
function feedsOf(graph: KernelGraph): Record<string, Tensor> {
  return Object.fromEntries(
    graph.inputs.map(({ name, value }) => [name, numbersOf(typeOf(graph, value))]),
  );
}

function numbersOf({ dtype, shape }: TensorType): Tensor {
  const data = new arrayOf[dtype](sizeOf(shape));
  for (let at = 0; at < data.length; at += 1) {
    data[at] = dtype === 'float32' ? Math.random() / 10 : Number(dtype === 'bool');
  }
  return new Tensor(dtype, data, [...shape]);
}

/** The shape of an operand by its type. */
type Operand = Readonly<Record<string, readonly number[]>>;

/** An event of onnxruntime's profile. */
interface ProfileEvent {
  readonly cat: string;
  readonly name: string;
  /** Microseconds. */
  readonly dur: number;
  readonly args: {
    readonly op_name: string;
    readonly node_index: string;
    readonly input_type_shape: readonly Operand[];
    readonly output_type_shape: readonly Operand[];
  };
}

function fastest(profile: string): readonly NodeTime[] {
  // The form in which onnxruntime writes its profiles.
  const events = JSON.parse(profile) as readonly ProfileEvent[];
  const nodes = new Map<string, NodeTime>();
  for (const { cat, name, dur, args } of events) {
    if (cat !== 'Node' || !name.endsWith('_kernel_time')) continue;
    const milliseconds = Math.min(dur / 1000, nodes.get(name)?.milliseconds ?? Infinity);
    nodes.set(name, { operator: args.op_name, milliseconds, matMulFlops: matMulFlops(args) });
  }
  return [...nodes.values()];
}

/** 2 · (elements of the product) · (length of the sums) for a product of matrices, also one with a transposed operand. */
function matMulFlops(args: ProfileEvent['args']): number {
  if (!/MatMul|Gemm/.test(args.op_name)) return 0;
  const [, b = []] = args.input_type_shape.map(shapeOf);
  const [product = []] = args.output_type_shape.map(shapeOf);
  // The first axes of a product in batches may stand elsewhere in its operands, but count as often.
  const batches = sizeOf(b.slice(0, -2)) > 1 ? sizeOf(product.slice(0, -2)) : 1;
  const summed = sizeOf(b) / (product.at(-1) ?? 1) / batches;
  return 2 * sizeOf(product) * summed;
}

function shapeOf(operand: Operand): readonly number[] {
  return Object.values(operand)[0] ?? [];
}
