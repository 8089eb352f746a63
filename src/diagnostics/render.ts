/** Diagnostics as text. */
import { styleText } from 'node:util';
import { checkOptions, diagnostics, flag } from './arguments.js';
import type { Diagnostic, Place } from './diagnostic.js';
import { blanked, visible } from './visible.js';

/** Characters of a source line shown in a frame. */
const frameWidth = 100;

/** Options of the rendering. */
export interface RenderOptions {
  /** Adds the escape codes of a terminal. */
  readonly color: boolean;
}

/**
 * Each diagnostic as its place, code and message, the line it stands in with carets below, its notes and its hint.
 * @returns Lines ending in a line break; an empty string for an empty list.
 */
export function renderDiagnostics(
  list: readonly Diagnostic[],
  options: RenderOptions = { color: false },
): string {
  diagnostics('list of renderDiagnostics', list);
  checkOptions('renderDiagnostics', options, { color: flag });
  const { color } = options;
  const paint: Paint = (style, text) =>
    color ? styleText(style, text, { validateStream: false }) : text;
  return list.map((diagnostic) => render(diagnostic, paint).join('\n') + '\n').join('');
}

type Style = 'bold' | 'red' | 'yellow' | 'cyan' | 'dim';
type Paint = (style: Style, text: string) => string;

function render(diagnostic: Diagnostic, paint: Paint): string[] {
  const { code, severity, message, place, hint, notes = [] } = diagnostic;
  const style = severity === 'error' ? 'red' : 'yellow';
  const title = `${paint(style, `${severity} ${code}:`)} ${visible(message)}`;
  return [
    `${paint('bold', visible(placeText(place)))} ${title}`,
    ...(isWholeFile(place) ? [] : frame(place, style, paint)),
    ...notes.map((note) => {
      const where = note.place ? `${visible(placeText(note.place))} ` : '';
      return `   ${paint('cyan', 'note:')} ${where}${visible(note.message)}`;
    }),
    ...(hint === undefined ? [] : [`   ${paint('cyan', 'hint:')} ${visible(hint)}`]),
  ];
}

/** A place as in `my-gan.json:14:17`; the file alone for a place that is a whole file. */
export function placeText(place: Place): string {
  return isWholeFile(place) ? place.file : `${place.file}:${place.line}:${place.column}`;
}

function isWholeFile({ length }: Place): boolean {
  return length === 0;
}

function frame({ line, column, length, lineText }: Place, style: Style, paint: Paint): string[] {
  const { text, start } = window(lineText, column - 1);
  const indent = ' '.repeat(column - 1 - start);
  const carets = '^'.repeat(Math.min(length, Math.max(1, text.length - indent.length)));
  return [
    `${paint('dim', `${String(line).padStart(5)} |`)} ${blanked(text)}`,
    `${paint('dim', '      |')} ${indent}${paint(style, carets)}`,
  ];
}

/** The part of a long line (a minified file) that shows the column; `…` stands where it was cut. */
function window(lineText: string, at: number): { readonly text: string; readonly start: number } {
  if (lineText.length <= frameWidth) return { text: lineText, start: 0 };
  const start = Math.max(0, Math.min(at - frameWidth / 4, lineText.length - frameWidth));
  const cut = lineText.slice(start, start + frameWidth);
  const left = start > 0 ? `…${cut.slice(1)}` : cut;
  const text = start + frameWidth < lineText.length ? `${left.slice(0, -1)}…` : left;
  return { text, start };
}
