/** Runs the checks on every entry of a plugin. */
import { GanspecError } from '../diagnostics/errors.js';
import type { Entry } from '../entries/entry.js';
import { loadPlugin } from '../plugins/load.js';
import { pluginProblems } from '../plugins/check.js';
import type { Registry } from '../entries/registry.js';
import { examine } from './examine.js';
import type { CheckFinding } from './check.js';

/** The findings on a plugin. */
export interface PluginReport {
  /** The file or package, as the caller named it. */
  readonly file: string;
  readonly valid: boolean;
  /** Number of entries that it exports. */
  readonly entries: number;
  /** One for each check, in order. */
  readonly findings: readonly CheckFinding[];
}

/**
 * Runs the checks of built-ins on every entry of a plugin. Mistakes of the plugin become findings and are not thrown.
 * @param file Path of an ES module, or the name of an installed package.
 * @param registry The entries that it would join.
 * @param cwd Folder that paths and packages are looked up from.
 */
export async function examinePlugin(
  file: string,
  registry: Registry,
  cwd = process.cwd(),
): Promise<PluginReport> {
  let entries: readonly Entry[];
  try {
    entries = await loadPlugin(file, cwd);
  } catch (error) {
    if (!(error instanceof GanspecError)) throw error;
    const { message, hint = '' } = error;
    const claim = 'loads as a module that exports entries';
    const finding = { entry: 'module', hook: 'import', claim, ok: false, detail: message };
    return { file, valid: false, entries: 0, findings: [{ ...finding, fix: hint }] };
  }
  const problems = pluginProblems(entries, registry);
  const sound = entries.filter((one) => problems.every(({ entry }) => entry !== one));
  const joined = registry.with(sound);
  const findings = problems.map(({ entry: { kind, type }, problem }): CheckFinding => ({
    entry: `${kind} "${type}"`,
    hook: 'schema',
    claim: 'can join the language',
    ok: false,
    detail: problem,
    fix: 'Mend the schema; the fragments of the built-ins are models.',
  }));
  for (const entry of sound) findings.push(...(await examine(entry, joined)));
  return { file, valid: findings.every(({ ok }) => ok), entries: entries.length, findings };
}
