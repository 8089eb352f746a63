/** Entries made for tests of the battery, and what it says of them. */
import { examine } from '../../../src/checks/examine.js';
import { builtIns } from '../../../src/generated/entries.js';
import type { Entry, Kind } from '../../../src/entries/entry.js';
import { Registry } from '../../../src/entries/registry.js';
import type { FragmentSchema, PropertySchema } from '../../../src/language/schema/fragment.js';

const type = 'acme/odd';

/** The type and the schema of an entry. @param options Besides the type; each with a default. */
export function named(
  kind: Kind,
  options: Readonly<Record<string, PropertySchema>> = {},
): { readonly type: string; readonly schema: FragmentSchema } {
  return {
    type,
    schema: {
      $id: 'acme/odd.schema.json',
      title: `AcmeOdd${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
      description: 'Made for a test.',
      type: 'object',
      required: ['type'],
      additionalProperties: false,
      properties: { type: { const: type }, ...options },
      examples: [{ type }],
    },
  };
}

/** Each failed finding as `hook: claim: detail`. */
export async function failures(entry: Entry): Promise<readonly string[]> {
  const findings = await examine(entry, new Registry([...builtIns, entry]));
  return findings
    .filter(({ ok }) => !ok)
    .map(({ hook, claim, detail }) => `${hook}: ${claim}: ${detail}`);
}
