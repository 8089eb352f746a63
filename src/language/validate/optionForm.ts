/** Values that should be an option of an object, or an entry for each network. */
import { isObject } from '../schema/mapSubschemas.js';
import { choicesOf, propertiesOf, tagOf } from '../schema/choices.js';
import type { JsonSchema } from '../schema/fragment.js';
import { players } from '../../entries/player.js';
import type { JsonMember, JsonNode } from '../../source/jsonTree.js';
import { pointerTo } from '../../source/pointer.js';
import { keyText, shortJson, type ProposedValue } from './formText.js';
import { isSection } from './optionNames.js';
import { isNumberText, nodeOf, valueOf } from './scalarForm.js';
import { isEntry, acceptsValue } from './acceptsValue.js';
import type { Vocabulary } from './vocabulary.js';
import { orList } from './words.js';

/** The form of such a value. Undefined where no option takes it, or nobody knows which one is meant. */
export function asOptions(
  value: unknown,
  pointer: string,
  schema: JsonSchema,
  vocabulary: Vocabulary,
): ProposedValue | undefined {
  const plain = listOf(value, schema) ?? plainValue(value, vocabulary.annotatedOf(schema));
  const { meant, isForAll } = optionsFor(plain, schema, vocabulary);
  const [first] = meant;
  if (first === undefined) return undefined;
  const short = shortJson(plain);
  const options = isForAll ? meant : [first];
  const forms = isForAll
    ? [`{ ${options.map((option) => `"${option}": ${short}`).join(', ')} }`]
    : meant.slice(0, 3).map((option) => `{ "${option}": ${short} }`);
  const which = forms.length > 1 ? ', whichever is meant' : '';
  return {
    text: `write ${keyText(pointer)}${orList(forms)}${which}`,
    correction: {
      kind: 'replace',
      by: (node) => {
        const inner: JsonNode = plain === value ? node : nodeOf(plain, node.range);
        const member: JsonMember = { key: node.range, value: inner };
        const members = new Map(options.map((option) => [option, member]));
        return { kind: 'object', range: node.range, members };
      },
      inside: options.map((option) => pointerTo([option])),
    },
  };
}

/** The words of a text, parted by commas, as a list of words that some option takes. */
function listOf(value: unknown, schema: JsonSchema): readonly string[] | undefined {
  if (typeof value !== 'string') return undefined;
  const words = value.split(',').map((word) => word.trim());
  const isTaken = (option: unknown): boolean => {
    const items = isObject(option) && option['type'] === 'array' ? option['items'] : undefined;
    const known: unknown = isObject(items) ? items['enum'] : undefined;
    return Array.isArray(known) && words.every((word) => known.includes(word));
  };
  return Object.values(propertiesOf(schema)).some(isTaken) ? words : undefined;
}

/** The number in quotes, the value here of one that others write, or the value itself. */
function plainValue(value: unknown, schema: JsonSchema): unknown {
  if (isNumberText(value)) return Number(value);
  const options = typeof value === 'string' ? Object.values(propertiesOf(schema)) : [];
  const [other] = options.flatMap((option) => valueOf(value, option) ?? []);
  return other ? other.value : value;
}

/**
 * The options that take the value: both where each network has one, else the first one that must be given, else the first one.
 * An object with settings of every kind, such as `training`, leaves open which one a number is.
 */
function optionsFor(
  value: unknown,
  schema: JsonSchema,
  vocabulary: Vocabulary,
): { readonly meant: readonly string[]; readonly isForAll: boolean } {
  const none = { meant: [], isForAll: false };
  if (tagOf(schema) !== undefined || (isObject(value) && !('type' in value))) return none;
  const options = Object.entries(propertiesOf(schema));
  const taking = options
    .filter(([, option]) => acceptsValue(option, value, vocabulary))
    .map(([name]) => name);
  const isForAll = isEntry(value) && taking.length > 1 && taking.every(isNetwork);
  if (isObject(value) && !isForAll) return none;
  const { definitions } = vocabulary.annotated;
  const isMixed = options.some(([, option]) => isSection(choicesOf(option, definitions)));
  if (isForAll || (isMixed && typeof value === 'number')) {
    return { meant: taking.length > 1 ? taking : [], isForAll };
  }
  const needed = taking.find((name) => [schema['required']].flat().includes(name));
  return { meant: (needed === undefined ? taking : [needed]).slice(0, 1), isForAll };
}

/** True for a key that each network has one of: what is written once is meant for both. */
function isNetwork(key: string): boolean {
  return (players as readonly string[]).includes(key);
}
