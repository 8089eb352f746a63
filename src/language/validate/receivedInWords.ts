import type { JsonNode } from '../../source/jsonTree.js';
import { valueInWords } from './words.js';

/** A received value for a message: a number as it is written, or as the result of its expression. */
export function receivedInWords(value: unknown, node: JsonNode | undefined): string {
  if (typeof value !== 'number' || node === undefined) return valueInWords(value);
  const { source, offset, length } = node.range;
  const written = source.text.slice(offset, offset + length);
  const short = written.length > 60 ? `${written.slice(0, 59)}…` : written;
  return /^"?=/.test(written) ? `${value} from ${short}` : short;
}
