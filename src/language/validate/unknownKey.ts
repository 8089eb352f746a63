/** Keys that an object does not have. */
import type { ErrorObject } from 'ajv';
import type { JsonSchema } from '../schema/fragment.js';
import type { JsonNode } from '../../source/jsonTree.js';
import { nodeAt } from '../../source/locate.js';
import { pathOf, pointerTo } from '../../source/pointer.js';
import { toValue } from '../../source/value.js';
import { propertiesOf, tagOf } from '../schema/choices.js';
import { memberOf, stringOf } from '../expand/nodes.js';
import { settings } from '../load/overrides.js';
import type { Correction } from '../corrections/correction.js';
import { converted } from './conversions.js';
import type { ExplainContext } from './explainContext.js';
import type { Finding, Suggestion } from './finding.js';
import type { Home } from './homes.js';
import { entryForm } from './entryForm.js';
import { shortJson } from './formText.js';
import { keyAdvice } from './keyAdvice.js';
import { layerGroup } from './layerGroup.js';
import { maxNameLength } from './unknownType.js';
import type { OptionNames } from './optionNames.js';
import { nodeOf } from './scalarForm.js';
import type { Vocabulary } from './vocabulary.js';
import { coresOf, wordsOf } from './spelling.js';
import { meantSuggestion, nearSuggestion, orList, placeName } from './words.js';

/** Explains an unknown key. @param schema The schema of the object that has the key. */
export function unknownKey(
  error: ErrorObject,
  schema: JsonSchema,
  context: ExplainContext,
): Finding {
  const key = String(error.params['additionalProperty']);
  const pointer = error.instancePath;
  const owner = tagOf(schema) ?? placeName(pointer);
  const group = tagOf(schema) === 'block' ? layerGroup(pointer, context) : undefined;
  const list = `the keys of ${owner} are ${Object.keys(propertiesOf(schema)).join(', ')}`;
  return {
    code: 'GAN120',
    pointer: pointer + pointerTo([key]),
    at: 'key',
    message: `unknown key "${key}" in ${owner}`,
    hint: () => hintOf(key, pointer, schema, context)?.text ?? list,
    correction: () => group?.correction ?? hintOf(key, pointer, schema, context)?.correction,
    ...(group && { correctionAt: pointer }),
  };
}

/** A hint about an unknown key, and the change that it proposes, where it proposes a single one. */
interface KeyHint {
  readonly text: string;
  readonly correction?: Correction;
}

/** The hint that names the option that a key may stand for, or its place; undefined where there is none. */
function hintOf(
  key: string,
  pointer: string,
  schema: JsonSchema,
  context: ExplainContext,
): KeyHint | undefined {
  if (key.length > maxNameLength) return undefined;
  const value = toValueOf(memberOf(nodeAt(context.tree, pointer), key));
  const options = context.vocabulary.options(schema);
  const sibling = siblingHint(schema, key, context.vocabulary);
  return (
    textOnly(sibling && inheritedHint(context.tree, pointer, key)) ??
    inputSizeHint(schema, key, value, context.vocabulary) ??
    textOnly(clipHint(schema, key, value, context)) ??
    switchHint(options, key, value) ??
    renaming(ownHint(options, key, value, context)) ??
    adviceHint(key, pointer) ??
    textOnly(penaltyHint(schema, key, value, context)) ??
    textOnly(sibling ?? scheduleHint(schema, key, context.vocabulary)) ??
    textOnly(otherFormHint(schema, key, pointer, context)) ??
    homeHint(key, value, pointer, context) ??
    renaming(nearSuggestion(options.near(key)))
  );
}

function textOnly(text: string | undefined): KeyHint | undefined {
  return text === undefined ? undefined : { text };
}

function renaming(suggestion: Suggestion | undefined): KeyHint | undefined {
  if (suggestion?.word === undefined) return suggestion;
  return { text: suggestion.text, correction: { kind: 'rename', to: suggestion.word } };
}

function toValueOf(node: JsonNode | undefined): unknown {
  return node && toValue(node);
}

/** A hint for another name of an option of the object itself. */
function ownHint(
  options: OptionNames,
  key: string,
  value: unknown,
  { lengths }: ExplainContext,
): Suggestion | undefined {
  const meant = options.find(key);
  const [first] = meant;
  const numbers = numbersFor(meant.length, value);
  if (numbers) {
    const members = meant.map(({ word }, at) => `"${word}": ${numbers[at] ?? ''}`);
    return { text: `here it is ${members.join(', ')}` };
  }
  if (first?.conversion === undefined) return meantSuggestion(meant);
  return {
    text: `here it is "${first.word}": ${converted(first.conversion, key, value, lengths())}`,
  };
}

/** A hint for a switch elsewhere that stands for a value of an option, as `"grayscale": true` for one channel. */
function switchHint(options: OptionNames, key: string, value: unknown): KeyHint | undefined {
  const [meant] = options.find(key);
  if (!meant?.switched || typeof value !== 'boolean') return undefined;
  const form = `"${meant.word}": ${shortJson(meant.switched.value)}`;
  if (!value) return { text: `remove it: true is ${form} here`, correction: { kind: 'remove' } };
  const node = ({ range }: JsonNode): JsonNode => nodeOf(meant.switched?.value, range);
  return { text: `here it is ${form}`, correction: { kind: 'rename', to: meant.word, by: node } };
}

/** A hint for a size that other libraries want to be told, and that follows from the layer before. */
function inputSizeHint(
  schema: JsonSchema,
  key: string,
  value: unknown,
  vocabulary: Vocabulary,
): KeyHint | undefined {
  const isSize =
    /^in(?:put)?s?_?(?:ch|chan|channels?|dims?|features?|shape|size|units|planes|nc)$/i;
  const isLayer = vocabulary.kindOfDefinition(schema) === 'layer';
  const isNumber = key === 'in' && typeof value === 'number';
  return isLayer && (isSize.test(key) || isNumber || key === 'num_features')
    ? {
        text: 'remove it: the size of the input follows from the layer before',
        correction: { kind: 'remove' },
      }
    : undefined;
}

/** A hint for the limit of the weights of a critic, which is no limit of gradients. */
function clipHint(
  schema: JsonSchema,
  key: string,
  value: unknown,
  { tree, vocabulary }: ExplainContext,
): string | undefined {
  const isClip = /clip|clamp/i.test(key) && !/norm|grad/i.test(key);
  if (!isClip || typeof value !== 'number' || vocabulary.kindOfDefinition(schema) === 'layer') {
    return undefined;
  }
  const loss = nodeAt(tree, '/loss');
  return vocabulary.needsLipschitz(stringOf(loss) ?? stringOf(memberOf(loss, 'type')) ?? '')
    ? `its place is penalties: [{ "type": "weightClip", "limit": ${value} }]`
    : undefined;
}

/** A hint for a key that no option stands for. */
function adviceHint(key: string, pointer: string): KeyHint | undefined {
  const found = keyAdvice(key, pathOf(pointer).join('.'));
  return found && { text: found.text, ...(found.isRemoved && { correction: { kind: 'remove' } }) };
}

/** A hint for the change of a number over time, which is a schedule in the place of the number. */
function scheduleHint(schema: JsonSchema, key: string, vocabulary: Vocabulary): string | undefined {
  if (vocabulary.kindOfDefinition(schema) !== 'optimizer') return undefined;
  const [word] = vocabulary
    .words('schedule')
    .find([...coresOf(key), ...wordsOf(key)].filter((name) => !/^steps?$/i.test(name)));
  const isAny = /^(?:lr|learning_?rate)?_?(?:schedule[rs]?|decay|anneal(?:ing)?|policy)(?:_|$)/i;
  const type = word ? `"${word.word}"` : '…';
  return word || isAny.test(key)
    ? `here it is "learningRate": { "type": ${type}, … }, a schedule`
    : undefined;
}

/** A hint for a key that belongs elsewhere in a spec. */
function homeHint(
  key: string,
  value: unknown,
  pointer: string,
  { homes, lengths, vocabulary }: ExplainContext,
): KeyHint | undefined {
  const found = homes.of(key, pathOf(pointer).join('.'), value);
  const first = found[0]?.[0];
  if (first) {
    const groups = found.map((group) => placesInWords(group, value));
    const places = `its place is ${groups.join(', or ')}`;
    if (first.conversion !== undefined) {
      return { text: `${places}: ${converted(first.conversion, key, value, lengths())}` };
    }
    const [path] = found.flat().length === 1 ? [first.path] : [];
    return { text: places, ...(path && { correction: { kind: 'move', path } }) };
  }
  const shared = vocabulary.sharedOption(key);
  const form = Object(value) === value ? '' : `: "${shared?.name ?? ''}": ${JSON.stringify(value)}`;
  return textOnly(shared && `${shared.name} is an option of every ${shared.kind}${form}`);
}

/** The places, each with its number where the value has one for every option, as `betas` has two. */
function placesInWords(homes: readonly Home[], value: unknown): string {
  const options = [...new Set(homes.map(({ option }) => option))];
  const numbers = numbersFor(options.length, value);
  const texts = homes.map(({ text, option }) => {
    const number = numbers?.[options.indexOf(option)];
    return number === undefined ? text : `${text}: ${number}`;
  });
  return texts.join(' and ');
}

/** The numbers of a list with one for each of several options. */
function numbersFor(count: number, value: unknown): readonly number[] | undefined {
  if (!Array.isArray(value) || count < 2 || value.length !== count) return undefined;
  const numbers = value.filter((item) => typeof item === 'number');
  return numbers.length === count ? numbers : undefined;
}

/** A hint for an option kept from the base: merging, or setting the type alone, keeps the options of the former type. */
function inheritedHint(tree: JsonNode, pointer: string, key: string): string | undefined {
  const node = nodeAt(tree, pointer);
  if (node?.kind !== 'object') return undefined;
  const writer = node.members.get(key)?.key.source.file;
  if (writer === undefined || writer === settings) return undefined;
  const type = node.members.get('type')?.value;
  if (type?.range.source.file === settings) {
    const whole = `${pathOf(pointer).join('.')}=${JSON.stringify({ type: toValue(type) })}`;
    return `it comes from ${writer}; set the whole instead: --set '${whole}'`;
  }
  const { file } = node.range.source;
  return writer === file
    ? undefined
    : `it comes from ${writer}; "${key}": null in ${file} takes it away`;
}

/** A hint for the factor of a penalty, which many give together with the loss. */
function penaltyHint(
  schema: JsonSchema,
  key: string,
  value: unknown,
  { tree, vocabulary }: ExplainContext,
): string | undefined {
  if (vocabulary.kindOfDefinition(schema) !== 'loss') return undefined;
  const written = nodeAt(tree, '/penalties');
  const items = written?.kind === 'array' ? written.items : [];
  const used = items.map((item) => stringOf(item) ?? stringOf(memberOf(item, 'type')) ?? '');
  const isWeight = (type: string): boolean => {
    const fragment = vocabulary.fragment('penalty', type);
    return fragment !== undefined && vocabulary.options(fragment).find(key)[0]?.word === 'weight';
  };
  const type = [...used, 'gradientPenalty'].find(isWeight);
  const weight = typeof value === 'number' ? value : '…';
  return type === undefined
    ? undefined
    : `its place is penalties: [{ "type": "${type}", "weight": ${weight} }]`;
}

/** Keys of an entry that may be in the form of another framework. */
const maxKeys = 50;

/** A hint for an entry in the form of another framework, beside the type that its base gives it. */
function otherFormHint(
  schema: JsonSchema,
  key: string,
  pointer: string,
  { tree, vocabulary }: ExplainContext,
): string | undefined {
  const kind = vocabulary.kindOfDefinition(schema);
  const node = nodeAt(tree, pointer);
  if (kind === undefined || node?.kind !== 'object' || node.members.size > maxKeys) {
    return undefined;
  }
  const isOwn = (name: string): boolean => propertiesOf(schema)[name] !== undefined;
  const members = new Map([...node.members].filter(([name]) => !isOwn(name)));
  const form = entryForm({ ...node, members }, pointer, kind, vocabulary);
  return form && `in the place of "${key}" ${form.text}`;
}

/** A hint for an option of other words of the same kind, or of layers where it stands beside their list. */
function siblingHint(schema: JsonSchema, key: string, vocabulary: Vocabulary): string | undefined {
  const isNetwork = schema['title'] === 'Network';
  const kind = isNetwork ? 'layer' : vocabulary.kindOfDefinition(schema);
  const elsewhere = kind && vocabulary.optionElsewhere(kind, key);
  if (!elsewhere) return undefined;
  const { name, types, option } = elsewhere;
  const meaning = option.description === undefined ? '' : `: ${option.description}`;
  return name === key
    ? `${key} is an option of ${orList(types)}${meaning}`
    : `here it is called "${name}", an option of ${orList(types)}${meaning}`;
}
