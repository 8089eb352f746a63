/** Folders of exported generators, written as a whole, with a record of their contents. */
import { digestsOf } from '../checkpoint/digest.js';
import { sealedText } from '../checkpoint/recordFile.js';
import { replaceFolder } from '../checkpoint/replaceFolder.js';
import { version } from '../version.js';
import type { ExportTarget } from './targets/list.js';
import type { ExportSource, TargetOptions } from './targets/target.js';

const recordFile = 'export.json';

/** A generator that was exported. */
export interface ExportedGenerator {
  readonly target: string;
  /** Absolute. */
  readonly folder: string;
  /** Paths inside the folder, with slashes. */
  readonly files: readonly string[];
  /** Iterations of training done. */
  readonly iteration: number;
  /** Weights that it samples with. */
  readonly weights: 'average' | 'latest';
  /** Notes for the user, one sentence each. */
  readonly notes: readonly string[];
}

/**
 * Writes what a target makes of a generator, and `export.json`: what it is and how to feed it.
 * @param force Overwrites files of the same names that ganspec did not write there.
 * @throws GanspecError GAN530 where the folder holds something else; GAN511 where it cannot be written; GAN534 for a layer
 * that the target cannot express.
 */
export async function writeExportFolder(
  { name: target, load }: ExportTarget,
  source: ExportSource,
  out: string,
  { force, ...options }: TargetOptions & { readonly force: boolean },
): Promise<ExportedGenerator> {
  const write = await load();
  const { files, facts = {}, notes = [] } = await write(source, options);
  const { iteration, weights, generator } = source;
  const record = {
    ganspec: version,
    target,
    iteration,
    weights,
    generator,
    ...facts,
    files: digestsOf(files),
  };
  const all = new Map([...files, [recordFile, sealedText(record)]]);
  const folder = replaceFolder(out, all, { record: recordFile, force });
  return { target, folder, files: [...all.keys()].sort(), iteration, weights, notes };
}
