/** Questions about the schema of an entry, asked before any of its hooks is. */
import type { Entry } from '../../entries/entry.js';
import { fragmentProblems } from '../../language/schema/fragmentProblems.js';
import type { Registry } from '../../entries/registry.js';
import { schemaProblems } from '../../language/schema/schemaProblems.js';
import { languageOf } from '../../language/language.js';
import { completed } from '../../language/normalize/completed.js';
import type { Question, Titled } from '../finding.js';

/** An entry among the words that it may refer to. */
export interface Word extends Titled {
  readonly entry: Entry;
  readonly registry: Registry;
}

const fix = 'Mend the schema; the fragments of the built-ins are models.';

/** What is asked of every fragment. */
export const fragmentQuestions: readonly Question<Word>[] = [
  {
    hook: 'schema',
    question: 'has a title, words, defaults and an example, and no reserved key',
    fix,
    objection: ({ entry: { kind, type, schema } }) => listed(fragmentProblems(kind, type, schema)),
  },
  {
    hook: 'schema',
    question: 'accepts its own examples and defaults',
    fix,
    objection: ({ entry: { schema }, registry }) =>
      listed(schemaProblems(languageOf(registry).schema, [schema])),
  },
  {
    hook: 'schema',
    question: 'has examples that normalize, and to the same when they are normalized again',
    fix,
    objection: ({ entry: { kind, schema }, registry }) => {
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
