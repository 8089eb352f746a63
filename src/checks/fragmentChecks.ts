/** Checks of an entry's schema, which come before those of its hooks. */
import type { Entry } from '../entries/entry.js';
import { fragmentProblems } from '../language/schema/fragmentProblems.js';
import type { Registry } from '../entries/registry.js';
import { schemaProblems } from '../language/schema/schemaProblems.js';
import { languageOf } from '../language/language.js';
import { completed } from '../language/normalize/completed.js';
import type { Check, Titled } from './check.js';

/** An entry with the language that its options refer to. */
export interface FragmentSubject extends Titled {
  readonly entry: Entry;
  readonly registry: Registry;
}

const fix = 'Mend the schema; the fragments of the built-ins are models.';

export const fragmentChecks: readonly Check<FragmentSubject>[] = [
  {
    hook: 'schema',
    claim: 'has a title, words, defaults and an example, and no reserved key',
    fix,
    run: ({ entry: { kind, type, schema } }) => listed(fragmentProblems(kind, type, schema)),
  },
  {
    hook: 'schema',
    claim: 'accepts its own examples and defaults',
    fix,
    run: ({ entry: { schema }, registry }) =>
      listed(schemaProblems(languageOf(registry).schema, [schema])),
  },
  {
    hook: 'schema',
    claim: 'has examples that normalize, and to the same when they are normalized again',
    fix,
    run: ({ entry: { kind, schema }, registry }) => {
      for (const example of schema.examples) {
        const once = completed(kind, example, registry);
        const twice = completed(kind, once, registry);
        if (JSON.stringify(once) !== JSON.stringify(twice)) {
          return `${JSON.stringify(once)} becomes ${JSON.stringify(twice)}`;
        }
      }
      return undefined;
    },
  },
];

function listed(problems: readonly string[]): string | undefined {
  return problems.length === 0 ? undefined : problems.join('; ');
}
