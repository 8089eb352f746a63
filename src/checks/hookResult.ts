/** Checks of results that no other check reads: those by which a run decides how it trains. */
import { kindRecords, type Entry } from '../entries/entry.js';
import { resultInWords, type ResultCheck } from '../entries/resultCheck.js';
import type { Check } from './check.js';

/** A subject with its entry and the options that its hooks are called with. */
interface Called {
  readonly entry: Entry;
  readonly config: unknown;
}

/**
 * The check that a hook gives what a run asks of it.
 * @param inputsOf Arguments of the call; the options alone unless given.
 */
export function hookResult<Subject extends Called>(
  hook: string,
  inputsOf: (subject: Subject) => readonly unknown[] = ({ config }) => [config],
): Check<Subject> {
  return {
    hook,
    claim: 'gives what a run asks of it',
    fix: `See \`${hook}\` in docs/plugins.md.`,
    run: (subject) => {
      const { entry } = subject;
      // The table of the entry's own kind.
      const checks = kindRecords[entry.kind].hookResults as Readonly<
        Record<string, ResultCheck<Entry>>
      >;
      const call: unknown = Reflect.get(entry, hook);
      if (typeof call !== 'function') return undefined;
      const inputs = inputsOf(subject);
      const result: unknown = Reflect.apply(call, entry, inputs);
      const expected = checks[hook]?.(result, inputs, entry);
      return expected === undefined
        ? undefined
        : `it gives ${resultInWords(result)}, not ${expected}`;
    },
  };
}
