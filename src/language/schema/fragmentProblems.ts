/** Requirements of every fragment: a tag, a type name, descriptions, defaults and an example. */
import { unionName } from './bundleFragments.js';
import { tagOf } from './choices.js';
import { keywordProblems } from './keywordProblems.js';
import { kindRecords, type Kind } from '../../entries/entry.js';
import { isObject } from './mapSubschemas.js';
import type { FragmentSchema } from './fragment.js';

/** True for a value with the form of a fragment, which can join a bundle. */
export function isFragment(value: unknown): value is FragmentSchema {
  return (
    isObject(value) &&
    typeof value['title'] === 'string' &&
    Array.isArray(value['required']) &&
    Array.isArray(value['examples']) &&
    isObject(value['properties']) &&
    Object.values(value['properties']).every(isObject)
  );
}

/**
 * Violated requirements of a fragment, in sentences.
 * @param tag The entry's tag, which the fragment's `type` must be.
 */
export function fragmentProblems(kind: Kind, tag: string, schema: unknown): readonly string[] {
  if (!isFragment(schema)) {
    return [
      'a fragment is an object with "title", "required", "examples" and "properties" that are objects',
    ];
  }
  const problems: string[] = [];
  const suffix = unionName(kind);
  if (!/^[A-Z][A-Za-z0-9]*$/.test(schema.title) || !schema.title.endsWith(suffix)) {
    problems.push(`"title" must be a type name that ends in "${suffix}"`);
  }
  if (!isText(schema.description)) problems.push('"description" is missing');
  if (!isClosedObject(schema)) {
    problems.push('"type" must be "object" and "additionalProperties" must be false');
  }
  if (tagOf(schema) !== tag) problems.push(`"properties.type" must be { "const": "${tag}" }`);
  if (!schema.required.includes('type')) problems.push('"required" must contain "type"');
  if (schema.examples.length === 0) problems.push('"examples" must hold at least one example');
  problems.push(...keywordProblems('the entry', schema, []));
  const options = Object.keys(schema.properties).filter((name) => name !== 'type');
  return [...problems, ...options.flatMap((name) => optionProblems(kind, schema, name))];
}

function optionProblems(kind: Kind, schema: FragmentSchema, name: string): readonly string[] {
  const option = schema.properties[name];
  const problems: string[] = [];
  if (Object.hasOwn(kindRecords[kind].sharedOptions ?? {}, name)) {
    problems.push(`"${name}" is a key that every ${kind} has already`);
  }
  if (!isText(option?.description)) problems.push(`option "${name}" has no description`);
  if (!schema.required.includes(name) && option?.default === undefined) {
    problems.push(`option "${name}" is not required and has no default`);
  }
  const shared = Object.keys(kindRecords[kind].sharedOptions ?? {});
  const known = [...Object.keys(schema.properties), ...shared];
  return [...problems, ...keywordProblems(`option "${name}"`, option ?? {}, known)];
}

/** True for a schema that refuses unknown keys, and values that are no objects. */
function isClosedObject({
  type,
  additionalProperties,
}: Readonly<Record<string, unknown>>): boolean {
  return type === 'object' && additionalProperties === false;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}
