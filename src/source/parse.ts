/** Parses JSON text into a tree with ranges. Comments and trailing commas are accepted; anything ambiguous is an error. */
import { createScanner, parseTree, type ParseError } from 'jsonc-parser';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.js';
import { maxBytes, maxDepth, maxItems, maxValues } from './bounds.js';
import { buildTree } from './buildTree.js';
import { errorAt } from './errorAt.js';
import type { JsonNode, SourceText } from './jsonTree.js';
import { placeOf, placeOfFile } from './locate.js';
import { sourceText } from './sourceText.js';
import { syntaxError } from './syntaxError.js';

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
  return refuseStructure(source, from);
}

/** Refuses too many brackets inside one another, values and items of a list. Strings and comments do not count. */
function refuseStructure(source: SourceText, from: number): Diagnostic | undefined {
  const text = source.text.slice(from);
  const scanner = createScanner(text, true);
  /** Of each open bracket: the items of a list so far; an object has no limit of its own. */
  const items: number[] = [];
  let values = 1;
  for (;;) {
    scanner.scan();
    const offset = scanner.getTokenOffset();
    if (offset >= text.length) return undefined;
    const character = text[offset];
    if (character === '}' || character === ']') items.pop();
    if (character === '{' || character === '[' || character === ',') {
      values += 1;
      if (character === ',') items.push((items.pop() ?? 0) + 1);
      else items.push(character === '[' ? 1 : -Infinity);
    }
    const refuse = refusalOf(items, values);
    if (refuse) return refuse(placeOf({ source, offset: from + offset, length: 1 }));
  }
}

function refusalOf(
  items: readonly number[],
  values: number,
): ((place: Place) => Diagnostic) | undefined {
  if (items.length > maxDepth) {
    const message = `brackets are nested more than ${maxDepth} deep here`;
    return (place) => errorAt(place, 'GAN107', message);
  }
  if (values > maxValues) return tooManyValues;
  if ((items.at(-1) ?? 0) <= maxItems) return undefined;
  const message = `this list has more than ${maxItems.toLocaleString('en-US')} items`;
  return (place) => errorAt(place, 'GAN108', message, { hint: dataHint });
}

const dataHint = 'a spec names data and does not hold them: check that this file is the spec';

/** The error of a spec with too many values. */
export function tooManyValues(place: Place): Diagnostic {
  const message = `the spec has more than ${maxValues.toLocaleString('en-US')} values`;
  return errorAt(place, 'GAN108', message, { hint: dataHint });
}
