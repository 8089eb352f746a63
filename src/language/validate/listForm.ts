/** Lists that should be none, and values that should stand in one. */
import { propertiesOf } from '../schema/choices.js';
import type { JsonSchema } from '../schema/fragment.js';
import { players } from '../../entries/player.js';
import type { JsonMember, JsonNode } from '../../source/jsonTree.js';
import { keyText, shortJson, type ProposedValue } from './formText.js';
import { isEntry, acceptsValue } from './acceptsValue.js';
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

/** True for the name of an entry or an entry where one is wanted, and for text where text is. */
function isOrTakes(schema: JsonSchema, item: unknown, vocabulary: Vocabulary): boolean {
  if (typeof item === 'string') {
    return (
      [schema['type']].flat().includes('string') || vocabulary.kindOfUnion(schema) !== undefined
    );
  }
  return isEntry(item) && vocabulary.kindOfUnion(schema) !== undefined;
}

function itemOf(node: JsonNode, index: number): JsonNode {
  return (node.kind === 'array' ? node.items[index] : undefined) ?? node;
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
