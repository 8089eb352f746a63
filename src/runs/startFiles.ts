/** The files of a run folder that tell from what the run is made; the record has their digests. */
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { digestsOf, type Digests } from '../checkpoint/digest.js';
import { jsonText } from '../checkpoint/jsonText.js';
import { nextFile } from '../checkpoint/savedFolder.js';
import { writeFileAtomically } from '../checkpoint/writeFile.js';
import type { DatasetRecord } from '../entries/dataset.js';
import type { ResolvedGan } from '../language/resolvedGan.js';
import { runFiles } from './record.js';

interface Start {
  /** The merged text of the spec as JSON. */
  readonly source: unknown;
  readonly resolved: ResolvedGan;
  readonly data: DatasetRecord;
}

const names = [runFiles.spec, runFiles.resolved, runFiles.data];

/** Writes them for a new run. @returns Their digests. @throws GanspecError GAN511 */
export function writeStart(path: string, start: Start): Digests {
  return write(path, start, (file) => file);
}

/**
 * Writes them beside those of a run that goes on. They take their places by `placeStart`, once the record has their digests;
 * until then, those that fit the record count.
 * @returns Their digests.
 * @throws GanspecError GAN511
 */
export function prepareStart(path: string, start: Start): Digests {
  return write(path, start, nextFile);
}

/** Gives the prepared files their places. @throws The error of the operating system. */
export function placeStart(path: string): void {
  for (const name of names) {
    const file = join(path, name);
    if (existsSync(nextFile(file))) renameSync(nextFile(file), file);
  }
}

function write(
  path: string,
  { source, resolved, data }: Start,
  placeOf: (file: string) => string,
): Digests {
  const texts = new Map([
    [runFiles.spec, jsonText(source)],
    [runFiles.resolved, jsonText(resolved)],
    [runFiles.data, jsonText(data)],
  ]);
  for (const [name, text] of texts) writeFileAtomically(placeOf(join(path, name)), text);
  return digestsOf(texts);
}
