/** Tags that no entry has. */
import { kinds, type Kind } from '../../entries/entry.js';
import { choicesOf } from '../schema/choices.js';
import type { ExplainContext } from './explainContext.js';
import type { Finding } from './finding.js';
import type { Meant } from './nameTable.js';
import { coresOf, lettersOf, partsOf, wordsOf } from './spelling.js';
import type { Vocabulary } from './vocabulary.js';
import { orList, plural, withArticle } from './words.js';

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

/** The hint that names the words meant; undefined where there are none. */
export function meantHint(meant: readonly Meant[]): string | undefined {
  const names = orList(meant.map(({ word }) => `"${word}"`));
  if (meant[0] === undefined) return undefined;
  return meant[0].isOwnName ? `did you mean ${names}?` : `here it is called ${names}`;
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

/** A hint for a word joined with another name, as in `wgan-gp`, `SNConv2d` or `dense_relu`. */
function partsHint(kind: Kind, tag: string, context: ExplainContext): string | undefined {
  const words = context.vocabulary.words(kind);
  for (const [own, other] of partsOf(tag)) {
    const called = meantHint(words.find([own]).map((meant) => ({ ...meant, isOwnName: false })));
    const beside = called && besideText(kind, words.find([own])[0]?.word ?? '', other, context);
    if (beside !== undefined) return `${String(called)}, with ${beside}`;
  }
  return undefined;
}

/** The key that expresses the other part of such a name, with its value. */
function besideText(
  kind: Kind,
  word: string,
  other: string,
  { vocabulary, homes }: ExplainContext,
): string | undefined {
  const shared = vocabulary.sharedOption(other);
  if (shared?.kind === kind) return `"${shared.name}": true`;
  const options = vocabulary.fragment(kind, word)?.properties ?? {};
  const taken = kinds
    .filter((one) => options[one]?.entry === one)
    .flatMap((one) =>
      vocabulary
        .words(one)
        .find([other])
        .map(({ word: value }) => `"${one}": "${value}"`),
    );
  if (taken[0] !== undefined) return taken[0];
  const value = lettersOf(other);
  const takesIt = Object.keys(options).find((name) =>
    choicesOf(options[name], vocabulary.annotated.definitions).some(
      (choice) => Array.isArray(choice['enum']) && choice['enum'].includes(value),
    ),
  );
  if (takesIt !== undefined) return `"${takesIt}": "${value}"`;
  const scheduled = Object.keys(options).find((name) => options[name]?.schedulable === true);
  const schedule = kind === 'schedule' && vocabulary.words(kind).find([other])[0]?.word;
  if (scheduled !== undefined && schedule) {
    return `"${scheduled}": { "type": "${schedule}", … }`;
  }
  const isOfSpec = homes.ofWord(word).length > 0;
  return isOfSpec ? homes.ofWord(other)[0]?.text : undefined;
}

/** A hint for several layers in one name, as `ConvBNReLU`. */
function sequenceHint(kind: Kind, tag: string, vocabulary: Vocabulary): string | undefined {
  if (kind !== 'layer') return undefined;
  const [first, ...others] = layersIn(wordsOf(tag), vocabulary) ?? [];
  if (first === undefined || others.length === 0) return undefined;
  const list = others.map((word) => `"${word}"`).join(', ');
  return `here it is called "${first}", with ${list} behind it as ${others.length === 1 ? 'a layer of its own' : 'layers of their own'}`;
}

/** The layers that the words of a name are, each of one word or more; undefined where some are none. */
function layersIn(words: readonly string[], vocabulary: Vocabulary): readonly string[] | undefined {
  if (words.length === 0) return [];
  for (let length = words.length; length > 0; length -= 1) {
    const [layer] = vocabulary.words('layer').find([words.slice(0, length).join('_')]);
    const rest = layer && layersIn(words.slice(length), vocabulary);
    if (layer && rest?.every((word) => vocabulary.isPlainLayer(word))) {
      return [layer.word, ...rest];
    }
  }
  return undefined;
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
