/** Errors that ganspec throws, and the exit codes of the command line. */
import { clippedLines } from './clipped.js';
import type { Diagnostic } from './diagnostic.js';

/** Exit codes of the command line, by cause. */
export const exitCodes = {
  ok: 0,
  internal: 1,
  usage: 2,
  spec: 3,
  data: 4,
  diverged: 5,
  checkpoint: 6,
  limit: 7,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A violated invariant of ganspec itself, never the user's mistake. */
export class InternalError extends Error {
  override readonly name = 'InternalError';
}

/** A mistake of the user or a failure of the environment, with a hint at the fix. */
export class GanspecError extends Error {
  override readonly name: string = 'GanspecError';
  readonly hint?: string;
  /**
   * @param code Stable identifier, as listed in `docs/errors.md`.
   * @param exitCode Exit code of the command line.
   * @param hint A full sentence that says how to fix it.
   * @param pointer JSON Pointer of the part of the spec that caused it, if known.
   */
  constructor(
    readonly code: string,
    readonly exitCode: ExitCode,
    message: string,
    hint?: string,
    readonly pointer?: string,
  ) {
    // They may quote a file name or a value of any length.
    super(clippedLines(message));
    if (hint !== undefined) this.hint = clippedLines(hint);
  }
}

/** A spec with errors: carries every diagnostic, with its place in the text. */
export class SpecError extends GanspecError {
  override readonly name = 'SpecError';
  constructor(
    readonly diagnostics: readonly Diagnostic[],
    message: string,
    exitCode: ExitCode = exitCodes.spec,
  ) {
    super(diagnostics[0]?.code ?? 'GAN100', exitCode, message);
  }
}

/** The message of whatever was thrown, also of a value that has none or throws where it is read. */
export function messageOf(thrown: unknown): string {
  try {
    return thrown instanceof Error ? thrown.message : String(thrown);
  } catch {
    return 'a value that cannot be read';
  }
}

/** The code of an error of Node or of the operating system, as in `ENOENT`; undefined for others. */
export function systemCodeOf(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : undefined;
}
