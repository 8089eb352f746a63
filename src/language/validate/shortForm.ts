/** Values in a short form that the language does not have, as `"latent": 100`: the object or the list that they belong in. */
import { propertiesOf, tagOf } from '../schema/choices.js';
import { isExpression } from '../expand/names.js';
import type { JsonSchema } from '../schema/fragment.js';
import { isObject } from '../schema/mapSubschemas.js';
import { keyText, type ProposedValue } from './formText.js';
import { asItem, asItems, withoutList } from './listForm.js';
import { asOptions } from './optionForm.js';
import { acceptsValue } from './acceptsValue.js';
import type { Vocabulary } from './vocabulary.js';

/**
 * The form in which a value fits one of the schemas at its place: as an option of an object, as options that all take such an
 * entry, or as the only item of a list. Undefined where there is none.
 */
export function wholeForm(
  value: unknown,
  pointer: string,
  schemas: readonly JsonSchema[],
  vocabulary: Vocabulary,
): ProposedValue | undefined {
  // An expression gives a number, for which there is no place here.
  if (pointer === '' || isExpression(value)) return undefined;
  if (value === true && schemas.some((schema) => isOptional(schema))) return asDefaults(pointer);
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const form = withoutList(items, pointer, schemas, vocabulary);
    if (form) return form;
  }
  for (const schema of schemas) {
    const form = asOptions(value, pointer, schema, vocabulary);
    if (form) return form;
    const items =
      typeof value === 'string' ? asItems(value, pointer, schema, vocabulary) : undefined;
    if (items) return items;
    const isItem =
      schema['type'] === 'array' &&
      // A single number says too little: a size has one for each axis.
      !(Array.isArray(value) || typeof value === 'number') &&
      !(typeof value === 'string' && value.includes(',')) &&
      acceptsValue(schema['items'], value, vocabulary);
    if (isItem) return asItem(value, pointer);
  }
  return undefined;
}

/** True for an object that is no entry, that needs no option, and whose defaults do something. */
function isOptional(schema: JsonSchema): boolean {
  const isSection = schema['type'] !== 'array' && tagOf(schema) === undefined;
  const acts = Object.values(propertiesOf(schema)).some(actsByDefault);
  return isSection && acts && schema['required'] === undefined;
}

/** True for an option whose default is more than none, zero or empty. */
function actsByDefault(option: unknown): boolean {
  const value: unknown = isObject(option) ? option['default'] : undefined;
  return Array.isArray(value) ? value.length > 0 : !isObject(value) && Boolean(value);
}

function asDefaults(pointer: string): ProposedValue {
  return {
    text: `write ${keyText(pointer)}{} for the defaults`,
    correction: {
      kind: 'replace',
      by: ({ range }) => ({ kind: 'object', range, members: new Map() }),
      inside: [],
    },
  };
}
