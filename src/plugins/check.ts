/** Checks whether entries of plugins may join a registry. */
import { exitCodes, GanspecError, messageOf } from '../diagnostics/errors.js';
import { bundleSchema } from '../language/schema/bundle.js';
import type { Entry } from '../entries/entry.js';
import { unionName } from '../language/schema/bundleFragments.js';
import { fragmentProblems } from '../language/schema/fragmentProblems.js';
import { guarded } from './guard.js';
import { readEntry } from './readEntry.js';
import { missingHooks } from './missingHooks.js';
import { isObject } from '../language/schema/mapSubschemas.js';
import type { Registry } from '../entries/registry.js';
import { schemaProblems } from '../language/schema/schemaProblems.js';

/**
 * Entries of a plugin, if all of them may join a registry: the tag has a slash and is free, the fragment meets the
 * requirements of all fragments, and the bundle still compiles with it. The entries returned are `guarded`.
 * @param values The entries of `loadPlugin` or of a program.
 * @param registry The entries they are to join.
 * @throws GanspecError GAN802 that names every problem; none of the entries is then of any use.
 */
export function checkPlugin(values: readonly unknown[], registry: Registry): readonly Entry[] {
  const read = values.map(readOrReason);
  const reasons = read.filter((one) => typeof one === 'string');
  const entries = read.filter((one) => typeof one === 'object');
  const others = values.length - entries.length - reasons.length;
  const problems = [
    ...(others > 0
      ? [
          others === 1
            ? 'one of the values given is no entry'
            : `${others} of the values given are not entries`,
        ]
      : []),
    ...reasons,
    ...pluginProblems(entries, registry).map(sentenceOf),
  ];
  if (problems.length === 0) return entries.map(guarded);
  throw new GanspecError(
    'GAN802',
    exitCodes.spec,
    ['this plugin cannot be used:', ...problems].join('\n  '),
    'make entries with defineLoss, definePenalty and the like, with a fragment as the built-ins have',
  );
}

/** A reason why an entry cannot join a registry, in one sentence. */
export interface PluginProblem {
  readonly entry: Entry;
  readonly problem: string;
}

/** A problem, after the names of its file and entry. */
export function sentenceOf({ entry: { kind, type, origin }, problem }: PluginProblem): string {
  return `${origin === undefined ? '' : `${origin}: `}${kind} "${type}": ${problem}`;
}

/** All reasons why these entries cannot join a registry, in their order. */
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
  entry: Entry,
  before: readonly Entry[],
  registry: Registry,
): readonly string[] {
  const { kind, type, schema } = entry;
  const problems = [
    ...fragmentProblems(kind, type, schema),
    ...missingHooks(entry).map((hook) => `${hook} is no function: use define${unionName(kind)}`),
  ];
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

/** An entry, or the reason why it cannot be read; undefined for a value that is none. */
function readOrReason(value: unknown): Entry | string | undefined {
  try {
    return readEntry(value);
  } catch (error) {
    return `one of the values given cannot be read: ${messageOf(error)}`;
  }
}
