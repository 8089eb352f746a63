/** The modules that entries take their schema and option type from. */
import { kindRecords } from '../src/entries/entry.js';
import type { JsonSchema } from '../src/language/schema/fragment.js';
import type { FragmentFile } from './fragments.js';
import { banner } from './banner.js';

/** `src/generated/<folder>/<stem>.ts`: the fragment as a constant, and the type of its options. */
export function fragmentModule({ kind, stem, schema }: FragmentFile): readonly [string, string] {
  const folder = kindRecords[kind].folder;
  const text = [
    banner(`schema/${folder}/${stem}.schema.json`),
    `import type { FragmentSchema } from '../../language/schema/fragment.js';`,
    `export type { ${schema.title} } from '../spec.js';`,
    '',
    `export const schema: FragmentSchema = ${JSON.stringify(schema, null, 2)};`,
    '',
  ];
  return [`src/generated/${folder}/${stem}.ts`, text.join('\n')];
}

/** `src/generated/gan.ts`: the schema of a spec, still in the dialect of fragments. */
export function topModule(top: JsonSchema): readonly [string, string] {
  const text = [
    banner('schema/gan.schema.json'),
    `import type { JsonSchema } from '../language/schema/fragment.js';`,
    '',
    `export const schema: JsonSchema = ${JSON.stringify(top, null, 2)};`,
    '',
  ];
  return ['src/generated/gan.ts', text.join('\n')];
}
