import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Engine } from '../../../src/engines/engine.js';
import { addFunction } from '../../../src/engines/tensorflow/addFunction.js';
import { TensorFlowContext } from '../../../src/engines/tensorflow/context.js';
import { findLibrary } from '../../../src/engines/tensorflow/library/findLibrary.js';
import { loadLibrary } from '../../../src/engines/tensorflow/library/loadLibrary.js';
import { tensorflowEngine } from '../../../src/engines/tensorflow/tensorflowEngine.js';
import type { KernelGraph } from '../../../src/ir/kernelGraph.js';
import type { TypedTensorFlowGraph } from '../../../src/lowering/tensorflow/tensorflowGraph.js';
import { feeds, numbersOf, tensor } from '../../conformance/tensors.js';

/** The engine; the reason where it is not here. */
function here(): Engine | string {
  try {
    return tensorflowEngine();
  } catch (error) {
    return String(error);
  }
}

const engine = here();
if (typeof engine === 'string') console.warn(`the engine tensorflow is skipped: ${engine}`);

const number = { dtype: 'float32', shape: [1] } as const;

/** total ← total · x, and the product. */
const multiply: KernelGraph = {
  name: 'multiply',
  types: [number, number, number],
  inputs: [
    { name: 'total', value: 0, kind: 'state' },
    { name: 'x', value: 1, kind: 'feed' },
  ],
  constants: [],
  nodes: [{ kernel: 'Multiply', inputs: [0, 1], attributes: {}, output: 2, origin: '' }],
  outputs: [
    { name: 'total', value: 2, kind: 'state' },
    { name: 'product', value: 2, kind: 'result' },
  ],
};

const x = (value: number) => feeds(['x', tensor('float32', [1], [value])]);
const total = (value: number) => feeds(['total', tensor('float32', [1], [value])]);

describe.skipIf(typeof engine === 'string')('the engine tensorflow', () => {
  const prepare: Engine['prepare'] = (graphs) => (engine as Engine).prepare(graphs);

  it('takes denormal numbers for 0', async () => {
    const session = await prepare([multiply]);
    await session.writeState(total(1e-30));
    expect(numbersOf(await session.run('multiply', x(1e-10)), 'product')).toEqual([0]);
    await session.dispose();
  });

  it('refuses calls after dispose, which may be called twice', async () => {
    const session = await prepare([multiply]);
    await session.dispose();
    await session.dispose();
    await expect(session.run('multiply', x(1))).rejects.toThrow('the session is disposed');
    await expect(session.readState()).rejects.toThrow('the session is disposed');
  });

  it('leaves the state of before where a run fails', async () => {
    const whole = { dtype: 'int32', shape: [1] } as const;
    const power: KernelGraph = {
      ...multiply,
      types: [whole, whole, whole],
      nodes: [{ kernel: 'Pow', inputs: [0, 1], attributes: {}, output: 2, origin: '' }],
    };
    const session = await prepare([power]);
    const exponent = (value: number) => feeds(['x', tensor('int32', [1], [value])]);
    await session.writeState(feeds(['total', tensor('int32', [1], [3])]));
    await expect(session.run('multiply', exponent(-1))).rejects.toThrow(
      'TensorFlow refuses: {{function_node graph0}} Integers to negative integer powers are not allowed',
    );
    expect(numbersOf(await session.run('multiply', exponent(2)), 'product')).toEqual([9]);
    await session.dispose();
  });

  it('compares the types of its nodes with those of TensorFlow', () => {
    const context = new TensorFlowContext(loadLibrary(findLibrary().path));
    const graph = (shape: readonly number[]): TypedTensorFlowGraph => ({
      inputs: [{ name: 'x', kind: 'feed', node: 'x', dtype: 'float32', shape: [3] }],
      outputs: [{ name: 'y', kind: 'result', node: 'y', dtype: 'float32', shape }],
      nodes: [
        {
          name: 'x',
          op: 'Placeholder',
          inputs: [],
          attributes: { dtype: { type: 'float32' }, shape: { shape: [3] } },
        },
        { name: 'y', op: 'Neg', inputs: ['x'], attributes: {} },
      ],
      types: new Map([
        ['x', { dtype: 'float32', shape: [3] }],
        ['y', { dtype: 'float32', shape }],
      ]),
      renamed: new Map(),
    });
    addFunction(context, graph([3]), 'right');
    expect(() => {
      addFunction(context, graph([1, 3]), 'wrong');
    }).toThrow('the node "y" (Neg) has f32[1,3], and f32[3] by TensorFlow');
    context.dispose();
  });
});

describe('a library', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('that lacks the functions of TensorFlow is refused', () => {
    const root = dirname(createRequire(import.meta.url).resolve('onnxruntime-node/package.json'));
    const folder = join(root, 'bin', 'napi-v6', process.platform, process.arch);
    const other = readdirSync(folder).find((name) =>
      /^(lib)?onnxruntime\.(so|dylib|dll)|^libonnxruntime\.1/.test(name),
    );
    const path = join(folder, other ?? '');
    vi.stubEnv('GANSPEC_TENSORFLOW', path);
    expect(tensorflowEngine).toThrow(
      expect.objectContaining({
        code: 'GAN524',
        message: `the library ${path} has no function TF_Version: it is no TensorFlow 2, or a damaged one`,
      }),
    );
  });

  it('that the operating system refuses is refused with its reason', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'library-')), 'libtensorflow_cc.so.2');
    writeFileSync(path, 'no library at all');
    expect(() => loadLibrary(path)).toThrow(
      expect.objectContaining({
        code: 'GAN524',
        message: expect.stringContaining(`the library ${path} does not load: `) as unknown,
      }),
    );
  });
});
