/** Takes up a run where a checkpoint left it. */
import { join, resolve } from 'node:path';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import { firstOf } from '../diagnostics/firstOf.js';
import type { NormalSpec } from '../language/normalSpec.js';
import { changeText, specChanges, type SpecChange } from '../language/specChanges.js';
import type { TensorMap, TensorType } from '../ir/tensorType.js';
import type { Program } from '../program/program.js';
import { newestCheckpoint } from '../runs/checkpoints.js';
import { eventDamage } from '../runs/eventDamage.js';
import { lengthOfLines } from '../runs/eventLog.js';
import { lockRun } from '../runs/lock.js';
import { runFiles } from '../runs/record.js';
import { readRunFolder, readRunRecord, type SavedRun } from '../runs/savedRun.js';
import { checkSavedState } from '../train/checkSavedState.js';
import { checkMemories } from '../train/checkMemories.js';
import { stateTypes } from '../train/stateTypes.js';
import { stateDifferences } from './stateDifferences.js';
import type { PreviousRun } from '../train/train.js';

export interface ResumeChoice {
  /** Iterations done at the checkpoint to go on from; default: the newest that is whole. */
  readonly from?: number | undefined;
  /** Keys of the spec that may differ from those of the run, as in `training.batchSize`; a key stands for all below it. */
  readonly allowChanges?: readonly string[] | undefined;
}

/** Keys that may always differ, since the numbers of an iteration do not depend on them. */
const freeKeys = ['name', 'description', 'monitor', 'training.steps'];

/** Most differences that a message shows. */
const maxChanges = 5;

/**
 * Locks a run folder and chooses the checkpoint to go on from.
 * @param gan That goes on.
 * @throws GanspecError GAN605 where its spec differs from that of the run; GAN609 where no iteration is left; GAN513 where the
 * folder is none; GAN516 where the run goes on already; exit code 6 where a record is damaged or no checkpoint is whole.
 */
export function takeUp(
  folder: string,
  gan: { readonly spec: NormalSpec; readonly program: Program },
  { from, allowChanges = [] }: ResumeChoice,
): PreviousRun {
  // Refuses what is no run, before anything is written there.
  readRunRecord(folder);
  const path = resolve(folder);
  const lock = lockRun(path);
  try {
    const saved = readRunFolder(path);
    saved.checkSpec();
    const changes = acceptedChanges(saved, gan.spec, allowChanges);
    const types = stateTypes(gan.program);
    const checkpoint = newestCheckpoint(path, saved.record.id, {
      from,
      check: (state, { name, facts }) => {
        if (changes.length > 0) checkSameTensors(path, types, state);
        checkSavedState(state, types);
        checkMemories(facts.monitors, join(path, name));
      },
    });
    checkLeft(checkpoint.facts.step, gan.spec.training.steps, path);
    const { events } = checkpoint.facts;
    const log = join(path, runFiles.events);
    const lostEventBytes = events - lengthOfLines(log, events);
    const damage = eventDamage(log, events);
    return { path, lock, record: saved.record, checkpoint, lostEventBytes, damage, changes };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Refuses a changed spec for which the run has no state. @throws GanspecError GAN605 */
function checkSameTensors(
  path: string,
  here: ReadonlyMap<string, TensorType>,
  there: TensorMap,
): void {
  const differences = stateDifferences(here, there);
  if (differences.length === 0) return;
  throw new GanspecError(
    'GAN605',
    exitCodes.usage,
    `the changed spec has other tensors than the state of the run in ${path}: ${firstOf(differences, maxChanges)}`,
    'Go on with the spec of the run, or start a new run from the weights that fit with --init-from.',
  );
}

function checkLeft(done: number, steps: number, path: string): void {
  if (done < steps) return;
  throw new GanspecError(
    'GAN609',
    exitCodes.usage,
    `the run in ${path} has done ${done} iterations already, and is to have ${steps}`,
    'Give --steps more, counted from the start of the run.',
  );
}

/** The differences between the specs, as texts. @throws GanspecError GAN605 for a key that may not differ. */
function acceptedChanges(
  saved: SavedRun,
  spec: NormalSpec,
  allowed: readonly string[],
): readonly string[] {
  // As a file has it, without members that are undefined.
  const written: unknown = JSON.parse(JSON.stringify(spec));
  const before = saved.readResolved().spec;
  const changes = specChanges(before, written);
  const isUnder = (path: string, keys: readonly string[]): boolean =>
    keys.some((key) => path === key || path.startsWith(`${key}.`));
  const unknown = allowed.filter((key) => !hasKey(spec, key) && !hasKey(before, key));
  if (unknown.length > 0) throw noSuchKey(unknown, changes);
  const refused = changes.filter(({ path }) => !isUnder(path, [...freeKeys, ...allowed]));
  if (refused.length > 0) throw changed(saved.path, refused);
  return changes.map(changeText);
}

/** True where a spec has a key such as `training.batchSize`, or `generator.layers.0`. */
function hasKey(spec: unknown, key: string): boolean {
  let value = spec;
  for (const name of key.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return false;
    value = Reflect.get(value, name);
  }
  return true;
}

function noSuchKey(unknown: readonly string[], changes: readonly SpecChange[]): GanspecError {
  const names = unknown.map((key) => JSON.stringify(key));
  return new GanspecError(
    'GAN605',
    exitCodes.usage,
    `changes are to be allowed of ${firstOf(names, maxChanges)}, which the spec does not have`,
    changes.length === 0
      ? 'The spec is that of the run: leave --allow-change (allowChanges) out.'
      : `The keys that differ are ${firstOf(
          changes.map(({ path }) => path),
          maxChanges,
        )}.`,
  );
}

function changed(path: string, refused: readonly SpecChange[]): GanspecError {
  const list = firstOf(refused.map(changeText), maxChanges);
  const options = refused.slice(0, maxChanges).map((change) => `--allow-change ${change.path}`);
  const more = refused.length > maxChanges ? ' and so on' : '';
  return new GanspecError(
    'GAN605',
    exitCodes.usage,
    `the spec is not that of the run in ${path}: ${list}`,
    `Go on with the spec of the run, or let the changes through with ${options.join(' ')}${more} (allowChanges); or start a new run from these weights with --init-from.`,
  );
}
