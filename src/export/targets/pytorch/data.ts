/** The data of the project: read by it from files of a known form, or written beside it as tensors. */
import { writeSafetensors } from '../../../checkpoint/safetensors.js';
import { sizeOf, type TensorData } from '../../../ir/tensorType.js';
import type { ExportSource } from '../target.js';
import { tuple } from './expression.js';

/** Most bytes that are written beside a project. */
const mostBytes = 64 * 2 ** 20;

export interface ProjectData {
  /** For settings.py. */
  readonly settings: string;
  readonly files: readonly (readonly [string, Uint8Array])[];
}

export async function dataOf({ resolved, openDataset }: ExportSource): Promise<ProjectData> {
  const { data } = resolved.spec;
  const { shape, classes, count } = resolved.data;
  const range = resolved.data.range ?? [-Infinity, Infinity];
  const kind = kinds[data.type] ?? 'tensors';
  const bytes = 4 * count * sizeOf(shape);
  const isWritten = kind === 'tensors' && bytes <= mostBytes;
  const words = [
    `"${kind}"`,
    `shape=${tuple(shape.map(String))}`,
    `range=${tuple(range.map(bound))}`,
    ...(classes === null ? [] : [`classes=${classes}`]),
    ...(data['flip'] === true ? ['flip=True'] : []),
  ];
  const settings = `DATA = Data(${words.join(', ')})\n`;
  if (!isWritten) return { settings, files: [] };
  const dataset = await openDataset();
  const numbers = new Float32Array(dataset.count * sizeOf(shape));
  const all = Array.from({ length: dataset.count }, (_, at) => at);
  dataset.read(all, numbers);
  const samples: TensorData = { dtype: 'float32', shape: [dataset.count, ...shape], data: numbers };
  const tensors = new Map([['samples', samples]]);
  if (dataset.readLabels && classes !== null) {
    const labels = new Int32Array(dataset.count);
    dataset.readLabels(all, labels);
    tensors.set('labels', { dtype: 'int32', shape: [dataset.count], data: labels });
  }
  return { settings, files: [['data.safetensors', writeSafetensors(tensors)]] };
}

const kinds: Readonly<Record<string, string>> = {
  mnist: 'idx',
  fashionMnist: 'idx',
  idx: 'idx',
  imageFolder: 'images',
};

function bound(value: number): string {
  return Number.isFinite(value) ? String(value) : `float("${value > 0 ? 'inf' : '-inf'}")`;
}
