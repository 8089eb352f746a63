/** The TypeScript types of a spec, made from the bundled schema by json-schema-to-typescript. */
import type * as Generator from 'json-schema-to-typescript';
import { exitCodes, GanspecError, messageOf } from '../diagnostics/errors.js';
import { mapSubschemas, withoutKeywords } from '../language/schema/mapSubschemas.js';
import type { JsonSchema } from '../language/schema/fragment.js';
import { withExpressions } from '../language/schema/withExpressions.js';

/**
 * A module that exports `GanSpec`, a type per entry, and the tagged union of each kind.
 * @param bundle The schema of the whole language.
 * @param banner The first line.
 * @throws GanspecError GAN852 where json-schema-to-typescript is not installed.
 */
export async function specTypes(bundle: JsonSchema, banner: string): Promise<string> {
  const { compile } = await loadGenerator();
  const types = await compile(forTypes(withExpressions(bundle)), 'GanSpec', {
    bannerComment: banner,
    unreachableDefinitions: true,
    style: { singleQuote: true, printWidth: 100 },
  });
  return types.replace(whereFrom, '');
}

/** Loaded where it is used, since nothing else needs it; an optional package, as it brings formatters along. */
async function loadGenerator(): Promise<typeof Generator> {
  try {
    return await import('json-schema-to-typescript');
  } catch (error) {
    const [reason = ''] = messageOf(error).split('\n');
    throw new GanspecError(
      'GAN852',
      exitCodes.usage,
      `types are written by the package json-schema-to-typescript, which cannot be loaded (${reason})`,
      'Run `npm install --save-dev json-schema-to-typescript@16` beside ganspec.',
    );
  }
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
