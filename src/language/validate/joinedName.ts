/** Unknown tags that join a word with another name, or several layers. */
import { kinds, type Kind } from '../../entries/entry.js';
import { choicesOf } from '../schema/choices.js';
import type { ExplainContext } from './explainContext.js';
import type { Suggestion } from './finding.js';
import { coresOf, lettersOf, partsOf, wordsOf } from './spelling.js';
import type { Vocabulary } from './vocabulary.js';
import { meantSuggestion } from './words.js';

/** A suggestion for a word joined with another name, as in `wgan-gp`, `SNConv2d` or `dense_relu`. */
export function joinedSuggestion(
  kind: Kind,
  tag: string,
  context: ExplainContext,
): Suggestion | undefined {
  const words = context.vocabulary.words(kind);
  for (const [own, other] of partsOf(tag)) {
    const meant = words.find([own]).map((one) => ({ ...one, isOwnName: false }));
    const called = meantSuggestion(meant);
    const beside = called && besideText(kind, meant[0]?.word ?? '', other, context);
    if (called && beside !== undefined)
      return { ...called, text: `${called.text}, with ${beside}` };
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
  const schedule = kind === 'schedule' && vocabulary.words(kind).find(coresOf(other))[0]?.word;
  if (scheduled !== undefined && schedule) {
    return `"${scheduled}": { "type": "${schedule}", … }`;
  }
  const isOfSpec = homes.ofWord(word).length > 0;
  return isOfSpec ? homes.ofWord(other)[0]?.text : undefined;
}

/** A suggestion for several layers in one name, as `ConvBNReLU`. */
export function sequenceSuggestion(
  kind: Kind,
  tag: string,
  vocabulary: Vocabulary,
): Suggestion | undefined {
  if (kind !== 'layer') return undefined;
  const [first, ...others] = layersIn(wordsOf(tag), vocabulary) ?? [];
  if (first === undefined || others.length === 0) return undefined;
  const list = others.map((word) => `"${word}"`).join(', ');
  const behind = others.length === 1 ? 'a layer of its own' : 'layers of their own';
  return { text: `here it is called "${first}", with ${list} behind it as ${behind}`, word: first };
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
