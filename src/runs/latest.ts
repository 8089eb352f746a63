/** The newest run of a spec, found by the spec's name. */
import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { textArgument } from '../diagnostics/arguments.js';
import { GanspecError } from '../diagnostics/errors.js';
import { isRunFolder, readRunRecord } from './savedRun.js';

/**
 * The folder of the run that a name means: a run folder itself, else the run that was started last among those in the
 * folder of this name, or in `runs/<name>`.
 * @returns undefined where there is none.
 */
export function latestRun(name: string): string | undefined {
  textArgument('name of latestRun', name);
  if (isRunFolder(name)) return name;
  const isPath = /[/\\]/.test(name);
  return newestIn(name) ?? (isPath ? undefined : newestIn(join('runs', name)));
}

function newestIn(folder: string): string | undefined {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return undefined;
  const runs = readdirSync(folder)
    .map((name) => join(folder, name))
    .filter(isRunFolder)
    .map((path) => ({ path, start: startOf(path) }));
  return runs.sort((a, b) => Number(a.start > b.start) - Number(a.start < b.start)).at(-1)?.path;
}

/** Start of a run, ISO 8601 in UTC. That of a damaged one is taken from its id, so that no older run takes its place. */
function startOf(path: string): string {
  try {
    return readRunRecord(path).started;
  } catch (error) {
    if (!(error instanceof GanspecError)) throw error;
    const id = /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)/.exec(basename(path));
    return id ? `${id.slice(1, 4).join('-')}T${id.slice(4).join(':')}` : '';
  }
}
