/** The version of the language that a spec is written in. */
import type { JsonNode } from '../../source/jsonTree.js';
import { nodeAt } from '../../source/locate.js';
import type { Finding } from './finding.js';

/** The major version that this ganspec understands. */
const spoken = 1;

/** Reports another major version, as `version` or the address of `$schema` name it. The address is read, never fetched. */
export function unknownVersion(tree: JsonNode): Finding | undefined {
  return [
    { pointer: '/version', major: numberAt(tree, '/version') },
    { pointer: '/$schema', major: majorOfAddress(tree) },
  ]
    .filter(({ major }) => major !== undefined && major !== spoken)
    .map(({ pointer, major }) => ({
      code: 'GAN116',
      pointer,
      message: `this spec is written in version ${String(major)} of the language, and this ganspec speaks version ${spoken}`,
      hint: `install a ganspec that knows it, or write the spec in version ${spoken}`,
    }))[0];
}

function majorOfAddress(tree: JsonNode): number | undefined {
  const node = nodeAt(tree, '/$schema');
  const address = node?.kind === 'scalar' ? node.value : undefined;
  const major = typeof address === 'string' ? /\/v(\d+)\.json$/.exec(address)?.[1] : undefined;
  return major === undefined ? undefined : Number(major);
}

function numberAt(tree: JsonNode, pointer: string): number | undefined {
  const node = nodeAt(tree, pointer);
  return node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined;
}
