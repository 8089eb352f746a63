/** From a JSON Pointer to the node it means, the text that wrote it, and its line and column. */
import type { Place } from '../diagnostics/diagnostic.js';
import type { JsonNode, Range } from './jsonTree.js';
import { pathOf, pointerTo } from './pointer.js';

/** The node that a pointer means, or undefined where there is none. */
export function nodeAt(tree: JsonNode, pointer: string): JsonNode | undefined {
  let node: JsonNode | undefined = tree;
  for (const step of pathOf(pointer)) node = node && child(node, step);
  return node;
}

/**
 * The stretch of text that wrote a value or its key. A pointer to nothing means the nearest ancestor that exists;
 * a value without a key (an item of a list, the root) stands for its own key.
 */
export function locate(tree: JsonNode, pointer: string, at: 'key' | 'value' = 'value'): Range {
  let node = tree;
  let key = tree.range;
  for (const step of pathOf(pointer)) {
    const next = child(node, step);
    if (next === undefined) return node.range;
    key = node.kind === 'object' ? (node.members.get(step)?.key ?? next.range) : next.range;
    node = next;
  }
  return at === 'key' ? key : node.range;
}

/** The pointer itself, or that of the nearest ancestor that the text has: an option that was filled in stands nowhere. */
export function writtenPointer(tree: JsonNode, pointer: string): string {
  const path = pathOf(pointer);
  while (nodeAt(tree, pointerTo(path)) === undefined) path.pop();
  return pointerTo(path);
}

/** The line and column of a range, with the text of its line; the length stops at the end of that line. */
export function placeOf(range: Range): Place {
  const { file, text, lineStarts } = range.source;
  const line = lineAt(lineStarts, range.offset);
  const start = lineStarts[line] ?? 0;
  const lineText = text.slice(start, lineStarts[line + 1] ?? text.length).replace(/[\r\n]+$/, '');
  const column = range.offset - start;
  const length = Math.max(1, Math.min(range.length, lineText.length - column));
  return { file, line: line + 1, column: column + 1, length, lineText };
}

/** Stands for a file as a whole: line 1, column 1, nothing to underline. */
export function placeOfFile(file: string): Place {
  return { file, line: 1, column: 1, length: 0, lineText: '' };
}

/** The node that one key or index of a pointer leads to. */
export function child(node: JsonNode, step: string): JsonNode | undefined {
  if (node.kind === 'object') return node.members.get(step)?.value;
  return node.kind === 'array' && /^\d+$/.test(step) ? node.items[Number(step)] : undefined;
}

/** Index of the last line that starts at or before the offset. */
function lineAt(lineStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
