/** Resolves JSON Pointers to nodes, ranges of text, lines and columns. */
import type { Place } from '../diagnostics/diagnostic.js';
import type { JsonNode, Range } from './jsonTree.js';
import { pathOf, pointerTo } from './pointer.js';

/** The node at a pointer; undefined where there is none. */
export function nodeAt(tree: JsonNode, pointer: string): JsonNode | undefined {
  let node: JsonNode | undefined = tree;
  for (const step of pathOf(pointer)) node = node && child(node, step);
  return node;
}

/**
 * The range of text of a value or its key. Where the pointer leads to no value, the range is that of the nearest ancestor;
 * where a value has no key (an item of a list, the root), that of the value.
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

/** The pointer, or that of the nearest ancestor in the text: a default that was filled in is not in the text. */
export function writtenPointer(tree: JsonNode, pointer: string): string {
  const path = pathOf(pointer);
  while (nodeAt(tree, pointerTo(path)) === undefined) path.pop();
  return pointerTo(path);
}

/** The line and column of a range and the text of that line, at whose end the length is cut. */
export function placeOf(range: Range): Place {
  const { file, text, lineStarts } = range.source;
  const line = lineAt(lineStarts, range.offset);
  const start = lineStarts[line] ?? 0;
  const lineText = text.slice(start, endOfLine(text, lineStarts[line + 1] ?? text.length));
  const column = range.offset - start;
  const length = Math.max(1, Math.min(range.length, lineText.length - column));
  return { file, line: line + 1, column: column + 1, length, lineText };
}

/** The place of an error that concerns a whole file: line 1, column 1, nothing underlined. */
export function placeOfFile(file: string): Place {
  return { file, line: 1, column: 1, length: 0, lineText: '' };
}

/** The member or item of a node at one key or index of a pointer. */
function child(node: JsonNode, step: string): JsonNode | undefined {
  if (node.kind === 'object') return node.members.get(step)?.value;
  return node.kind === 'array' && /^\d+$/.test(step) ? node.items[Number(step)] : undefined;
}

/** The end of a line without its line break, of which a line has at most two characters. @param next Start of the next line */
function endOfLine(text: string, next: number): number {
  const isBreak = (at: number): boolean => text[at] === '\n' || text[at] === '\r';
  const end = isBreak(next - 1) ? next - 1 : next;
  return end < next && isBreak(end - 1) ? end - 1 : end;
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
