/** Keys that an object does not have. */
import type { ErrorObject } from 'ajv';
import type { JsonSchema } from '../schema/fragment.js';
import type { JsonNode } from '../../source/jsonTree.js';
import { nodeAt } from '../../source/locate.js';
import { pathOf, pointerTo } from '../../source/pointer.js';
import { toValue } from '../../source/value.js';
import { spellingHint } from '../nearest.js';
import { propertiesOf, tagOf } from '../schema/choices.js';
import { settings } from '../load/overrides.js';
import type { Finding } from './finding.js';
import { calledHint } from './otherNames.js';
import type { Vocabulary } from './vocabulary.js';
import { orList, placeName } from './words.js';

/** @param schema The schema of the object that has the key. */
export function unknownKey(
  error: ErrorObject,
  schema: JsonSchema,
  tree: JsonNode,
  vocabulary: Vocabulary,
): Finding {
  const key = String(error.params['additionalProperty']);
  const owner = tagOf(schema) ?? placeName(error.instancePath);
  const known = Object.keys(propertiesOf(schema));
  const elsewhere = elsewhereHint(schema, key, vocabulary);
  const hint =
    (elsewhere && inheritedHint(tree, error.instancePath, key)) ??
    calledHint(key, known) ??
    elsewhere ??
    spellingHint(key, known) ??
    deeperHint(error.instancePath, key, vocabulary) ??
    `the keys of ${owner} are ${known.join(', ')}`;
  return {
    code: 'GAN120',
    pointer: error.instancePath + pointerTo([key]),
    at: 'key',
    message: `unknown key "${key}" in ${owner}`,
    hint,
  };
}

/** A merge keeps the options of the base even where the type has changed, and so does a setting of the type alone. */
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

function elsewhereHint(
  schema: JsonSchema,
  key: string,
  vocabulary: Vocabulary,
): string | undefined {
  const kind = vocabulary.kindOfDefinition(schema);
  const elsewhere = kind && vocabulary.optionElsewhere(kind, key);
  if (!elsewhere) return undefined;
  const { types, option } = elsewhere;
  const meaning = option.description === undefined ? '' : `: ${option.description}`;
  return `${key} is an option of ${orList(types)}${meaning}`;
}

/** For keys of the first level that belong one level down, such as `batchSize`. */
function deeperHint(pointer: string, key: string, vocabulary: Vocabulary): string | undefined {
  const home = pointer === '' ? vocabulary.homeOf(key) : undefined;
  return home && `${key} is a key of ${home}`;
}
