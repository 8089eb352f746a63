/** The line of a plugin's code in which an error was thrown. */
import { isAbsolute, relative, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageFolder } from '../packageFolder.js';

/** Name of the function that calls a plugin's code: its frame ends that code's part of a stack trace. */
const marker = 'codeOfPlugin';

const calls = { [marker]: <T>(code: () => T): T => code() };

/** Depth of a stack trace that reaches a plugin's code below the functions of TensorFlow.js. */
const depth = 50;

/** Calls code of a plugin, so that `codePlace` knows its lines. */
export function callPlugin<T>(code: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = Math.max(limit, depth);
  try {
    return calls[marker](code);
  } finally {
    Error.stackTraceLimit = limit;
  }
}

interface Frame {
  readonly file: string;
  readonly line: string;
  readonly text: string;
}

const framePattern =
  /^\s*at (?:.*\()?(?:async )?((?:file:\/\/|\/|[A-Za-z]:[\\/]).*?):(\d+):\d+\)?$/;

/**
 * File and line of the plugin's code that an error came through last, as in `odd.mjs:12`: the innermost frame outside of
 * ganspec, TensorFlow.js and Node. Undefined where the plugin's code was not running.
 */
function codePlace(error: unknown): string | undefined {
  const frames = framesOf(error);
  const end = frames.findIndex(
    ({ text, file }) => text.includes(`${marker} `) || (isOwn(file) && /^\s*at async /.test(text)),
  );
  const inside = (end < 0 ? frames : frames.slice(0, end)).filter(({ file }) => isForeign(file));
  const frame = inside.find(({ file }) => !file.includes('node_modules')) ?? inside[0];
  return frame && `${shownPath(frame.file)}:${frame.line}`;
}

/** The place in brackets, to follow a message; empty where there is none. */
export function atPlace(error: unknown): string {
  const place = codePlace(error);
  return place === undefined ? '' : ` (at ${place})`;
}

function framesOf(error: unknown): readonly Frame[] {
  const lines = stackOf(error).split('\n');
  return lines.flatMap((text) => {
    const [, file, line] = framePattern.exec(text) ?? [];
    if (file === undefined || line === undefined) return [];
    return [{ text, line, file: file.startsWith('file://') ? fileURLToPath(file) : file }];
  });
}

/** The stack trace of an error, also of one that throws where it is read. */
function stackOf(error: unknown): string {
  try {
    return error instanceof Error ? String(error.stack) : '';
  } catch {
    return '';
  }
}

/** A file of ganspec itself, as source or built. */
function isOwn(file: string): boolean {
  return ['src', 'dist'].some((folder) => isWithin(join(packageFolder, folder), file));
}

function isForeign(file: string): boolean {
  return !isOwn(file) && !/node_modules[\\/]@tensorflow[\\/]/.test(file);
}

function isWithin(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return !path.startsWith('..') && !isAbsolute(path);
}

/** The path of a file from the working folder, if it is in there. */
export function shownPath(file: string): string {
  return isWithin(process.cwd(), file) ? relative(process.cwd(), file) : file;
}
