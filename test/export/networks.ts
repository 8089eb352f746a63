/** The networks of a compiled folder as other programs run them: by onnxruntime, and by tfjs-converter on tfjs-core. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { ArtefactRecord } from '../../src/export/record.js';
import type { Gan, TensorMap } from '../../src/index.js';
import { sizeOf } from '../../src/ir/tensorType.js';
import { inputsOf } from '../../src/train/feeds/inputs.js';
import { gridInputs, inTurn } from '../../src/train/feeds/random.js';
import { tensor } from '../conformance/tensors.js';
import { loadModel, predict } from './loadModel.js';

/** A network that takes named tensors and gives one. */
export interface Network {
  readonly run: (
    feeds: TensorMap,
  ) => Promise<{ readonly shape: readonly number[]; readonly data: readonly number[] }>;
  readonly release: () => Promise<void>;
}

/** The record of a compiled folder. */
export function recordOf(folder: string): ArtefactRecord {
  return JSON.parse(readFileSync(join(folder, 'artefacts.json'), 'utf8')) as ArtefactRecord;
}

/** The ONNX model of a network, `sample` or `score`. */
export async function openOnnx(folder: string, graph: 'sample' | 'score'): Promise<Network> {
  const session = await InferenceSession.create(join(folder, `${graph}.onnx`));
  const [output = ''] = session.outputNames;
  return {
    run: async (feeds) => {
      const given = [...feeds].map(
        ([name, { dtype, shape, data }]) => [name, new Tensor(dtype, data, shape)] as const,
      );
      const result = (await session.run(Object.fromEntries(given)))[output];
      // The models have no tensors of text, whose data would be a list.
      const data = Array.from((result?.data ?? []) as Float32Array);
      return { shape: [...(result?.dims ?? [])], data };
    },
    release: () => session.release(),
  };
}

/** The graph model of a network. */
export async function openGraphModel(folder: string, network: string): Promise<Network> {
  const weights = readFileSync(join(folder, network, 'weights.bin'));
  const model = await loadModel(readFileSync(join(folder, network, 'model.json'), 'utf8'), weights);
  return {
    run: (feeds) => Promise.resolve(predict(model, feeds)),
    release: () => {
      model.dispose();
      return Promise.resolve();
    },
  };
}

/**
 * The numbers from which a session that has run no step generates its samples, the classes in turn among them.
 * @param scalars Values of the inputs that schedules drive.
 */
export function sampleFeeds(
  { program }: Gan,
  count: number,
  seed: number,
  scalars: Readonly<Record<string, number>> = {},
): TensorMap {
  const inputs = inputsOf(program, 'sample');
  const classes = inputs.find(({ name }) => name === 'labels')?.shape.at(-1);
  const labels = classes === undefined ? null : inTurn(count, classes);
  const random = gridInputs(inputs, count, { seed, labels, atRandom: false }).map(
    ([{ name, dtype, shape }, data]) => {
      const own = [count, ...shape.slice(1)];
      return [name, tensor(dtype, own, data.subarray(0, sizeOf(own)))] as const;
    },
  );
  const given = Object.entries(scalars).map(
    ([name, value]) => [name, tensor('float32', [], [value])] as const,
  );
  return new Map([...random, ...given]);
}

/** The largest |a − b| / max(1, |b|); infinite for lists of different lengths. */
export function difference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Infinity;
  return Array.from(b).reduce((worst, value, at) => {
    const one = Math.abs((a[at] ?? NaN) - value) / Math.max(1, Math.abs(value));
    return one <= worst ? worst : one;
  }, 0);
}
