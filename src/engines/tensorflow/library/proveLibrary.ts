/** Proof that a library does not end the process that loads it: it is asked for once, until the library's files change. */
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { userCache } from '../../../cacheFolder.js';
import { makeFolder } from '../../../makeFolder.js';
import { packageFolder } from '../../../packageFolder.js';
import { checkDigests } from './digests.js';
import { filesOf } from './findLibrary.js';
import { unusable } from './libraryError.js';

/** The exit code of a trial whose library gives an error and leaves the process alive. */
export const refusedExit = 3;

const longestTrial = 120_000;

/** @throws GanspecError (GAN524) for a library that has been damaged, or that ends a process which makes a step on it. */
export function proveLibrary(path: string): void {
  const files = filesOf(path);
  const state = files.map(stateOf).join('\n');
  const proofs = readProofs();
  if (proofs[path] === state) return;
  checkDigests(files);
  const trial = join(packageFolder, 'dist/engines/tensorflow/library/trial.js');
  const { error, status, signal } = spawnSync(process.execPath, [trial, path], {
    stdio: 'ignore',
    timeout: longestTrial,
  });
  if (status === refusedExit || isUnstarted(error)) return;
  if (status === 0) keepProofs({ ...proofs, [path]: state });
  else if (error) throw unusable(path, 'has made no step within two minutes');
  else
    throw unusable(
      path,
      `is damaged: it ends a process that tries it (${signal ?? `exit code ${status}`})`,
    );
}

/** True where the operating system started no process, which says nothing about the library. */
function isUnstarted(error: Error | undefined): boolean {
  return error !== undefined && 'code' in error && error.code !== 'ETIMEDOUT';
}

function stateOf(file: string): string {
  const { size, mtimeMs } = statSync(file);
  return `${file} ${size} ${mtimeMs}`;
}

/** The states of libraries in which they have made a step, by path. */
type Proofs = Readonly<Record<string, string>>;

const proofsFile = () => join(userCache('engines'), 'proofs.json');

function readProofs(): Proofs {
  try {
    return JSON.parse(readFileSync(proofsFile(), 'utf8')) as Proofs;
  } catch {
    // None yet, or one that another process is writing: the library is tried again.
    return {};
  }
}

function keepProofs(proofs: Proofs): void {
  try {
    makeFolder(userCache('engines'));
    writeFileSync(proofsFile(), JSON.stringify(proofs));
  } catch {
    // A folder that cannot be written costs a trial each time.
  }
}
