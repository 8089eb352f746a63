/** Parses JSON text into a tree with ranges. Comments and trailing commas are accepted; anything ambiguous is an error. */
import { createScanner, parseTree, type ParseError } from 'jsonc-parser';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { buildTree } from './buildTree.js';
import { errorAt } from './errorAt.js';
import type { JsonNode, SourceText } from './jsonTree.js';
import { placeOf, placeOfFile } from './locate.js';
import { sourceText } from './sourceText.js';
import { syntaxError } from './syntaxError.js';

/** Maximum size of a text in bytes of UTF-8. */
export const maxBytes = 1 << 20;
/** Maximum nesting depth of brackets. */
export const maxDepth = 64;

/** The tree of a text, missing where the text is no JSON, and all errors found. */
export interface Parsed {
  readonly tree?: JsonNode;
  readonly problems: readonly Diagnostic[];
}

/** Parses a whole text. @param file Name of the text in messages. @param limit Maximum size in bytes of UTF-8. */
export function parseJson(text: string, file: string, limit = maxBytes): Parsed {
  return parseSource(sourceText(file, text), 0, limit);
}

/** Parses a text from an offset on, with ranges relative to the whole text. */
export function parseSource(source: SourceText, from = 0, limit = maxBytes): Parsed {
  const refusal = refuseSize(source, from, limit);
  if (refusal) return { problems: [refusal] };
  const text = source.text.slice(from);
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
  const [first] = errors;
  if (first) {
    const end = root === undefined ? Infinity : from + root.offset + root.length;
    const error = { ...first, offset: from + first.offset };
    return { problems: [root ? syntaxError(source, error, end) : noValue(source, error)] };
  }
  return root ? buildTree(source, root, from) : { problems: [empty(source)] };
}

function noValue(source: SourceText, error: ParseError): Diagnostic {
  const nothing = error.offset >= source.text.length;
  return nothing ? empty(source) : syntaxError(source, error, Infinity);
}

function empty(source: SourceText): Diagnostic {
  return errorAt(placeOfFile(source.file), 'GAN103', 'the spec is empty', {
    hint: 'a whole spec can be as short as { "extends": "dcgan-mnist" }',
  });
}

function refuseSize(source: SourceText, from: number, limit: number): Diagnostic | undefined {
  if (Buffer.byteLength(source.text) > limit) {
    return errorAt(
      placeOfFile(source.file),
      'GAN108',
      `the text has more than ${limit >> 20} MiB`,
      {
        hint: 'check that this file is the spec',
      },
    );
  }
  const deep = tooDeepAt(source.text.slice(from));
  if (deep === undefined) return undefined;
  const place = placeOf({ source, offset: from + deep, length: 1 });
  return errorAt(place, 'GAN107', `brackets are nested more than ${maxDepth} deep here`);
}

/** Offset of the first bracket beyond the depth limit. Brackets in strings and comments do not count. */
function tooDeepAt(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (;;) {
    scanner.scan();
    const offset = scanner.getTokenOffset();
    if (offset >= text.length) return undefined;
    const character = text[offset];
    if (character === '{' || character === '[') depth += 1;
    if (character === '}' || character === ']') depth -= 1;
    if (depth > maxDepth) return offset;
  }
}
