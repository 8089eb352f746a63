/** The checkpoints of a run: `checkpoints/step-000500/`, one sealed folder for each, the newest few. */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Digests } from '../checkpoint/digest.js';
import { damaged } from '../checkpoint/recordFile.js';
import { readSafetensors, writeSafetensors } from '../checkpoint/safetensors.js';
import {
  readSealedFolder,
  replaceFacts,
  writeSealedFolder,
  type SealedFolder,
} from '../checkpoint/sealedFolder.js';
import { diskError } from '../checkpoint/writeFile.js';
import { makeFolder } from '../makeFolder.js';
import { exitCodes, GanspecError, systemCodeOf } from '../diagnostics/errors.js';
import type { TensorMap } from '../ir/tensorType.js';
import { version } from '../version.js';
import { checkpointFormat, checkpointSchema, type CheckpointFacts } from './checkpointFacts.js';
import { runFiles, stepText } from './record.js';

/** A checkpoint in its folder; nothing but its manifest is read yet. */
export interface SavedCheckpoint extends WrittenCheckpoint {
  readonly facts: CheckpointFacts;
  /** @throws GanspecError GAN600 to GAN602, exit code 6, where the file is damaged. */
  readState(): TensorMap;
}

/** The newest whole checkpoint, and the reasons why newer ones are not used. */
export interface ChosenCheckpoint extends SavedCheckpoint {
  readonly state: TensorMap;
  readonly skipped: readonly GanspecError[];
}

/** A checkpoint that has been written. */
export interface WrittenCheckpoint {
  /** Path inside the run folder. */
  readonly name: string;
  /** SHA-256 of its files. */
  readonly files: Digests;
}

const folderOf = (run: string): string => join(run, runFiles.checkpoints);

/** A moment of a run: iterations done, and runs of steps in the iteration after them. */
export interface Moment {
  readonly step: number;
  readonly runs: number;
}

/** Path of a checkpoint inside the run folder: `checkpoints/step-000500`, or `…+1` within the next iteration. */
function checkpointName({ step, runs }: Moment): string {
  return `${runFiles.checkpoints}/step-${stepText(step)}${runs === 0 ? '' : `+${runs}`}`;
}

export interface CheckpointChoice {
  /** Iterations done; default: the most. */
  readonly from?: number | undefined;
  /** Refuses a checkpoint that cannot be gone on from, by an error with exit code 6. */
  readonly check?: (state: TensorMap, checkpoint: SavedCheckpoint) => void;
}

/**
 * The checkpoints of a run, the newest first; damaged ones are among them.
 * @throws GanspecError GAN610, exit code 6, where their folder cannot be read.
 */
export function checkpointsOf(run: string): readonly Moment[] {
  return namesIn(folderOf(run))
    .map((name) => /^step-(\d+)(?:\+(\d+))?$/.exec(name))
    .filter((match) => match !== null)
    .map(([, step, runs = 0]) => ({ step: Number(step), runs: Number(runs) }))
    .sort((a, b) => b.step - a.step || b.runs - a.runs);
}

/** Names in a folder; none where it does not exist. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const code = systemCodeOf(error) ?? String(error);
    if (code === 'ENOENT') return [];
    throw damaged(folder, unreadableFolder[code] ?? `it cannot be read: ${code}`);
  }
}

const unreadableFolder: Readonly<Record<string, string>> = {
  ENOTDIR: 'it is a file, not a folder',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
};

/**
 * Writes a checkpoint and removes the oldest ones beyond `keep`, once it is safe on the disk.
 * @param spared Moments of others that are kept as well.
 * @throws GanspecError GAN511; earlier checkpoints are untouched then.
 */
export function writeCheckpoint(
  run: string,
  state: TensorMap,
  facts: CheckpointFacts,
  keep: number,
  spared: readonly Moment[] = [],
): WrittenCheckpoint {
  const name = checkpointName(momentOf(facts));
  const path = join(run, name);
  try {
    makeFolder(folderOf(run));
  } catch (error) {
    throw diskError(error, path);
  }
  const files = new Map([[runFiles.state, writeSafetensors(state)]]);
  const digests = writeSealedFolder(path, files, { ...facts });
  const names = new Set(spared.map(checkpointName));
  for (const old of checkpointsOf(run).slice(keep).map(checkpointName)) {
    if (!names.has(old)) rmSync(join(run, old), { recursive: true, force: true });
  }
  return { name, files: digests };
}

/**
 * Reads the manifest of a checkpoint.
 * @param id Of the run.
 * @throws GanspecError GAN610 where it is damaged, GAN602 where it belongs elsewhere, GAN606 where a newer version of ganspec wrote it; exit code 6.
 */
export function readCheckpoint(run: string, moment: Moment, id: string): SavedCheckpoint {
  const name = checkpointName(moment);
  const path = join(run, name);
  const { facts, digests, readState } = openCheckpoint(path);
  if (facts.run !== id || checkpointName(momentOf(facts)) !== name) {
    throw new GanspecError(
      'GAN602',
      exitCodes.checkpoint,
      `${path}: holds the checkpoint of another ${facts.run === id ? 'moment' : 'run'}`,
      facts.run === id ? `Rename it to ${checkpointName(momentOf(facts))}.` : 'Remove the folder.',
    );
  }
  return { facts, name, files: digests, readState };
}

/**
 * Reads the manifest of a checkpoint, of whichever run.
 * @param path Its folder.
 * @throws GanspecError GAN610 where it is damaged, GAN606 where a newer version of ganspec wrote it; exit code 6.
 */
export function openCheckpoint(
  path: string,
): Pick<SavedCheckpoint, 'facts' | 'readState'> & Pick<SealedFolder, 'digests'> {
  const sealed = readSealedFolder(path, checkpointSchema);
  // Those are the schemas of the type.
  const facts = sealed.facts as unknown as CheckpointFacts;
  if (facts.format !== checkpointFormat) throw otherFormat(path, facts);
  const readState = (): TensorMap =>
    readSafetensors(sealed.read(runFiles.state), join(path, runFiles.state));
  return { facts, digests: sealed.digests, readState };
}

/** The moment of a checkpoint. */
export function momentOf({
  step,
  unfinished,
}: Pick<CheckpointFacts, 'step' | 'unfinished'>): Moment {
  return { step, runs: unfinished.runs };
}

/**
 * Replaces facts of a checkpoint; its state stays.
 * @returns undefined where there is no such checkpoint.
 * @throws GanspecError as `readCheckpoint` does; GAN511
 */
export function amendCheckpoint(
  run: string,
  moment: Moment,
  id: string,
  changes: Partial<CheckpointFacts>,
): WrittenCheckpoint | undefined {
  const path = join(run, checkpointName(moment));
  if (!existsSync(path)) return undefined;
  const { name, files } = readCheckpoint(run, moment, id);
  replaceFacts(path, checkpointSchema, changes);
  return { name, files };
}

/**
 * The newest checkpoint that is whole.
 * @param check Refuses a checkpoint that cannot be gone on from.
 * @throws GanspecError GAN607, exit code 6, where there is none; that of the newest where all are damaged; GAN606 for one of
 * another version, which is whole.
 */
export function newestCheckpoint(
  run: string,
  id: string,
  { check, from }: CheckpointChoice = {},
): ChosenCheckpoint {
  const skipped: GanspecError[] = [];
  const all = checkpointsOf(run);
  for (const moment of all.filter(({ step }) => from === undefined || step === from)) {
    try {
      const checkpoint = readCheckpoint(run, moment, id);
      const state = checkpoint.readState();
      check?.(state, checkpoint);
      return { ...checkpoint, state, skipped };
    } catch (error) {
      const isDamage = error instanceof GanspecError && error.exitCode === exitCodes.checkpoint;
      if (!isDamage || error.code === 'GAN606') throw error;
      skipped.push(error);
    }
  }
  const [first] = skipped;
  if (first) throw first;
  throw noCheckpoint(run, from, all);
}

function noCheckpoint(run: string, from: number | undefined, all: readonly Moment[]): GanspecError {
  const steps = [...new Set(all.map(({ step }) => step))].reverse().join(', ');
  return new GanspecError(
    'GAN607',
    exitCodes.checkpoint,
    `${run} has no checkpoint${from === undefined ? '' : ` of step ${from}`}`,
    steps === ''
      ? 'It ended before its first one: train again, and keep them more often with monitor.checkpoint.'
      : `It has those of steps ${steps}; monitor.checkpoint.keep tells how many are kept.`,
  );
}

/**
 * Moves all checkpoints later than a moment to names that are not looked for, as in `step-000500.aside`; nothing of them
 * is lost.
 */
export function setAsideLater(run: string, moment: Moment): void {
  for (const path of laterThan(run, moment)) {
    let aside = `${path}.aside`;
    for (let again = 2; existsSync(aside); again += 1) aside = `${path}.aside-${again}`;
    renameSync(path, aside);
  }
}

/** Removes all checkpoints later than a moment, to which a run that went wrong has been taken back. */
export function removeLater(run: string, moment: Moment): void {
  for (const path of laterThan(run, moment)) rmSync(path, { recursive: true });
}

/** Paths of the checkpoints later than a moment. */
function laterThan(run: string, { step, runs }: Moment): readonly string[] {
  return checkpointsOf(run)
    .filter((one) => one.step > step || (one.step === step && one.runs > runs))
    .map((later) => join(run, checkpointName(later)));
}

function otherFormat(path: string, { format, ganspec }: CheckpointFacts): GanspecError {
  return new GanspecError(
    'GAN606',
    exitCodes.checkpoint,
    `${path}: written in format ${format} by ganspec ${ganspec}; this version, ${version}, reads format ${checkpointFormat}`,
    `Use ganspec ${ganspec} or later, or go on from an earlier checkpoint with --from.`,
  );
}
