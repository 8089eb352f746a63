/** Collects what the stages report about one spec, and finds the place of each in its text. */
import type { JsonNode } from '../source/jsonTree.js';
import { locate, placeOf, writtenPointer } from '../source/locate.js';
import type { Diagnostic, Note, Severity } from './diagnostic.js';
import type { Report, ReportExtra } from './report.js';

export class DiagnosticSink implements Report {
  readonly #list: Diagnostic[] = [];

  /** @param tree The spec; its nodes may come from several files. */
  constructor(private readonly tree: JsonNode) {}

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
    this.#list.push({
      code,
      severity,
      message,
      pointer: writtenPointer(this.tree, pointer),
      place: placeOf(locate(this.tree, pointer, at)),
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
