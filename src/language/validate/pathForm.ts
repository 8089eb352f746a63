/** The path of a file or a folder in the place of a data set, as `"data": "./photos"`. */
import type { JsonMember, JsonNode } from '../../source/jsonTree.js';
import { pointerTo } from '../../source/pointer.js';
import { textNode } from '../expand/nodes.js';
import type { ExplainContext } from './explainContext.js';
import type { Finding } from './finding.js';

/** Options that hold the path of the data. */
const pathOptions = ['folder', 'file', 'images', 'path'];

/** The data set that reads such a path, chosen by its ending; undefined for a text that is no path. */
export function pathForm(
  path: string,
  { vocabulary }: ExplainContext,
): Pick<Finding, 'message' | 'hint' | 'correction'> | undefined {
  const ending = /\.([a-z][a-z0-9]{1,4})(?:\.gz)?$/i.exec(path)?.[1];
  // A name with one slash may be a data set of a plugin.
  const isPath = /^(?:\.{1,2}|~|[a-z]:)?[\\/]|[\\/]$|[\\/].*[\\/]/i.test(path);
  if (!isPath && ending === undefined) return undefined;
  const [meant] = vocabulary.words('dataset').find([ending ?? 'folder']);
  const schema = meant && vocabulary.fragment('dataset', meant.word);
  const option = schema && pathOptions.find((name) => schema.required.includes(name));
  if (!option) return undefined;
  const others = schema.required.filter((name) => name !== 'type' && name !== option);
  const members = [
    `"type": "${meant.word}"`,
    `"${option}": ${JSON.stringify(path)}`,
    ...others.map((name) => `"${name}": …`),
  ];
  return {
    message: `data must be a data set, received the path ${JSON.stringify(path)}`,
    hint: `write "data": { ${members.join(', ')} }`,
    correction: () => ({
      kind: 'replace',
      by: (node) => entryNode(node, meant.word, option),
      inside: [pointerTo([option])],
    }),
  };
}

function entryNode(node: JsonNode, type: string, option: string): JsonNode {
  const key = node.range;
  const members = new Map<string, JsonMember>([
    ['type', { key, value: textNode(type, key) }],
    [option, { key, value: node }],
  ]);
  return { kind: 'object', range: key, members };
}
