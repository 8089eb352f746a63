/** Diagnostics as JSON. */
import { diagnostic as isDiagnostic } from './arguments.js';
import { clipped } from './clipped.js';
import type { Diagnostic, Severity } from './diagnostic.js';

/** A diagnostic as `--json` prints it. */
export interface DiagnosticJson {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  readonly pointer: string;
  readonly hint?: string;
  readonly notes?: readonly NoteJson[];
}

/** A note, with its place if it has one. */
export interface NoteJson {
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** The diagnostic with its place as flat members, without the text of its line. */
export function diagnosticToJson(diagnostic: Diagnostic): DiagnosticJson {
  isDiagnostic('argument of diagnosticToJson', diagnostic);
  const { code, severity, message, place, pointer, hint, notes } = diagnostic;
  return {
    code,
    severity,
    message,
    file: place.file,
    line: place.line,
    column: place.column,
    // A key may be of any length.
    pointer: clipped(pointer),
    ...(hint === undefined ? {} : { hint }),
    ...(notes === undefined ? {} : { notes: notes.map(noteToJson) }),
  };
}

function noteToJson({ message, place }: NonNullable<Diagnostic['notes']>[number]): NoteJson {
  return place
    ? { message, file: place.file, line: place.line, column: place.column }
    : { message };
}
