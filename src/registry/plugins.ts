/** Entries from outside: loaded from a module or given as objects, checked, and then like built-ins. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import { bundleSchema } from './bundle.js';
import { kinds, type Entry } from './entries.js';
import { fragmentProblems } from './fragmentProblems.js';
import { guarded } from './guarded.js';
import { isObject } from './mapSubschemas.js';
import type { Registry } from './registry.js';
import { schemaProblems } from './schemaProblems.js';

/**
 * The entries that a module exports, by any name or in a list as its default export.
 * @param fileOrPackage Path of an ES module, or the name of an installed package.
 * @param cwd Folder that paths and packages are looked up from.
 * @throws GanspecError GAN800 where the module cannot be loaded, GAN801 where it exports no entry.
 */
export async function loadPlugin(fileOrPackage: string, cwd: string): Promise<readonly Entry[]> {
  let exported: Readonly<Record<string, unknown>>;
  try {
    // What any module is to its importer: values by name.
    exported = (await import(addressOf(fileOrPackage, cwd))) as typeof exported;
  } catch (error) {
    throw new GanspecError(
      'GAN800',
      exitCodes.spec,
      `cannot load plugin "${fileOrPackage}": ${reasonOf(error, fileOrPackage, cwd)}`,
      'name an ES module by its path, or a package that is installed here',
    );
  }
  // A module may export an entry by name and in its default list as well.
  const entries = [...new Set(Object.values(exported).flat().filter(isEntry))];
  if (entries.length > 0) return entries.map((entry) => ({ ...entry, origin: fileOrPackage }));
  throw new GanspecError(
    'GAN801',
    exitCodes.spec,
    `plugin "${fileOrPackage}" exports no entry`,
    'export what defineLoss, definePenalty or another define function returns',
  );
}

/** Why a module was not loaded; of text that does not parse, the line. */
function reasonOf(error: unknown, fileOrPackage: string, cwd: string): string {
  const path = resolve(cwd, fileOrPackage);
  if (isPath(fileOrPackage) && !existsSync(path)) return `there is no file ${path}`;
  if (!(error instanceof Error)) return String(error);
  if (!(error instanceof SyntaxError)) return error.message;
  // Node keeps the line of a SyntaxError to itself, and tells it only where it prints it.
  const { stderr } = spawnSync(process.execPath, ['--check', path], { encoding: 'utf8' });
  const line = /:(\d+)\r?\n/.exec(stderr)?.[1];
  return `it does not parse${line === undefined ? '' : `: line ${line}`}: ${error.message}`;
}

/** The entries of several plugins, in order. @throws GanspecError GAN800, GAN801; where several fail, one that names all. */
export async function loadPlugins(
  names: readonly string[],
  cwd: string,
): Promise<readonly Entry[]> {
  const outcomes = await Promise.allSettled(names.map((name) => loadPlugin(name, cwd)));
  const failures = outcomes.flatMap((outcome): readonly unknown[] =>
    outcome.status === 'rejected' ? [outcome.reason] : [],
  );
  const [first] = failures;
  if (failures.length > 1 && first instanceof GanspecError) {
    const messages = failures.map((one) => (one instanceof Error ? one.message : String(one)));
    throw new GanspecError(first.code, first.exitCode, messages.join('\n  '), first.hint);
  }
  if (failures.length > 0) throw first;
  return outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []));
}

function isPath(name: string): boolean {
  return /^[./]/.test(name);
}

/** A file where there is one of that name, else a package as code in `cwd` would find it. */
function addressOf(fileOrPackage: string, cwd: string): string {
  const path = resolve(cwd, fileOrPackage);
  if (existsSync(path) || isPath(fileOrPackage)) return pathToFileURL(path).href;
  try {
    return pathToFileURL(createRequire(join(cwd, 'package.json')).resolve(fileOrPackage)).href;
  } catch {
    // Packages for `import` only are not found that way; Node's own search starts from ganspec.
    return fileOrPackage;
  }
}

/**
 * Entries of a plugin, if all of them may join a registry: the tag has a slash and is free, the fragment keeps the
 * promises of the built-ins' fragments, and the bundle still compiles with it. What their hooks throw names them.
 * @param values What `loadPlugin` returned, or what a program gave.
 * @param registry The entries they are to join.
 * @throws GanspecError GAN802 that names every problem; none of the entries is then of any use.
 */
export function checkPlugin(values: readonly unknown[], registry: Registry): readonly Entry[] {
  const entries = values.filter(isEntry);
  const others = values.length - entries.length;
  const problems = [
    ...(others > 0 ? [`${String(others)} of the values given are not entries`] : []),
    ...pluginProblems(entries, registry).map(({ entry, problem }) => {
      const origin = entry.origin === undefined ? '' : `${entry.origin}: `;
      return `${origin}${entry.kind} "${entry.type}": ${problem}`;
    }),
  ];
  if (problems.length === 0) return entries.map(guarded);
  throw new GanspecError(
    'GAN802',
    exitCodes.spec,
    ['this plugin cannot be used:', ...problems].join('\n  '),
    'make entries with defineLoss, definePenalty and the like, with a fragment as the built-ins have',
  );
}

/** What keeps an entry from joining a registry, in one sentence. */
export interface PluginProblem {
  readonly entry: Entry;
  readonly problem: string;
}

/** Everything that keeps these entries from joining a registry, in their order. */
export function pluginProblems(
  entries: readonly Entry[],
  registry: Registry,
): readonly PluginProblem[] {
  return entries.flatMap((entry, index) => {
    const own = entryProblems(entry, entries.slice(0, index), registry);
    const { schema } = entry;
    // An entry that cannot join the bundle has no place in it that its examples could be held against.
    const problems =
      own.length > 0 ? own : schemaProblems(bundleSchema(registry.with([entry])), [schema]);
    return problems.map((problem) => ({ entry, problem }));
  });
}

function entryProblems(
  { kind, type, schema }: Entry,
  before: readonly Entry[],
  registry: Registry,
): readonly string[] {
  const problems = [...fragmentProblems(kind, type, schema)];
  if (!/^[a-z0-9][a-z0-9-]*\/[A-Za-z][A-Za-z0-9]*$/.test(type)) {
    problems.push('the type of a plugin has the form "author/name"');
  }
  if (registry.get(kind, type) || before.some((one) => one.kind === kind && one.type === type)) {
    problems.push(`there is already a ${kind} of this type`);
  }
  const titles = [
    ...Object.keys(definitionsOf(registry)),
    ...before.map((one) => one.schema.title),
  ];
  if (titles.includes(schema.title)) problems.push(`the title "${schema.title}" is taken`);
  return problems;
}

function definitionsOf(registry: Registry): Readonly<Record<string, unknown>> {
  const { definitions } = bundleSchema(registry);
  return isObject(definitions) ? definitions : {};
}

/** Whether a value was made by a define function, as far as can be seen from its data. */
function isEntry(value: unknown): value is Entry {
  return (
    isObject(value) &&
    kinds.some((kind) => kind === value['kind']) &&
    typeof value['type'] === 'string' &&
    isObject(value['schema'])
  );
}
