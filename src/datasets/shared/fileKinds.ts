/** Recognition of files by name and by their first bytes. */
import { basename } from 'node:path';
import { readHead } from './dataFile.js';

/** Bytes that suffice to recognise every kind. */
export const headBytes = 512;

/** Kind of files. */
export interface FileKind {
  /** Name for messages, such as `BMP`. */
  readonly name: string;
  /** True if the data set reads files of this kind. */
  readonly isRead: boolean;
  /** True for the first bytes of such a file. */
  readonly fits: (head: Uint8Array) => boolean;
  /** Pattern of names that only such files have, whatever their first bytes. */
  readonly names?: RegExp;
}

/** Files that a data set reads. */
export interface WantedFiles {
  /** Names that are read without a look inside; wrong content is found when they are decoded. */
  readonly names: RegExp;
  /** Kinds of other files, of which the first that fits counts. */
  readonly kinds: readonly FileKind[];
}

/** Decision on a file of a folder: read, passed over in silence, or left out, with its kind for the warning. */
export type Decision = 'read' | 'ignored' | { readonly leftOut: string };

/** Names for files that no program converts. */
export const unnamedKinds = {
  unreadable: 'unreadable',
  unknown: 'unknown kind',
  outside: 'link to another place',
  notes: 'notes',
} as const;

/** Notes that come with data, whose text is none of it. */
export const notesOnData: FileKind = {
  name: unnamedKinds.notes,
  isRead: false,
  names: /^(?:read[-_]?me|licen[cs]e|copying|notice|authors|changelog)(?:\.(?:txt|md|rst))?$/i,
  fits: () => false,
};

/** Files that operating systems put into folders, and text by its name. */
const ignoredNames =
  /^(?:Thumbs\.db|desktop\.ini)$|\.(?:txt|md|csv|tsv|jsonl?|xml|ya?ml|html?|log|ini|toml|py)$/i;

/** Decides on a file by its first bytes: text beside the data is ignored, all else that is not read is left out. */
export function decideByContent(path: string, kinds: readonly FileKind[]): Decision {
  const name = basename(path);
  const named = kinds.find(({ names }) => names?.test(name) === true);
  if (named) return decisionOn(named);
  if (ignoredNames.test(name)) return 'ignored';
  const head = headOf(path);
  if (!head) return { leftOut: unnamedKinds.unreadable };
  const kind = kindOf(head, kinds);
  if (kind) return decisionOn(kind);
  return isText(head) ? 'ignored' : { leftOut: unnamedKinds.unknown };
}

function decisionOn({ isRead, name }: FileKind): Decision {
  return isRead ? 'read' : { leftOut: name };
}

/** Kind of a file by its first bytes. */
export function kindOf(head: Uint8Array, kinds: readonly FileKind[]): FileKind | undefined {
  return kinds.find(({ fits }) => fits(head));
}

function headOf(path: string): Uint8Array | undefined {
  try {
    return readHead(path, headBytes);
  } catch {
    return undefined;
  }
}

/** True for bytes without control characters but white space. */
export function isText(head: Uint8Array): boolean {
  return head.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

/** True if bytes have those of a text, one byte for each character, from an offset on. */
export function startsWith(head: Uint8Array, text: string, offset = 0): boolean {
  const bytes = head.subarray(offset, offset + text.length);
  return Buffer.from(bytes).toString('latin1') === text;
}
