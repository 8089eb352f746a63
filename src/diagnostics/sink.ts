/** Collects the reports about one spec and finds the place of each in its text. Repeated reports are dropped. */
import type { JsonNode } from '../source/jsonTree.js';
import { locate, placeOf, writtenPointer } from '../source/locate.js';
import type { Diagnostic, Note, Severity } from './diagnostic.js';
import type { Report, ReportExtra } from './report.js';

export class DiagnosticSink implements Report {
  readonly #list: Diagnostic[];
  readonly #known = new Set<string>();

  /**
   * @param tree The spec; its nodes may come from several files.
   * @param earlier Diagnostics of earlier stages.
   */
  constructor(
    private readonly tree: JsonNode,
    earlier: readonly Diagnostic[] = [],
  ) {
    this.#list = [...earlier];
  }

  /** All diagnostics in the order in which they were reported. */
  get list(): readonly Diagnostic[] {
    return this.#list;
  }

  get hasErrors(): boolean {
    return this.#list.some(({ severity }) => severity === 'error');
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
    message: string,
    { hint, notes, at }: ReportExtra,
  ): void {
    const place = placeOf(locate(this.tree, pointer, at));
    // One text may expand to several values, each with the same mistake.
    const { file, line, column, length } = place;
    const key = JSON.stringify([code, message, file, line, column, length]);
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.#list.push({
      code,
      severity,
      message,
      pointer: writtenPointer(this.tree, pointer),
      place,
      ...(hint === undefined ? {} : { hint }),
      ...(notes === undefined ? {} : { notes: notes.map((note) => this.#note(note)) }),
    });
  }

  #note({ message, pointer }: { message: string; pointer?: string }): Note {
    return pointer === undefined
      ? { message }
      : { message, place: placeOf(locate(this.tree, pointer)) };
  }
}
