/**
 * Records: JSON files that ganspec writes for itself. Nothing of one is used unless all of it has the form of its schema,
 * and those that no other file vouches for carry a SHA-256 of their own.
 */
import type { ValidateFunction } from 'ajv';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import { placeText } from '../diagnostics/render.js';
import { newAjv } from '../language/schema/newAjv.js';
import type { JsonNode } from '../source/jsonTree.js';
import { locate, placeOf } from '../source/locate.js';
import { parseJson } from '../source/parse.js';
import { toValue } from '../source/value.js';
import { version } from '../version.js';
import { digestOf } from './digest.js';
import { jsonText } from './jsonText.js';
import { readRegularFile } from './readFile.js';

/** Upper bound on the size of a record; the interfaces of a thousand layers take about 8 MiB. */
const maxRecordBytes = 2 ** 25;

/** The text of a record with the SHA-256 of its content, under the key `sha256`. */
export function sealedText(record: object): string {
  return jsonText({ ...record, sha256: sealOf(record) });
}

/**
 * Reads a record that `sealedText` made, without its seal.
 * @param schema JSON schema, draft-07, of an object.
 * @throws GanspecError GAN610, exit code 6, with file and place; GAN606, exit code 6, where another version of ganspec wrote it
 * in a form of its own.
 */
export function readSealedRecord(path: string, schema: object): unknown {
  const tree = parseRecord(
    readRegularFile(path, (reason) => damaged(path, reason), maxRecordBytes),
    path,
  );
  const value = toValue(tree);
  const mistake = formMistake(value, schema);
  if (mistake) {
    throw (
      otherVersion(path, value, mistake.what) ??
      damaged(placeAt(tree, mistake.pointer), mistake.what)
    );
  }
  // The schema asks for an object.
  const { sha256, ...content } = value as Sealed;
  if (sha256 === sealOf(content)) return content;
  throw damaged(
    placeAt(tree, '/sha256'),
    sha256 === undefined
      ? 'it has no "sha256" of its content'
      : 'its content is not what was written: its SHA-256 is not the "sha256" here',
  );
}

interface Sealed {
  readonly sha256?: unknown;
  readonly ganspec?: unknown;
}

/** The error of a whole record that another version wrote in its own form; undefined for one that is damaged. */
function otherVersion(path: string, value: unknown, what: string): GanspecError | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { sha256, ...content }: Sealed = value;
  const { ganspec } = content;
  if (typeof ganspec !== 'string' || ganspec === version || sha256 !== sealOf(content))
    return undefined;
  return new GanspecError(
    'GAN606',
    exitCodes.checkpoint,
    `${path}: written by ganspec ${ganspec} in a form that this version, ${version}, does not know: ${what}`,
    `Use ganspec ${ganspec}, or a later one that reads it.`,
  );
}

/**
 * The value of a record for which another file vouches.
 * @throws GanspecError GAN610, exit code 6, with file and place.
 */
export function recordValue(bytes: Uint8Array, path: string, schema: object): unknown {
  return checkedValue(parseRecord(bytes, path), schema);
}

/** A mistake of a text that should be JSON. */
export interface SyntaxMistake {
  /** File, line and column, as far as they are known. */
  readonly place: string;
  readonly what: string;
}

/** The first mistake of a text; undefined for JSON without one. */
export function syntaxMistake(bytes: Uint8Array, path: string): SyntaxMistake | undefined {
  const parsed = parse(bytes, path);
  return 'what' in parsed ? parsed : undefined;
}

function parseRecord(bytes: Uint8Array, path: string): JsonNode {
  const parsed = parse(bytes, path);
  if ('what' in parsed) throw damaged(parsed.place, parsed.what);
  return parsed;
}

function parse(bytes: Uint8Array, path: string): JsonNode | SyntaxMistake {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { place: path, what: 'it is not UTF-8 text' };
  }
  const { tree, problems } = parseJson(text, path, maxRecordBytes);
  const [problem] = problems;
  if (!problem) return tree ?? { place: path, what: 'it holds no JSON' };
  const { code, message, place } = problem;
  return { place: placeText(place), what: reasons[code] ?? message };
}

/** Reasons that are worded for a spec where they come from. */
const reasons: Readonly<Record<string, string>> = {
  GAN103: 'it is empty',
  GAN106: 'no record has this key',
};

const checks = new WeakMap<object, ValidateFunction>();

function checkedValue(tree: JsonNode, schema: object): unknown {
  const value = toValue(tree);
  const mistake = formMistake(value, schema);
  if (mistake) throw damaged(placeAt(tree, mistake.pointer), mistake.what);
  return value;
}

/** The first place where a value has not the form of a schema, and what is wrong there. */
export function formMistake(
  value: unknown,
  schema: object,
): { readonly pointer: string; readonly what: string } | undefined {
  const check = checks.get(schema) ?? newAjv().compile(schema);
  checks.set(schema, check);
  if (check(value)) return undefined;
  const [error] = check.errors ?? [];
  const { instancePath: pointer = '', message = 'is not what it should be' } = error ?? {};
  return { pointer, what: `${pointer === '' ? 'the record' : pointer} ${message}` };
}

/** SHA-256 of the content, whatever its spacing; keys in the order of the record, which parsing keeps. */
function sealOf(content: object): string {
  return digestOf(JSON.stringify(content));
}

function placeAt(tree: JsonNode, pointer: string): string {
  return placeText(placeOf(locate(tree, pointer)));
}

/** The error of a damaged record. @param place File, and place in it as far as it is known. */
export function damaged(place: string, what: string): GanspecError {
  return new GanspecError(
    'GAN610',
    exitCodes.checkpoint,
    `${place}: damaged: ${what}`,
    'Restore the folder from a copy, or make it anew; a damaged record is never used in silence.',
  );
}
