import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestsOf } from '../../src/checkpoint/digest.js';
import { writeSafetensors } from '../../src/checkpoint/safetensors.js';
import type { TensorMap } from '../../src/ir/tensorType.js';

/** Writes the folder of a finished run without a record of its data. */
export function writeHandmadeRun(
  folder: string,
  spec: object,
  record: { readonly seed: number; readonly baseDir: string },
  state: TensorMap,
): void {
  const files = new Map<string, string | Uint8Array>([
    ['spec.json', JSON.stringify(spec)],
    ['state.safetensors', writeSafetensors(state)],
  ]);
  mkdirSync(folder, { recursive: true });
  for (const [file, content] of files) writeFileSync(join(folder, file), content);
  writeFileSync(join(folder, 'run.json'), JSON.stringify({ ...record, files: digestsOf(files) }));
}
