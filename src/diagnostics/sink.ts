/** Collects what the stages report about one spec, and finds the place of each in its text. */
import type { JsonNode } from '../source/jsonTree.js';
import { locate, placeOf, writtenPointer } from '../source/locate.js';
import type { Diagnostic, Note, Severity } from './diagnostic.js';
import type { Report, ReportExtra } from './report.js';

export class DiagnosticSink implements Report {
  readonly #list: Diagnostic[];
  readonly #said = new Set<string>();

  /**
   * @param tree The spec; its nodes may come from several files.
   * @param earlier What was said before of another form of it.
   */
  constructor(
    private readonly tree: JsonNode,
    earlier: readonly Diagnostic[] = [],
  ) {
    this.#list = [...earlier];
  }

  /** In the order of their reporting. */
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
    // One text may make several values, each with the same mistake.
    const { file, line, column, length } = place;
    const what = JSON.stringify([code, message, file, line, column, length]);
    if (this.#said.has(what)) return;
    this.#said.add(what);
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
