/** Differences between initializers of other frameworks and those of the same name here. */
import type { JsonNode } from '../../source/jsonTree.js';
import { nodeAt } from '../../source/locate.js';
import { memberOf, stringOf } from '../expand/nodes.js';
import { lettersOf } from './spelling.js';

/** `varianceScaling` for the words whose variance differs from that of the name elsewhere. */
interface Scaling {
  readonly scale: number;
  readonly mode: 'fanIn' | 'fanOut' | 'fanAvg';
  readonly distribution: 'truncatedNormal' | 'normal' | 'uniform';
}

const scalings: Readonly<Partial<Record<string, Scaling>>> = {
  heNormal: { scale: 2, mode: 'fanIn', distribution: 'truncatedNormal' },
  heUniform: { scale: 2, mode: 'fanIn', distribution: 'uniform' },
  lecunNormal: { scale: 1, mode: 'fanIn', distribution: 'truncatedNormal' },
  lecunUniform: { scale: 1, mode: 'fanIn', distribution: 'uniform' },
  glorotNormal: { scale: 1, mode: 'fanAvg', distribution: 'truncatedNormal' },
};

/**
 * The exact form of an initializer of another framework, where the word that a hint names differs from it.
 * @param written Its name there: those of PyTorch (`kaiming_…`, `xavier_…`) draw from a normal distribution that is not
 * truncated.
 * @param pointer Of the name in the spec; transposed convolutions have another fan-in there.
 */
export function initializerNote(
  written: string,
  word: string,
  pointer: string,
  tree: JsonNode,
): string {
  const scaling = scalings[word];
  if (!scaling) return '';
  const isUntruncated =
    /kaiming|xavier/.test(lettersOf(written)) && scaling.distribution === 'truncatedNormal';
  const layer = nodeAt(tree, pointer.replace(/\/[^/]+(?:\/type)?$/, ''));
  const type = stringOf(memberOf(layer, 'type')) ?? '';
  const isOfOtherFan = scaling.mode === 'fanIn' && /transpose|deconv/i.test(type);
  if (!isUntruncated && !isOfOtherFan) return '';
  const exact = {
    type: 'varianceScaling',
    scale: scaling.scale,
    mode: isOfOtherFan ? 'fanOut' : scaling.mode,
    distribution: isUntruncated ? 'normal' : scaling.distribution,
  };
  const members = Object.entries(exact).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);
  const reasons = [
    ...(isUntruncated ? [`${written} is not truncated`] : []),
    ...(isOfOtherFan ? ['it counts outputs where a transposed convolution has inputs'] : []),
  ];
  return `elsewhere ${reasons.join(', and ')}: exactly it is { ${members.join(', ')} }`;
}
