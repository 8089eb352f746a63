/** Numbers that become infinite or zero in float32, in which training computes. */
import { placesAlong } from '../schema/along.js';
import type { JsonNode } from '../../source/jsonTree.js';
import { nodeAt } from '../../source/locate.js';
import { toValue } from '../../source/value.js';
import type { Language } from '../language.js';
import type { Finding } from './finding.js';
import { receivedInWords } from './receivedInWords.js';
import { placeName } from './words.js';

/** The smallest number of full precision, 2⁻¹²⁶; engines replace smaller ones by 0. */
const smallest = 2 ** -126;

/** One finding for each such number where the schema takes real numbers; whole numbers never reach a tensor. */
export function float32Findings(
  tree: JsonNode,
  { schema, definitions }: Language,
): readonly Finding[] {
  if (!holdsAny(tree)) return [];
  return placesAlong(toValue(tree), schema, definitions).flatMap(({ value, pointer, choices }) => {
    const isReal = choices.some(({ type }) => [type].flat().includes('number'));
    // Parameters of a spec are operands of expressions, whose results are checked instead.
    if (!isReal || !isBeyond(value) || /^\/parameters\/[^/]+$/.test(pointer)) return [];
    const received = receivedInWords(value, nodeAt(tree, pointer));
    return [
      {
        code: 'GAN124',
        pointer,
        message: `${placeName(pointer)} must be a number that float32 can hold, received ${received}`,
        hint: isTooLarge(Number(value))
          ? 'float32 ends at 3.4e38'
          : 'below 1.2e-38 numbers are 0 in float32: write 0, or a larger number',
      },
    ];
  });
}

function holdsAny(node: JsonNode): boolean {
  switch (node.kind) {
    case 'scalar':
      return isBeyond(node.value);
    case 'array':
      return node.items.some(holdsAny);
    case 'object':
      return [...node.members.values()].some(({ value }) => holdsAny(value));
  }
}

function isBeyond(value: unknown): boolean {
  return typeof value === 'number' && (isTooLarge(value) || isTooSmall(value));
}

function isTooLarge(value: number): boolean {
  return !Number.isFinite(Math.fround(value));
}

function isTooSmall(value: number): boolean {
  return value !== 0 && Math.abs(value) < smallest;
}
