/** The lock of a run folder: one process at a time trains there, and a dead one leaves nothing that stands in the way. */
import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { readRegularFile } from '../checkpoint/readFile.js';
import { diskError } from '../checkpoint/writeFile.js';
import { exitCodes, GanspecError, systemCodeOf } from '../diagnostics/errors.js';
import { isLiving } from '../livingProcess.js';

export const lockFile = 'lock.json';

/** The process that uses a run folder. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** Start of the process as the system counts it, so that a later one with the same number is told apart; null where unknown. */
  readonly start: string | null;
  /** Time of the lock: ISO 8601 in UTC. */
  readonly since: string;
}

export interface Lock {
  /** Gives the folder free; a second call does nothing. */
  release(): void;
}

/**
 * Locks a run folder for this process until `release`, or until the process ends in whatever way.
 * @throws GanspecError GAN516 where a living process has it; GAN511 where the folder cannot be written.
 */
export function lockRun(folder: string): Lock {
  const path = join(folder, lockFile);
  const own = join(folder, `${lockFile}.${randomUUID()}`);
  const holder = JSON.stringify({ ...thisProcess(), since: new Date().toISOString() });
  try {
    writeFileSync(own, holder, { flag: 'wx' });
    while (!takePlace(own, path)) removeIfDead(path, folder);
  } catch (error) {
    throw error instanceof GanspecError ? error : diskError(error, folder);
  } finally {
    rmSync(own, { force: true });
  }
  let isHeld = true;
  return {
    release: () => {
      if (isHeld && textOf(path) === holder) rmSync(path, { force: true });
      isHeld = false;
    },
  };
}

/** The living process that uses a run folder; null where none does. */
export function holderOf(folder: string): LockHolder | null {
  const holder = parse(textOf(join(folder, lockFile)));
  return holder && isAlive(holder) ? holder : null;
}

/** Puts a file in the place of the lock, whose name never stands for half of it; false where there is one. */
function takePlace(file: string, path: string): boolean {
  try {
    linkSync(file, path);
    return true;
  } catch (error) {
    const code = systemCodeOf(error) ?? '';
    if (code === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'ENOSYS'].includes(code)) throw error;
  }
  // A file system without links.
  if (existsSync(path)) return false;
  renameSync(file, path);
  return true;
}

/** @throws GanspecError GAN516 where the holder of the lock lives; GAN610, exit code 6, for a folder in its place. */
function removeIfDead(path: string, folder: string): void {
  const text = textOf(path);
  const holder = parse(text);
  if (holder && isAlive(holder)) throw inUse(folder, holder);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) throw noLock(path);
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    // Another process was faster.
    return;
  }
  // Another process may have put its own lock there in between; it gets it back.
  if (textOf(aside) !== text) takePlace(aside, path);
  rmSync(aside, { force: true });
}

function textOf(path: string): string | undefined {
  try {
    return readRegularFile(path).toString('utf8');
  } catch {
    return undefined;
  }
}

/** Undefined where there is no lock, or none that ganspec has written. */
function parse(text: string | undefined): LockHolder | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    if (typeof value !== 'object' || value === null) return undefined;
    const { pid, host, start, since }: Partial<Record<keyof LockHolder, unknown>> = value;
    const isHolder =
      typeof pid === 'number' &&
      Number.isSafeInteger(pid) &&
      pid > 0 &&
      typeof host === 'string' &&
      (start === null || typeof start === 'string') &&
      typeof since === 'string';
    return isHolder ? { pid, host, start, since } : undefined;
  } catch {
    return undefined;
  }
}

function thisProcess(): Omit<LockHolder, 'since'> {
  return { pid: process.pid, host: hostname(), start: startOf(process.pid) };
}

/** A process of another machine counts as alive, since nothing here can tell. */
function isAlive({ pid, host, start }: LockHolder): boolean {
  if (host !== hostname()) return true;
  return isLiving(pid) && (start === null || start === startOf(pid));
}

/** Boot of the system and time of start after it, where the system shows them (Linux); null elsewhere. */
function startOf(pid: number): string | null {
  const stat = textOf(`/proc/${pid}/stat`);
  const boot = textOf('/proc/sys/kernel/random/boot_id');
  if (stat === undefined || boot === undefined) return null;
  // The second field, the name in parentheses, may contain spaces; the start is the 22nd.
  const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  return `${boot.trim()} ${start}`;
}

function noLock(path: string): GanspecError {
  return new GanspecError(
    'GAN610',
    exitCodes.checkpoint,
    `${path}: damaged: a folder, not the lock of a run`,
    'Remove it, once no process trains in the folder.',
  );
}

function inUse(folder: string, { pid, host, start, since }: LockHolder): GanspecError {
  const isHere = host === hostname();
  return new GanspecError(
    'GAN516',
    exitCodes.usage,
    `${folder} is in use by process ${pid}${isHere ? '' : ` on ${host}`} since ${since}`,
    isHere && start !== null
      ? 'Wait until that run ends, or stop it; a new run takes another folder.'
      : `Wait until that run ends; if that process is gone, delete ${lockFile} in the folder.`,
  );
}
