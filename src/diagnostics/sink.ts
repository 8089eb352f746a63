/** Collects the reports about one spec and finds the place of each in its text. Repeated reports are dropped. */
import type { JsonNode } from '../source/jsonTree.js';
import { locate, placeOf, placeOfFile, writtenPointer } from '../source/locate.js';
import { clipped } from './clipped.js';
import type { Diagnostic, Note, Place, Severity } from './diagnostic.js';
import { maxDiagnostics, omittedDiagnostic } from './omitted.js';
import type { Report, ReportExtra } from './report.js';

export class DiagnosticSink implements Report {
  readonly #kept: Diagnostic[];
  readonly #known: Set<string>;
  readonly #count: Record<Severity, number>;

  /**
   * @param tree The spec; its nodes may come from several files.
   * @param earlier Diagnostics of earlier stages.
   */
  constructor(
    private readonly tree: JsonNode,
    earlier?: DiagnosticSink,
  ) {
    this.#known = new Set(earlier ? earlier.#known : []);
    this.#kept = earlier ? [...earlier.#kept] : [];
    this.#count = earlier ? { ...earlier.#count } : { error: 0, warning: 0 };
  }

  /**
   * The diagnostics in the order in which they were reported: errors up to a limit, then warnings up to the same limit
   * of both. The last one counts those left out.
   */
  get list(): readonly Diagnostic[] {
    let room = maxDiagnostics - Math.min(this.#count.error, maxDiagnostics);
    const shown = this.#kept.filter(({ severity }) => {
      if (severity === 'warning') room -= 1;
      return severity === 'error' || room >= 0;
    });
    const omitted = (severity: Severity): number =>
      this.#count[severity] - shown.filter((one) => one.severity === severity).length;
    const counts = { error: omitted('error'), warning: omitted('warning') };
    return [...shown, ...omittedDiagnostic(counts, placeOfFile(this.tree.range.source.file))];
  }

  get hasErrors(): boolean {
    return this.#count.error > 0;
  }

  /** Takes over errors that were found otherwise, and sorts all by their places in the text. */
  adopt(errors: readonly Diagnostic[]): void {
    if (errors.length === 0) return;
    const fresh = errors.filter(({ code, message, place }) => {
      const key = keyOf(code, message, place);
      const isFresh = !this.#known.has(key);
      this.#known.add(key);
      return isFresh;
    });
    this.#kept.push(...fresh.slice(0, Math.max(0, maxDiagnostics - this.#count.error)));
    this.#count.error += fresh.length;
    const own = this.tree.range.source.file;
    this.#kept.sort((a, b) => byPlace(a.place, b.place, own));
  }

  error(code: string, pointer: string, message: string, extra: ReportExtra = {}): void {
    this.#add('error', code, pointer, message, extra);
  }

  warning(code: string, pointer: string, message: string, extra: ReportExtra = {}): void {
    this.#add('warning', code, pointer, message, extra);
  }

  #add(
    severity: Severity,
    code: string,
    pointer: string,
    wholeMessage: string,
    { hint, notes, at }: ReportExtra,
  ): void {
    const range = locate(this.tree, pointer, at);
    const message = clipped(wholeMessage);
    // One text may expand to several values, each with the same mistake.
    const place = placeOf(range);
    const key = keyOf(code, message, place);
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.#count[severity] += 1;
    if (this.#count[severity] > maxDiagnostics) return;
    this.#kept.push({
      code,
      severity,
      message,
      pointer: writtenPointer(this.tree, pointer),
      place,
      ...(hint === undefined ? {} : { hint: clipped(typeof hint === 'string' ? hint : hint()) }),
      ...(notes === undefined ? {} : { notes: notes.map((note) => this.#note(note)) }),
    });
  }

  #note({ message, pointer }: { message: string; pointer?: string }): Note {
    return pointer === undefined
      ? { message: clipped(message) }
      : { message: clipped(message), place: placeOf(locate(this.tree, pointer)) };
  }
}

function keyOf(code: string, message: string, { file, line, column, length }: Place): string {
  return JSON.stringify([code, message, file, line, column, length]);
}

/** The file of the spec itself first, then the others by name; within a file by line and column. */
function byPlace(a: Place, b: Place, own: string): number {
  const rank = ({ file }: Place): string => (file === own ? '' : file);
  return rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : a.line - b.line || a.column - b.column;
}
