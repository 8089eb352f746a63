/** One error of ajv → one finding in plain words. */
import type { ErrorObject } from 'ajv';
import { plural } from '../../diagnostics/counted.js';
import type { Kind } from '../../entries/entry.js';
import { isObject } from '../schema/mapSubschemas.js';
import type { JsonSchema } from '../schema/fragment.js';
import type { JsonNode } from '../../source/jsonTree.js';
import { nodeAt } from '../../source/locate.js';
import { pointerTo } from '../../source/pointer.js';
import { tagOf } from '../schema/choices.js';
import { textNode, withMember } from '../expand/nodes.js';
import type { ExplainContext } from './explainContext.js';
import type { Finding } from './finding.js';
import { entryForm } from './entryForm.js';
import type { ProposedValue } from './formText.js';
import { layerGroup } from './layerGroup.js';
import { likelyTypes } from './likelyType.js';
import { unknownKey } from './unknownKey.js';
import { unknownType } from './unknownType.js';
import { receivedInWords } from './receivedInWords.js';
import type { Vocabulary } from './vocabulary.js';
import { patternInWords, placeName, valueInWords, withArticle } from './words.js';

type Explain = (error: ErrorObject, schema: JsonSchema, context: ExplainContext) => Finding;

/** Explains an error that is not about the value itself (see `mustBe`). @param error From a validator with `verbose`. */
export function explain(error: ErrorObject, context: ExplainContext): Finding {
  const schema: JsonSchema = isObject(error.parentSchema) ? error.parentSchema : {};
  return (explanations[error.keyword] ?? other)(error, schema, context);
}

const other: Explain = (error, schema) => ({
  code: 'GAN126',
  pointer: error.instancePath,
  message: `${placeName(error.instancePath)} ${error.message ?? 'is not allowed'}`,
  ...described(schema),
});

const pattern: Explain = (error, schema) => {
  const key = error.propertyName;
  if (key !== undefined) {
    return {
      code: 'GAN126',
      pointer: error.instancePath + pointerTo([key]),
      at: 'key',
      message: `the key ${JSON.stringify(key)} must ${patternInWords(schema)}`,
    };
  }
  return {
    code: 'GAN126',
    pointer: error.instancePath,
    message: `${placeName(error.instancePath)} must ${patternInWords(schema)}, received ${valueInWords(error.data)}`,
    ...described(schema),
  };
};

const uniqueItems: Explain = (error) => {
  const twice: unknown = Array.isArray(error.data)
    ? error.data[Number(error.params['i'])]
    : undefined;
  return {
    code: 'GAN125',
    pointer: `${error.instancePath}/${Number(error.params['i'])}`,
    message: `${placeName(error.instancePath)} has ${JSON.stringify(twice)} twice`,
    hint: 'delete one of the two',
  };
};

/** A list or a text of the wrong length. @param unit The thing that is counted, in the singular. */
const count =
  (unit: string): Explain =>
  (error, { minItems, maxItems }, { tree }) => {
    const pointer = error.instancePath;
    const limit = Number(error.params['limit']);
    const isExact = minItems !== undefined && minItems === maxItems;
    const side = error.keyword.startsWith('min') ? ' at least' : ' at most';
    const has = Array.isArray(error.data) ? error.data.length : String(error.data).length;
    const units = limit === 1 ? unit : plural(unit);
    const message = `${placeName(pointer)} must have${isExact ? '' : side} ${limit} ${units}, has ${has}`;
    if (has > 0 || isWrittenEmpty(nodeAt(tree, pointer)))
      return { code: 'GAN125', pointer, message };
    const hint = 'a repeat with "times": 0 stands for no layer';
    return { code: 'GAN125', pointer, message: `${message} when written out`, hint };
  };

/** True for a list or a text that is written empty, comments aside; false where expansion has removed its items. */
function isWrittenEmpty(node: JsonNode | undefined): boolean {
  if (node === undefined) return true;
  const { source, offset, length } = node.range;
  return /^(?:""|\[(?:\s|\/\/.*|\/\*[^]*?\*\/)*\])$/.test(
    source.text.slice(offset, offset + length),
  );
}

/** A bare name: one that no entry has, or that of an entry with options that must be given. */
const bareName: Explain = (error, schema, context) => {
  const { vocabulary } = context;
  const { instancePath: pointer } = error;
  const kind = vocabulary.kindOfUnion(schema) ?? 'layer';
  const name = String(error.data);
  const fragment = vocabulary.fragment(kind, name);
  if (!fragment) return unknownType(kind, name, pointer, context);
  const needed = fragment.required.filter((key) => key !== 'type');
  return {
    code: 'GAN121',
    pointer,
    message: `${name} cannot stand as a bare name: it needs ${needed.join(' and ')}`,
    hint: `write { "type": "${name}", ${needed.map((key) => `"${key}": …`).join(', ')} }`,
  };
};

const missing: Explain = (error, schema, context) => {
  const { vocabulary } = context;
  const key = String(error.params['missingProperty']);
  const pointer = error.instancePath;
  const kind = vocabulary.kindOfUnion(schema);
  if (kind !== undefined) return withoutType(kind, pointer, context);
  const meaning = vocabulary.meaningOf(schema, key);
  const group = tagOf(schema) === 'block' ? layerGroup(pointer, context)?.text : undefined;
  const hint = group ?? (meaning === undefined ? undefined : `${key}: ${meaning}`);
  return {
    code: 'GAN121',
    pointer,
    message: `${tagOf(schema) ?? placeName(pointer)} lacks "${key}"`,
    ...(hint === undefined ? {} : { hint }),
  };
};

function withoutType(kind: Kind, pointer: string, { tree, vocabulary }: ExplainContext): Finding {
  const node = nodeAt(tree, pointer);
  const form = entryForm(node, pointer, kind, vocabulary) ?? typeForm(node, kind, vocabulary);
  return {
    code: 'GAN121',
    pointer,
    message: `${placeName(pointer)} lacks "type", which says what ${kind} it is`,
    hint: form?.text ?? `the ${plural(kind)} are ${vocabulary.tags(kind).join(', ')}`,
    correction: () => form?.correction,
  };
}

/** The entry with the type that its options tell. */
function typeForm(
  node: JsonNode | undefined,
  kind: Kind,
  vocabulary: Vocabulary,
): ProposedValue | undefined {
  const [likely, ...others] = likelyTypes(node, kind, vocabulary);
  if (!likely || others.length > 0) return undefined;
  const { type } = likely;
  return {
    text: `write "type": "${type}", which has such options`,
    correction: { kind: 'replace', by: (one) => withType(one, type), inside: [''] },
  };
}

function withType(node: JsonNode, type: string): JsonNode {
  return node.kind === 'object' ? withMember(node, 'type', textNode(type, node.range)) : node;
}

const tag: Explain = (error, schema, context) => {
  const pointer = `${error.instancePath}/type`;
  const value: unknown = error.params['tagValue'];
  const kind = context.vocabulary.kindOfUnion(schema) ?? 'layer';
  if (typeof value === 'string') return unknownType(kind, value, pointer, context);
  const received = receivedInWords(value, nodeAt(context.tree, pointer));
  return {
    code: 'GAN122',
    pointer,
    message: `type must be the name of ${withArticle(kind)}, received ${received}`,
  };
};

const explanations: Readonly<Partial<Record<string, Explain>>> = {
  additionalProperties: unknownKey,
  enum: bareName,
  discriminator: tag,
  required: missing,
  pattern,
  minItems: count('item'),
  maxItems: count('item'),
  minLength: count('character'),
  maxLength: count('character'),
  uniqueItems,
};

function described({ description }: JsonSchema): { hint?: string } {
  return typeof description === 'string' ? { hint: description } : {};
}
