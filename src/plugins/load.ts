/** Loads the entries of plugins from their modules. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { atPlace, shownPath } from '../diagnostics/codePlace.js';
import { textArgument, texts } from '../diagnostics/arguments.js';
import { exitCodes, GanspecError, messageOf } from '../diagnostics/errors.js';
import { noteLoaded } from '../diagnostics/loadedPlugins.js';
import { builtIns } from '../generated/entries.js';
import type { Entry } from '../entries/entry.js';
import { addressOf, isFileName, pluginPath } from './address.js';
import { pluginProblems, sentenceOf } from './check.js';
import { keepBuiltIns } from './keepBuiltIns.js';
import { keepProcess } from './keepProcess.js';
import { watchTfjs } from './keepTfjs.js';
import { readEntry } from './readEntry.js';
import { Registry } from '../entries/registry.js';

/**
 * The entries that a module exports, by any name or in a list as its default export.
 * @param fileOrPackage Path of an ES module, or the name of an installed package.
 * @param cwd Folder that paths and packages are looked up from.
 * @throws GanspecError GAN800 where the module cannot be loaded, GAN801 where it exports no entry, GAN802 where a definition
 *   is incomplete.
 */
export async function loadPlugin(fileOrPackage: string, cwd: string): Promise<readonly Entry[]> {
  const path = pluginPath(fileOrPackage, cwd);
  if (path === undefined) throw notLoaded(fileOrPackage, whyMissing(fileOrPackage, cwd));
  noteLoaded(fileOrPackage);
  watchTfjs();
  let exported: Readonly<Record<string, unknown>>;
  try {
    exported = await keepBuiltIns(path, () => keepProcess(() => imported(fileOrPackage, path)));
  } catch (error) {
    throw error instanceof GanspecError ? error : notLoaded(fileOrPackage, messageOf(error));
  }
  // A module may export an entry by name and in its default list as well.
  const entries = entriesAmong(fileOrPackage, exported);
  if (entries.length > 0)
    return entries.map((entry) => ({ ...entry, origin: fileOrPackage, module: path }));
  throw new GanspecError(
    'GAN801',
    exitCodes.spec,
    `plugin "${fileOrPackage}" exports no entry`,
    'export what defineLoss, definePenalty or another define function returns',
  );
}

/** Time that a module may take to load, in seconds. */
const maxSeconds = 60;

/** The exports of a module. @throws GanspecError where it fails, or has not loaded in a minute, as one that awaits a promise for ever. */
async function imported(
  fileOrPackage: string,
  path: string,
): Promise<Readonly<Record<string, unknown>>> {
  // Node would wait for someone to write into a pipe.
  if (!statSync(path).isFile()) throw notLoaded(fileOrPackage, `${path} is no file`);
  const failed = (error: unknown): never => {
    throw incomplete(fileOrPackage, error) ?? failedModule(fileOrPackage, error, path);
  };
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const reason = `it has not loaded in ${maxSeconds} seconds: does it await a promise?`;
      reject(notLoaded(fileOrPackage, reason));
    }, maxSeconds * 1000);
  });
  try {
    // Any module gives its importer values by name.
    const module = import(addressOf(path)) as Promise<Readonly<Record<string, unknown>>>;
    return await Promise.race([module.catch(failed), limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** The entries among the exports of a module. @throws GanspecError GAN800 where one cannot be read. */
function entriesAmong(
  fileOrPackage: string,
  exported: Readonly<Record<string, unknown>>,
): readonly Entry[] {
  const found = Object.keys(exported).flatMap((name) => {
    try {
      const values: readonly unknown[] = [exported[name]].flat();
      return values.flatMap((value) => {
        const entry = readEntry(value);
        return entry ? [[value, entry] as const] : [];
      });
    } catch (error) {
      throw notLoaded(fileOrPackage, `its export "${name}" cannot be read: ${messageOf(error)}`);
    }
  });
  return [...new Map(found).values()];
}

/** The error of a define function, with the name of the file; undefined for other errors. */
function incomplete(fileOrPackage: string, error: unknown): GanspecError | undefined {
  // The plugin may have another copy of ganspec, whose errors are of another class.
  if (!(error instanceof Error && 'code' in error && error.code === 'GAN802')) return undefined;
  const hint = 'hint' in error && typeof error.hint === 'string' ? error.hint : undefined;
  return new GanspecError('GAN802', exitCodes.spec, `${fileOrPackage}: ${error.message}`, hint);
}

function notLoaded(
  fileOrPackage: string,
  reason: string,
  hint = 'name an ES module by its path, or a package that is installed here',
): GanspecError {
  return new GanspecError(
    'GAN800',
    exitCodes.spec,
    `cannot load plugin "${fileOrPackage}": ${reason}`,
    hint,
  );
}

function whyMissing(fileOrPackage: string, cwd: string): string {
  const path = resolve(cwd, fileOrPackage);
  const file = existsSync(path) ? `${path} is no file` : `there is no file ${path}`;
  return isFileName(fileOrPackage) ? file : `${file}, and no package of that name is installed`;
}

/** The error of a module whose own code failed, with file, line and, of text that does not parse, column. */
function failedModule(fileOrPackage: string, error: unknown, path: string): GanspecError {
  if (error instanceof SyntaxError) {
    const place = syntaxPlace(path);
    // So is the error of a name that another module does not export.
    if (place === undefined) return notLoaded(fileOrPackage, error.message, 'mend its imports');
    const reason = `it does not parse: ${error.message} (at ${place})`;
    return notLoaded(fileOrPackage, reason, 'mend the text at this place');
  }
  const place = atPlace(error);
  return place === ''
    ? notLoaded(fileOrPackage, messageOf(error))
    : notLoaded(fileOrPackage, `it throws: ${messageOf(error)}${place}`, 'mend this line');
}

/** File, line and column of text that does not parse; undefined where another file has it. */
function syntaxPlace(path: string): string | undefined {
  // Node keeps the place of a SyntaxError to itself, and tells it only where it prints it.
  const { stderr } = spawnSync(process.execPath, ['--check', path], { encoding: 'utf8' });
  const [, line, marked] = /:(\d+)\r?\n.*\r?\n( *)\^/.exec(stderr) ?? [];
  return line === undefined || marked === undefined
    ? undefined
    : `${shownPath(path)}:${line}:${marked.length + 1}`;
}

/**
 * The entries of several plugins, in order.
 * @throws GanspecError GAN800, GAN801 with all problems, also those of the plugins that could be loaded.
 */
export async function loadPlugins(
  names: readonly string[],
  cwd: string,
): Promise<readonly Entry[]> {
  texts('names of loadPlugins', names);
  textArgument('cwd of loadPlugins', cwd);
  const entries: Entry[] = [];
  const failures: unknown[] = [];
  // One after the other, so that each answers for what it does to the process.
  for (const name of names) {
    try {
      entries.push(...(await loadPlugin(name, cwd)));
    } catch (error) {
      failures.push(error);
    }
  }
  const [first] = failures;
  if (failures.length === 0) return entries;
  if (!(first instanceof GanspecError)) throw first;
  const messages = [
    ...failures.map(messageOf),
    ...pluginProblems(entries, new Registry(builtIns)).map(sentenceOf),
  ];
  throw new GanspecError(first.code, first.exitCode, messages.join('\n  '), first.hint);
}
