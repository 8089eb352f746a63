import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestsOf } from '../../src/checkpoint/digest.js';
import { sealedText } from '../../src/checkpoint/recordFile.js';
import { writeSafetensors } from '../../src/checkpoint/safetensors.js';
import type { TensorMap } from '../../src/ir/tensorType.js';
import type { RunRecord } from '../../src/runs/record.js';
import { version } from '../../src/version.js';

/** Writes the folder of a finished run without a record of its data. @param state Undefined where it was lost. */
export function writeHandmadeRun(
  folder: string,
  spec: object,
  record: { readonly seed: number; readonly baseDir: string },
  state: TensorMap | undefined,
): void {
  const files = new Map<string, string | Uint8Array>([
    ['spec.json', JSON.stringify(spec)],
    ['resolved.json', '{}'],
  ]);
  if (state) files.set('state.safetensors', writeSafetensors(state));
  writeHandmadeRecord(folder, { ...record, files: digestsOf(files) });
  for (const [file, content] of files) writeFileSync(join(folder, file), content);
}

/** The record of a run. @param given Its keys that matter. */
export function handmadeRecord(given: Partial<RunRecord>): RunRecord {
  return {
    ganspec: version,
    node: process.version,
    id: 'handmade',
    name: 'gan',
    engine: 'onnx',
    seed: 0,
    steps: 1,
    baseDir: '/',
    plugins: [],
    initFrom: null,
    status: 'completed',
    started: '2026-01-31T23:59:59.123Z',
    ended: '2026-01-31T23:59:59.124Z',
    resumed: [],
    files: {},
    ...given,
  };
}

/** Writes the record of a run into its folder. @param given Its keys that matter. */
export function writeHandmadeRecord(folder: string, given: Partial<RunRecord>): void {
  mkdirSync(folder, { recursive: true });
  const record = handmadeRecord({ baseDir: folder, ...given });
  writeFileSync(join(folder, 'run.json'), sealedText(record));
}
