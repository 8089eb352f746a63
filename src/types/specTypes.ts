/** The TypeScript types of a spec, made from the bundled schema by json-schema-to-typescript. */
import { mapSubschemas, withoutKeywords } from '../language/schema/mapSubschemas.js';
import type { JsonSchema } from '../language/schema/fragment.js';
import { withExpressions } from '../language/schema/withExpressions.js';

/**
 * A module that exports `GanSpec`, a type per entry, and the tagged union of each kind.
 * @param bundle The schema of the whole language.
 * @param banner The first line.
 */
export async function specTypes(bundle: JsonSchema, banner: string): Promise<string> {
  // Loaded here, since it loads slowly and nothing else needs it.
  const { compile } = await import('json-schema-to-typescript');
  const types = await compile(forTypes(withExpressions(bundle)), 'GanSpec', {
    bannerComment: banner,
    unreachableDefinitions: true,
    style: { singleQuote: true, printWidth: 100 },
  });
  return types.replace(whereFrom, '');
}

/** Remarks of the generator about definitions, which are of no use to readers. */
const whereFrom =
  /\/\*\*\n \* This (?:interface|type) was referenced by .*\n \* via the `definition` .*\n \*\/\n|^ \*\n \* This (?:interface|type) was referenced by .*\n \* via the `definition` .*\n/gm;

/**
 * The bundle without the keywords that only validation needs. Lists keep their bounds only where they fix a length, so that
 * `number[]` stays writable in programs; a default becomes a tag of the comment, as the compiler drops it.
 */
function forTypes(schema: JsonSchema): JsonSchema {
  const { title, default: fallback, description, minItems, maxItems } = schema;
  const words = typeof description === 'string' ? `${description}\n\n` : '';
  return {
    ...withoutKeywords(mapSubschemas(schema, forTypes), onlyForValidation),
    ...(fallback !== undefined && {
      description: `${words}@default ${JSON.stringify(fallback)}`,
    }),
    ...(minItems !== undefined && minItems === maxItems && { minItems, maxItems }),
    ...(title === 'Expression' && { tsType: '`=${string}`' }),
  };
}

const onlyForValidation = [
  '$schema',
  'if',
  'else',
  'discriminator',
  'default',
  'minItems',
  'maxItems',
];
