/** Batch normalization with the momentum of PyTorch, 1 minus the one here: valid, and told of beside any mistake. */
import type { Report } from '../../diagnostics/report.js';
import type { JsonNode } from '../../source/jsonTree.js';
import { nodeAt } from '../../source/locate.js';
import { pointerTo } from '../../source/pointer.js';
import { players } from '../../entries/player.js';
import { memberOf, numberOf, stringOf } from '../expand/nodes.js';
import { coresOf } from './spelling.js';
import type { Vocabulary } from './vocabulary.js';

/** Largest momentum that no one gives on purpose. */
const mostForeign = 0.5;

/** Warns of such layers of both networks, also of those under another name of theirs. */
export function warnOfMomentum(tree: JsonNode, vocabulary: () => Vocabulary, report: Report): void {
  const isBatchNorm = (type: string): boolean =>
    type === 'batchNorm' ||
    vocabulary().words('layer').find(coresOf(type))[0]?.word === 'batchNorm';
  const visit = (node: JsonNode, pointer: string): void => {
    const momentum = numberOf(memberOf(node, 'momentum'));
    const isForeign = momentum !== undefined && momentum >= 0 && momentum <= mostForeign;
    if (isForeign && isBatchNorm(stringOf(memberOf(node, 'type')) ?? '')) {
      const kept = Number((1 - momentum).toPrecision(12));
      report.warning(
        'GAN315',
        `${pointer}/momentum`,
        `momentum ${momentum} keeps ${momentum} of the running statistics at each update, so samples are drawn with those of the last batch`,
        { hint: `a momentum of ${momentum} in PyTorch is ${kept} here` },
      );
    }
    for (const [key, inner] of childrenOf(node)) visit(inner, pointer + pointerTo([key]));
  };
  for (const player of players) {
    const network = nodeAt(tree, pointerTo([player]));
    if (network) visit(network, pointerTo([player]));
  }
}

function childrenOf(node: JsonNode): readonly (readonly [key: string, node: JsonNode])[] {
  if (node.kind === 'array') return node.items.map((item, index) => [String(index), item]);
  if (node.kind === 'scalar') return [];
  return [...node.members].map(([key, { value }]) => [key, value]);
}
