/** Where in a spec numbers may stand, and with them expressions. */
import { isObject } from '../schema/mapSubschemas.js';
import type { JsonSchema } from '../schema/fragment.js';
import { takesNumbers } from '../schema/withExpressions.js';
import type { JsonNode } from '../../source/jsonTree.js';
import { child } from '../../source/locate.js';
import { pathOf } from '../../source/pointer.js';
import type { Language } from '../language.js';
import { alternatives, propertiesOf, tagsOf } from '../normalize/schemaOf.js';
import { memberOf, stringOf } from './nodes.js';

/** Whether the language takes a value at this place of the spec, but no number: a string there is text, however it starts. */
export function takesNoNumber(
  spec: JsonNode,
  pointer: string,
  { schema, definitions }: Language,
): boolean {
  let choices = alternatives(schema, definitions);
  let node: JsonNode | undefined = spec;
  for (const step of pathOf(pointer)) {
    const around: JsonNode | undefined = node;
    choices = choices
      .filter((choice) => isOf(choice, around))
      .map((choice) => (around?.kind === 'array' ? choice['items'] : memberSchema(choice, step)))
      .filter(isObject)
      .flatMap((inner) => alternatives(inner, definitions));
    node = around && child(around, step);
  }
  return choices.length > 0 && !choices.some(takesNumbers);
}

/** Whether the schema is for objects with the tag that this one has; those without tags are for all. */
function isOf(choice: JsonSchema, node: JsonNode | undefined): boolean {
  const tags = tagsOf(choice);
  return tags.length === 0 || tags.includes(stringOf(memberOf(node, 'type')) ?? '');
}

function memberSchema(choice: JsonSchema, key: string): unknown {
  const properties = propertiesOf(choice);
  return Object.hasOwn(properties, key) ? properties[key] : choice['additionalProperties'];
}
