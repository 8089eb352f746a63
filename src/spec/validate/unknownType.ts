/** Tags that no entry has. */
import type { Kind } from '../../registry/entries.js';
import type { Finding } from './finding.js';
import { meantHint } from './otherNames.js';
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
  const hint = meantHint(tag, tags);
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
    hint: hint ?? otherwise(kind, tag, vocabulary),
  };
}

function otherwise(kind: Kind, tag: string, vocabulary: Vocabulary): string {
  const other = vocabulary.kindOfTag(tag);
  const list = `the ${plural(kind)} are ${vocabulary.tags(kind).join(', ')}`;
  return other === undefined ? list : `${tag} is ${withArticle(other)}; ${list}`;
}
