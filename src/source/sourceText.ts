/** Source texts with the starts of their lines. */
import type { SourceText } from './jsonTree.js';

/** A text with its name and the starts of its lines, without a leading byte order mark. */
export function sourceText(file: string, raw: string): SourceText {
  const text = raw.startsWith('\uFEFF') ? raw.slice(1) : raw;
  const lineStarts = [0];
  for (const lineEnd of text.matchAll(/\r\n|\n|\r/g)) {
    lineStarts.push(lineEnd.index + lineEnd[0].length);
  }
  return { file, text, lineStarts };
}
