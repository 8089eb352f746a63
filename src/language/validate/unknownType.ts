/** Tags that no entry has. */
import { plural } from '../../diagnostics/counted.js';
import { kinds, type Kind } from '../../entries/entry.js';
import { nodeAt } from '../../source/locate.js';
import { textNode } from '../expand/nodes.js';
import type { Correction, Replacing } from '../corrections/correction.js';
import { entryOfNumber } from './entryForm.js';
import type { ExplainContext } from './explainContext.js';
import type { Finding, Suggestion } from './finding.js';
import { initializerNote } from './initializerNote.js';
import { layerGroup } from './layerGroup.js';
import { likelyTypes } from './likelyType.js';
import { joinedSuggestion, sequenceSuggestion } from './joinedName.js';
import { NameTable } from './nameTable.js';
import { pathForm } from './pathForm.js';
import { nodeOf } from './scalarForm.js';
import { coresOf } from './spelling.js';
import type { Vocabulary } from './vocabulary.js';
import { meantSuggestion, nearSuggestion, withArticle } from './words.js';

/** Explains an unknown tag. @param pointer Of the tag itself: the bare name, or the value of `type`. */
export function unknownType(
  kind: Kind,
  tag: string,
  pointer: string,
  context: ExplainContext,
): Finding {
  const path =
    kind === 'dataset' && !pointer.endsWith('/type') ? pathForm(tag, context) : undefined;
  if (path) return { code: 'GAN102', pointer, ...path };
  if (tag.includes('/') && suggestion(kind, tag, context) === undefined) {
    return {
      code: 'GAN127',
      pointer,
      message: `${kind} type "${tag}" is that of a plugin that is not loaded`,
      hint: 'load it with --plugin FILE, or with createCompiler({ plugins })',
    };
  }
  const message = `unknown ${kind} type "${tag}"`;
  const owner = pointer.replace(/\/type$/, '');
  const group =
    kind === 'layer' && !suggestion(kind, tag, context)?.word
      ? layerGroup(owner, context)
      : undefined;
  if (group) {
    const { text: hint, correction } = group;
    return {
      code: 'GAN102',
      pointer,
      message,
      hint,
      correction: () => correction,
      correctionAt: owner,
    };
  }
  return {
    code: 'GAN102',
    pointer,
    message,
    hint: () => {
      const meant = suggestion(kind, tag, context);
      if (!meant) return listOf(kind, context.vocabulary);
      const { word } = meant;
      if (word === undefined) return meant.text;
      const entry = calledEntry(tag, kind, word, context);
      if (entry) return calledHint(entry, word, pointer);
      const note = noteOn(tag, kind, word, pointer, context);
      return note === '' ? meant.text : `here it is called "${word}"; ${note}`;
    },
    correction: () => {
      const word = suggestion(kind, tag, context)?.word;
      if (word === undefined) return standIn(kind, pointer, context);
      const entry = calledEntry(tag, kind, word, context);
      return pointer.endsWith('/type') || !entry ? replacedBy(word) : replacedByEntry(entry);
    },
  };
}

/** A word that has all options of an entry of unknown type, so that what stands in them is checked. */
function standIn(
  kind: Kind,
  pointer: string,
  { tree, vocabulary }: ExplainContext,
): Correction | undefined {
  if (!pointer.endsWith('/type')) return undefined;
  const node = nodeAt(tree, pointer.replace(/\/type$/, ''));
  const likely = likelyTypes(node, kind, vocabulary).find(({ isWhole }) => isWhole);
  return likely && { ...replacedBy(likely.type), isGuess: true };
}

/** The entry of a name with the number of its main option, as `LeakyReLU(0.2)`. */
function calledEntry(
  tag: string,
  kind: Kind,
  word: string,
  { vocabulary }: ExplainContext,
): Readonly<Record<string, unknown>> | undefined {
  const written = /\((?:\s*\w+\s*=)?\s*(-?[\d.]+(?:e-?\d+)?)\s*\)$|[_-]?(\d*\.\d+)$/i.exec(tag);
  const number = Number(written?.[1] ?? written?.[2]);
  return written ? entryOfNumber(number, kind, word, vocabulary) : undefined;
}

/** A hint for such a name. */
function calledHint(
  entry: Readonly<Record<string, unknown>>,
  word: string,
  pointer: string,
): string {
  const called = `here it is called "${word}"`;
  const text = JSON.stringify(entry).replace(/([:,])/g, '$1 ');
  const [option, value] = Object.entries(entry).at(-1) ?? [];
  return pointer.endsWith('/type')
    ? `${called}, with "${option ?? ''}": ${String(value)}`
    : `${called}: write ${text}`;
}

/** Differences between a word and what others have under the name written; empty for none. */
function noteOn(
  tag: string,
  kind: Kind,
  word: string,
  pointer: string,
  { tree, vocabulary }: ExplainContext,
): string {
  if (kind === 'initializer') return initializerNote(tag, word, pointer, tree);
  const penalties = nodeAt(tree, '/penalties');
  const isLimited = penalties?.kind === 'array' && penalties.items.length > 0;
  if (kind === 'loss' && isLimited && vocabulary.needsLipschitz(word)) return '';
  const notes = vocabulary.fragment(kind, word)?.nameNotes ?? {};
  const names = new NameTable(Object.keys(notes).map((name) => ({ word: name, otherNames: [] })));
  return notes[names.find(coresOf(tag))[0]?.word ?? ''] ?? '';
}

/** Longest name that may be a word in another spelling. */
export const maxNameLength = 100;
/** Number of names for which words are looked for; more unknown names are no slips of the pen. */
const maxSearches = 200;

function replacedByEntry(entry: Readonly<Record<string, unknown>>): Replacing {
  return { kind: 'replace', by: ({ range }) => nodeOf(entry, range), inside: ['/type'] };
}

function replacedBy(word: string): Replacing {
  return { kind: 'replace', by: ({ range }) => textNode(word, range), inside: [''] };
}

/** The suggestion of the words that a tag may stand for; undefined where there are none. */
function suggestion(kind: Kind, tag: string, context: ExplainContext): Suggestion | undefined {
  const { vocabulary, wordHints } = context;
  const key = `${kind} ${tag}`;
  if (tag.length > maxNameLength) return undefined;
  if (wordHints.has(key) || wordHints.size >= maxSearches) return wordHints.get(key);
  const found =
    meantSuggestion(vocabulary.words(kind).find(coresOf(tag))) ??
    joinedSuggestion(kind, tag, context) ??
    textOnly(otherKindHint(kind, tag, vocabulary)) ??
    textOnly(otherPlaceHint(tag, context)) ??
    sequenceSuggestion(kind, tag, vocabulary) ??
    nearSuggestion(vocabulary.words(kind).near(tag)) ??
    numbered(kind, tag, vocabulary);
  wordHints.set(key, found);
  return found;
}

function textOnly(text: string | undefined): Suggestion | undefined {
  return text === undefined ? undefined : { text };
}

/** The suggestion for a layer that is numbered, as `dense_2`. */
function numbered(kind: Kind, tag: string, vocabulary: Vocabulary): Suggestion | undefined {
  const plain = tag.replace(/_?\d+$/, '');
  const isNumbered = kind === 'layer' && plain !== tag && plain.length > 3 && !/lu$/i.test(plain);
  return isNumbered ? meantSuggestion(vocabulary.words(kind).find([plain])) : undefined;
}

/** A hint for a word of another kind: the option of the expected kind that takes it, or else the words of that kind. */
function otherKindHint(kind: Kind, tag: string, vocabulary: Vocabulary): string | undefined {
  // A GAN named after a word, such as SoftmaxGAN, is not that word.
  const isGan = /gan/i.test(tag);
  const names = coresOf(tag).filter((core) => !isGan || /gan/i.test(core));
  const found = kinds.flatMap((other) =>
    vocabulary
      .words(other)
      .find(names)
      .map((meant) => ({ other, ...meant })),
  );
  const takes = (other: Kind): boolean =>
    vocabulary.fragment(kind, other)?.properties[other] !== undefined;
  const taken = found.find(({ other }) => takes(other));
  const best = taken ?? found.find(({ isOwnName }) => isOwnName) ?? found[0];
  if (!best) return undefined;
  const { other, word } = best;
  const called = word === tag ? '' : `, here called "${word}"`;
  const use = taken
    ? `write { "type": "${other}", "${other}": "${word}" }`
    : listOf(kind, vocabulary);
  return `${tag} is ${withArticle(other)}${called}; ${use}`;
}

/** A hint for the name of an option: of every word of a kind, or of another part of the spec. */
function otherPlaceHint(tag: string, { vocabulary, homes }: ExplainContext): string | undefined {
  const [home] = homes.ofPart(tag);
  if (home) return `its place is ${home.text}`;
  const shared = vocabulary.sharedOption(tag);
  return shared && `${shared.name} is an option of every ${shared.kind}: "${shared.name}": true`;
}

function listOf(kind: Kind, vocabulary: Vocabulary): string {
  return `the ${plural(kind)} are ${vocabulary.tags(kind).join(', ')}`;
}
