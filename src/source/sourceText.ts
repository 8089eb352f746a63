/** Texts as they were read. */
import type { SourceText } from './jsonTree.js';

/** Gives a text its name and finds where its lines start. A leading byte order mark is left out. */
export function sourceText(file: string, raw: string): SourceText {
  const text = raw.startsWith('\uFEFF') ? raw.slice(1) : raw;
  const lineStarts = [0];
  for (const lineEnd of text.matchAll(/\r\n|\n|\r/g)) {
    lineStarts.push(lineEnd.index + lineEnd[0].length);
  }
  return { file, text, lineStarts };
}
