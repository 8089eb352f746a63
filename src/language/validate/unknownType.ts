/** Tags that no entry has. */
import type { Kind } from '../../entries/entry.js';
import type { Finding } from './finding.js';
import { meantHint, sameWord } from './otherNames.js';
import type { Vocabulary } from './vocabulary.js';
import { plural, withArticle } from './words.js';

/** @param pointer Of the tag itself: the bare name, or the value of `type`. */
export function unknownType(
  kind: Kind,
  tag: string,
  pointer: string,
  vocabulary: Vocabulary,
): Finding {
  const tags = vocabulary.tags(kind);
  const isOwn = sameWord(tag, tags) !== undefined;
  const hint = (isOwn ? undefined : elsewhereHint(kind, tag, vocabulary)) ?? meantHint(tag, tags);
  if (hint === undefined && tag.includes('/')) {
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
    hint: hint ?? listOf(kind, vocabulary),
  };
}

/** For a word of another kind: how the kind that is asked for takes it, or else which words that kind has. */
function elsewhereHint(kind: Kind, tag: string, vocabulary: Vocabulary): string | undefined {
  const word = vocabulary.kindOfWord(tag);
  if (!word) return undefined;
  const { kind: other, type } = word;
  const called = type === tag ? '' : `, here called "${type}"`;
  const taker = vocabulary.fragment(kind, other)?.properties[other];
  const use = taker
    ? `write { "type": "${other}", "${other}": "${type}" }`
    : listOf(kind, vocabulary);
  return `${tag} is ${withArticle(other)}${called}; ${use}`;
}

function listOf(kind: Kind, vocabulary: Vocabulary): string {
  return `the ${plural(kind)} are ${vocabulary.tags(kind).join(', ')}`;
}
