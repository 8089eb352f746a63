/** The folder of a trained classifier: `spec.json`, `weights.safetensors` and `classifier.json`, which vouches for them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '../checkpoint/digest.js';
import { readSafetensors, writeSafetensors } from '../checkpoint/safetensors.js';
import { writeFileAtomically } from '../checkpoint/writeFile.js';
import { makeFolder } from '../makeFolder.js';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import type { TensorMap } from '../ir/tensorType.js';
import { version } from '../version.js';

const classifierFiles = {
  spec: 'spec.json',
  weights: 'weights.safetensors',
  record: 'classifier.json',
} as const;

/** Facts about a trained classifier. */
export interface ClassifierRecord {
  readonly ganspec: string;
  readonly name: string;
  /** Iterations of training, and the seed. */
  readonly steps: number;
  readonly seed: number;
  /** Share of the held-out samples of which it tells the class, their number and their origin. */
  readonly accuracy: number;
  readonly heldOut: { readonly count: number; readonly data: object };
  /** SHA-256 of the weights. */
  readonly sha256: string;
}

/** Writes weights and record beside the spec. */
export function writeClassifier(
  folder: string,
  weights: TensorMap,
  facts: Omit<ClassifierRecord, 'ganspec' | 'sha256'>,
): ClassifierRecord {
  const bytes = writeSafetensors(weights);
  const record = { ganspec: version, ...facts, sha256: digestOf(bytes) };
  makeFolder(folder);
  writeFileAtomically(join(folder, classifierFiles.weights), bytes);
  writeFileAtomically(join(folder, classifierFiles.record), `${JSON.stringify(record, null, 2)}\n`);
  return record;
}

/** A classifier as it was written. */
export interface SavedClassifier {
  readonly record: ClassifierRecord;
  /** The spec as JSON text. */
  readonly spec: string;
  readonly weights: TensorMap;
}

/**
 * Reads a classifier; undefined where the folder has none.
 * @throws GanspecError GAN602, exit code 6, where the weights are not those of the record.
 */
export function readClassifier(folder: string): SavedClassifier | undefined {
  const path = (name: keyof typeof classifierFiles): string => join(folder, classifierFiles[name]);
  if (!existsSync(path('record'))) return undefined;
  // Written above; the digest shows whether the weights are, too.
  const record = JSON.parse(readFileSync(path('record'), 'utf8')) as ClassifierRecord;
  const bytes = readFileSync(path('weights'));
  if (digestOf(bytes) !== record.sha256) {
    throw new GanspecError(
      'GAN602',
      exitCodes.checkpoint,
      `${path('weights')}: not the weights that ${classifierFiles.record} vouches for`,
      'Install ganspec anew, or train the classifier again.',
    );
  }
  const weights = readSafetensors(bytes, path('weights'));
  return { record, spec: readFileSync(path('spec'), 'utf8'), weights };
}
