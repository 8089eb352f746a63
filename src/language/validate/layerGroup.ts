/** Layers in a list of their own, under a type that has none: they are checked as those of a repeat. */
import type { JsonMember, JsonNode } from '../../source/jsonTree.js';
import { nodeAt } from '../../source/locate.js';
import { memberOf, numberOf, textNode } from '../expand/nodes.js';
import type { Replacing } from '../corrections/correction.js';
import type { ExplainContext } from './explainContext.js';

/** The form that such layers have here, and the change to it. */
export interface LayerGroup {
  readonly text: string;
  readonly correction: Replacing;
}

/** Keys of a repeat that the layer may have as well. */
const sharedKeys = ['name', 'input'];

/** The layer at a pointer as a repeat of the layers in it, or as a residual where it has a shortcut; undefined where it has no list of layers. */
export function layerGroup(
  pointer: string,
  { tree, vocabulary }: ExplainContext,
): LayerGroup | undefined {
  const node = nodeAt(tree, pointer);
  const fragment = vocabulary.fragment('layer', 'repeat');
  if (node?.kind !== 'object' || !fragment) return undefined;
  if (memberOf(node, 'shortcut')?.kind === 'array') return shortcutGroup;
  const options = vocabulary.options(fragment);
  const keyFor = (word: string): string | undefined =>
    [...node.members.keys()].find((key) => options.find(key)[0]?.word === word);
  const key = keyFor('layers') ?? '';
  const layers = node.members.get(key);
  if (layers?.value.kind !== 'array') return undefined;
  const times = numberOf(memberOf(node, keyFor('times') ?? '')) ?? 1;
  return {
    text: `layers that stand together are { "type": "repeat", "times": ${times}, "layers": [ … ] }`,
    correction: { kind: 'replace', by: (one) => repeated(one, key, times), inside: [''] },
  };
}

/** Layers with others beside them. */
const shortcutGroup: LayerGroup = {
  text: 'layers with a shortcut are { "type": "residual", "layers": [ … ], "shortcut": [ … ] }',
  correction: { kind: 'replace', by: residual, inside: [''] },
};

function residual(node: JsonNode): JsonNode {
  if (node.kind !== 'object') return node;
  const { range } = node;
  const kept = [...sharedKeys, 'layers', 'shortcut'];
  const members = new Map<string, JsonMember>([
    ['type', { key: range, value: textNode('residual', range) }],
    ...[...node.members].filter(([name]) => kept.includes(name)),
  ]);
  return { kind: 'object', range, members };
}

function repeated(node: JsonNode, key: string, times: number): JsonNode {
  const layers = node.kind === 'object' ? node.members.get(key) : undefined;
  if (node.kind !== 'object' || !layers) return node;
  const { range } = node;
  const members = new Map<string, JsonMember>([
    ['type', { key: range, value: textNode('repeat', range) }],
    ['times', { key: range, value: { kind: 'scalar', range, value: times } }],
    ...[...node.members].filter(([name]) => sharedKeys.includes(name)),
    ['layers', layers],
  ]);
  return { kind: 'object', range, members };
}
