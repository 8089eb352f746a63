/** Tags that no entry has. */
import { kinds, type Kind } from '../../entries/entry.js';
import type { ExplainContext } from './explainContext.js';
import type { Finding } from './finding.js';
import { partsHint, sequenceHint } from './joinedName.js';
import { coresOf } from './spelling.js';
import type { Vocabulary } from './vocabulary.js';
import { meantHint, plural, withArticle } from './words.js';

/** Explains an unknown tag. @param pointer Of the tag itself: the bare name, or the value of `type`. */
export function unknownType(
  kind: Kind,
  tag: string,
  pointer: string,
  context: ExplainContext,
): Finding {
  if (tag.includes('/') && wordHint(kind, tag, context) === undefined) {
    return {
      code: 'GAN127',
      pointer,
      message: `${kind} type "${tag}" is that of a plugin that is not loaded`,
      hint: 'load it with --plugin FILE, or with createCompiler({ plugins })',
    };
  }
  return {
    code: 'GAN102',
    pointer,
    message: `unknown ${kind} type "${tag}"`,
    hint: () => wordHint(kind, tag, context) ?? listOf(kind, context.vocabulary),
  };
}

/** Longest name that may be a word in another spelling. */
export const maxNameLength = 100;
/** Number of names for which words are looked for; more unknown names are no slips of the pen. */
const maxSearches = 200;

/** The hint that names the words that a tag may stand for; undefined where there are none. */
function wordHint(kind: Kind, tag: string, context: ExplainContext): string | undefined {
  const { vocabulary, wordHints } = context;
  const key = `${kind} ${tag}`;
  if (tag.length > maxNameLength) return undefined;
  if (wordHints.has(key) || wordHints.size >= maxSearches) return wordHints.get(key);
  const hint =
    meantHint(vocabulary.words(kind).find(coresOf(tag))) ??
    partsHint(kind, tag, context) ??
    otherKindHint(kind, tag, vocabulary) ??
    otherPlaceHint(tag, context) ??
    sequenceHint(kind, tag, vocabulary) ??
    nearHint(vocabulary.words(kind).near(tag)) ??
    numberedHint(kind, tag, vocabulary);
  wordHints.set(key, hint);
  return hint;
}

function nearHint(word: string | undefined): string | undefined {
  return word === undefined ? undefined : `did you mean "${word}"?`;
}

/** A hint for a layer that is numbered, as `dense_2`. */
function numberedHint(kind: Kind, tag: string, vocabulary: Vocabulary): string | undefined {
  const plain = tag.replace(/_?\d+$/, '');
  const isNumbered = kind === 'layer' && plain !== tag && plain.length > 3 && !/lu$/i.test(plain);
  return isNumbered ? meantHint(vocabulary.words(kind).find([plain])) : undefined;
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
