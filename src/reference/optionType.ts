/** The type of an option in words, for the reference. */
import { isObject } from '../language/schema/mapSubschemas.js';
import { unionName } from '../language/schema/bundleFragments.js';
import { kindRecords, kinds } from '../entries/entry.js';
import type { JsonSchema } from '../language/schema/fragment.js';

const marks = {
  minimum: '≥',
  exclusiveMinimum: '>',
  maximum: '≤',
  exclusiveMaximum: '<',
} as const;

/** Type and bounds of a schema, as in `integer ≥ 1 or list of 2 integer ≥ 1`, in Markdown. */
export function optionType(schema: JsonSchema): string {
  const types = accepted(schema);
  if (schema['schedulable'] === true) types.push('[schedule](schedules.md)');
  const nullable = schema['entry'] !== undefined && schema['default'] === null;
  return (nullable ? [...types, '`null`'] : types).join(' or ');
}

function accepted(schema: JsonSchema): string[] {
  const kind = kinds.find((known) => known === schema['entry']);
  if (kind !== undefined) return [`[${kind}](${kindRecords[kind].folder}.md)`];
  if (typeof schema['$ref'] === 'string') return [definitionLink(schema['$ref'])];
  if ('const' in schema) return [code(schema['const'])];
  if (Array.isArray(schema['enum'])) return schema['enum'].map(code);
  const choices = schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf'];
  if (Array.isArray(choices)) return choices.filter(isObject).map(optionType);
  const { type } = schema;
  return (Array.isArray(type) ? type : [type]).map((name) => named(String(name), schema));
}

function named(type: string, schema: JsonSchema): string {
  if (type === 'null') return '`null`';
  if (type === 'array') return listType(schema);
  if (type !== 'number' && type !== 'integer') return type;
  const bounds = Object.entries(marks)
    .filter(([keyword]) => schema[keyword] !== undefined)
    .map(([keyword, mark]) => `${mark} ${String(schema[keyword])}`);
  return [type, bounds.join(', ')].filter((part) => part !== '').join(' ');
}

function listType({ items, minItems, maxItems }: JsonSchema): string {
  const of = isObject(items) ? optionType(items) : 'anything';
  const inner = of.includes(' or ') ? `(${of})` : of;
  return typeof minItems === 'number' && minItems === maxItems
    ? `list of ${minItems} ${inner}`
    : `list of ${inner}`;
}

function definitionLink(ref: string): string {
  const name = ref.split('/').at(-1) ?? '';
  const kind = kinds.find((known) => unionName(known) === name);
  return kind === undefined
    ? `[${name}](#${name.toLowerCase()})`
    : `[${kind}](${kindRecords[kind].folder}.md)`;
}

/** A JSON value as code. */
export function code(value: unknown): string {
  return `\`${JSON.stringify(value)}\``;
}
