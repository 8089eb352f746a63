/** Lists that should be none, and values that should stand in one. */
import { propertiesOf } from '../schema/choices.js';
import { isObject } from '../schema/mapSubschemas.js';
import type { JsonSchema } from '../schema/fragment.js';
import { players } from '../../entries/player.js';
import type { JsonMember, JsonNode } from '../../source/jsonTree.js';
import { keyText, shortJson, type ProposedValue } from './formText.js';
import { isEntry, acceptsValue } from './acceptsValue.js';
import { isNumberText, nodeOf } from './scalarForm.js';
import { isWithinBounds } from './withinBounds.js';
import type { Vocabulary } from './vocabulary.js';

/** The form of a list that should be its only item, or an object with an entry for each network in their order. */
export function withoutList(
  items: readonly unknown[],
  pointer: string,
  schemas: readonly JsonSchema[],
  vocabulary: Vocabulary,
): ProposedValue | undefined {
  const [item] = items;
  if (items.length === 1 && schemas.some((schema) => isOrTakes(schema, item, vocabulary))) {
    return {
      text: `write ${keyText(pointer)}${shortJson(item)}`,
      correction: { kind: 'replace', by: (node) => itemOf(node, 0), inside: [''] },
    };
  }
  const isForBoth = schemas.some((schema) =>
    players.every(
      (player, i) =>
        isEntry(items[i]) && acceptsValue(propertiesOf(schema)[player], items[i], vocabulary),
    ),
  );
  if (!isForBoth || items.length !== players.length) return undefined;
  const forms = players.map((player, i) => `"${player}": ${shortJson(items[i])}`);
  return {
    text: `write ${keyText(pointer)}{ ${forms.join(', ')} }`,
    correction: {
      kind: 'replace',
      by: (node) => {
        const members = players.map((player, i): [string, JsonMember] => [
          player,
          { key: node.range, value: itemOf(node, i) },
        ]);
        return { kind: 'object', range: node.range, members: new Map(members) };
      },
      inside: [],
    },
  };
}

/** True for the name of an entry or an entry where one is wanted, for text where text is, and for a number that is taken. */
function isOrTakes(schema: JsonSchema, item: unknown, vocabulary: Vocabulary): boolean {
  if (typeof item === 'string') {
    return (
      [schema['type']].flat().includes('string') || vocabulary.kindOfUnion(schema) !== undefined
    );
  }
  if (typeof item === 'number') return isWithinBounds(item, schema);
  return isEntry(item) && vocabulary.kindOfUnion(schema) !== undefined;
}

function itemOf(node: JsonNode, index: number): JsonNode {
  return (node.kind === 'array' ? node.items[index] : undefined) ?? node;
}

/** Most items that a text is parted into. */
const maxParts = 1000;

/** The form of a text that has the items of a list in it, as `a,b`, `3x3` or `(3, 3)`. */
export function asItems(
  value: string,
  pointer: string,
  schema: JsonSchema,
  vocabulary: Vocabulary,
): ProposedValue | undefined {
  const { items, minItems = 1, maxItems = maxParts } = schema;
  if (![schema['type']].flat().includes('array') || !isObject(items)) return undefined;
  const plain = value.trim().replace(/^[([]\s*|\s*,?\s*[)\]]$/g, '');
  const list =
    numbersIn(plain, items, vocabulary) ?? textsIn(plain.split(/\s*,\s*/), items, vocabulary);
  const count = list?.length ?? 0;
  if (!list || count < Number(minItems) || count > Number(maxItems)) return undefined;
  return {
    text: `write ${keyText(pointer)}${shortJson(list)}`,
    correction: {
      kind: 'replace',
      by: ({ range }) => nodeOf(list, range),
      inside: list.map((_, index) => `/${index}`),
    },
  };
}

function numbersIn(
  text: string,
  items: JsonSchema,
  vocabulary: Vocabulary,
): readonly number[] | undefined {
  const parts = text.split(/\s*[,;x×*]\s*|\s+/i);
  const areTaken = parts.every(
    (part) => isNumberText(part) && acceptsValue(items, Number(part), vocabulary),
  );
  return areTaken ? parts.map(Number) : undefined;
}

/** Any texts where the items are such; several words or names of entries where these are. */
function textsIn(
  parts: readonly string[],
  items: JsonSchema,
  vocabulary: Vocabulary,
): readonly string[] | undefined {
  const isFree = items['type'] === 'string' && items['enum'] === undefined;
  const isTaken = (part: string): boolean =>
    isFree || (!isNumberText(part) && acceptsValue(items, part, vocabulary));
  const areTaken = parts.every((part) => part !== '' && isTaken(part));
  return areTaken && (isFree || parts.length > 1) ? parts : undefined;
}

/** The form of a value that should be the only item of a list. */
export function asItem(value: unknown, pointer: string): ProposedValue {
  return {
    text: `write ${keyText(pointer)}[${shortJson(value)}]`,
    correction: {
      kind: 'replace',
      by: (node): JsonNode => ({ kind: 'array', range: node.range, items: [node] }),
      inside: ['/0'],
    },
  };
}
