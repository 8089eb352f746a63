/** The option that stands at a place of a spec. */
import type { JsonNode } from '../../source/jsonTree.js';
import { pathOf, pointerTo } from '../../source/pointer.js';
import { stringOf, memberOf } from '../expand/nodes.js';
import type { Language } from '../language.js';
import { choicesOf, fits } from '../schema/choices.js';
import { memberSchema } from '../schema/along.js';
import type { JsonSchema } from '../schema/fragment.js';
import { isObject } from '../schema/mapSubschemas.js';

/**
 * The schema of the value at a pointer as its object or list has it; empty where the language knows no such place.
 * @param language With the keywords that only messages read.
 */
export function optionAt(
  tree: JsonNode,
  pointer: string,
  { schema, definitions }: Language,
): JsonSchema {
  let node: JsonNode | undefined = tree;
  let schemas: readonly unknown[] = [schema];
  for (const step of pathOf(pointer)) {
    const outer: unknown = node?.kind === 'array' ? [] : { type: stringOf(memberOf(node, 'type')) };
    const choices = schemas.flatMap((one) => choicesOf(one, definitions));
    schemas = choices
      .filter((choice) => fits(outer, choice))
      .map((choice) => (Array.isArray(outer) ? choice['items'] : memberSchema(choice, step)));
    node = node?.kind === 'array' ? node.items[Number(step)] : memberOf(node, step);
  }
  return schemas.filter(isObject)[0] ?? {};
}

/** Valid values of the place at a pointer, for the item of a list those of an example of the list. */
export function examplesAt(
  tree: JsonNode,
  pointer: string,
  language: Language,
): readonly unknown[] {
  const own = firstExample(optionAt(tree, pointer, language));
  const path = pathOf(pointer);
  if (own !== undefined) return [own];
  if (!/^\d+$/.test(path.at(-1) ?? '')) return [];
  const list = firstExample(optionAt(tree, pointerTo(path.slice(0, -1)), language));
  return Array.isArray(list) ? list : [];
}

/** The first example of a schema. */
export function firstExample({ examples }: JsonSchema): unknown {
  const list: readonly unknown[] = Array.isArray(examples) ? examples : [];
  return list[0];
}
