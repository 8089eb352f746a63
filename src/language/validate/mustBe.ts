/** Values that none of the choices at their place accepts: of another kind, another word, or out of bounds. */
import type { ErrorObject } from 'ajv';
import { isObject } from '../schema/mapSubschemas.js';
import type { JsonSchema } from '../schema/fragment.js';
import { nodeAt } from '../../source/locate.js';
import { expressionHint } from './expressionHint.js';
import type { Finding } from './finding.js';
import type { ExplainContext } from './explainContext.js';
import { receivedInWords } from './receivedInWords.js';
import { exampleForm, meantForm } from './meantForm.js';
import { isNumeric, standIn } from './scalarForm.js';
import type { Vocabulary } from './vocabulary.js';
import { wholeNumberHint } from './wholeNumberHint.js';
import { isWithinBounds } from './withinBounds.js';
import { boundsInWords, orList, placeName, typesInWords, withArticle } from './words.js';

const codes: Readonly<Partial<Record<string, string>>> = {
  type: 'GAN122',
  const: 'GAN123',
  enum: 'GAN123',
  minimum: 'GAN124',
  maximum: 'GAN124',
  exclusiveMinimum: 'GAN124',
  exclusiveMaximum: 'GAN124',
};

/** True for an error about the value itself, rather than about something in it. */
export function isAboutValue({ keyword }: ErrorObject): boolean {
  return codes[keyword] !== undefined;
}

/** True where the choice that reports the error is for another kind of value. */
export function isMisfit({ keyword, parentSchema, data }: ErrorObject): boolean {
  const schema: JsonSchema = isObject(parentSchema) ? parentSchema : {};
  if (keyword === 'const') return typeof schema['const'] !== typeof data;
  const types: readonly unknown[] = [schema['type'] ?? []].flat();
  return types.length > 0 && !types.some((type) => fits(data, String(type)));
}

/**
 * Combines the errors about one value.
 *
 * @param errors One or more for each choice at its place; not empty.
 * @param isSearched True where a hint is looked for.
 */
export function mustBe(
  errors: readonly ErrorObject[],
  context: ExplainContext,
  isSearched: boolean,
): Finding {
  const { tree, vocabulary } = context;
  const pointer = errors[0]?.instancePath ?? '';
  const data: unknown = errors[0]?.data;
  const said = errors.filter((error) => error.keyword !== 'enum' || !isMisfit(error));
  const schemas = new Set(said.map(schemaPlace));
  const wanted = [...schemas].flatMap((schema) =>
    requirements(
      said.filter((error) => schemaPlace(error) === schema),
      vocabulary,
    ),
  );
  const parents = errors.map(({ parentSchema }) => parentSchema as unknown).filter(isObject);
  const value = {
    data,
    pointer,
    schemas: parents,
    types: said.flatMap(({ params }): unknown => params['type']),
    words: said.flatMap((error) => choices(error) ?? []),
  };
  const node = nodeAt(tree, pointer);
  const meant = isSearched ? meantForm(value, context) : undefined;
  const hintOf = (): string | undefined =>
    meant?.text ??
    expressionHint(data, said, tree) ??
    wholeNumberHint(node, tree, (value) => said.some((error) => isWithin(value, error))) ??
    exampleForm(value, context);
  const hint = isSearched ? hintOf() : undefined;
  const isOfBounds = said.every(({ keyword }) => codes[keyword] === 'GAN124');
  const correction = meant?.correction ?? (isOfBounds ? standIn(schemaOf(said[0])) : undefined);
  const keyword = said.find((error) => error.keyword !== 'const')?.keyword ?? 'const';
  return {
    code: codes[keyword] ?? 'GAN126',
    pointer,
    message: `${placeName(pointer)} must be ${orList([...new Set(wanted)])}, received ${receivedInWords(data, node)}`,
    ...(hint === undefined ? {} : { hint }),
    ...(correction && { correction: () => correction }),
  };
}

/** True for a whole number that the schema that reports an error accepts. */
function isWithin(value: number, error: ErrorObject): boolean {
  return Number.isSafeInteger(value) && isWithinBounds(value, schemaOf(error));
}

function schemaOf(error: ErrorObject | undefined): JsonSchema {
  const schema: unknown = error?.parentSchema;
  return isObject(schema) ? schema : {};
}

function schemaPlace({ schemaPath }: ErrorObject): string {
  return schemaPath.replace(/\/[^/]*$/, '');
}

/** The values that one schema accepts, in words. @param errors All its errors about the value; not empty. */
function requirements(errors: readonly ErrorObject[], vocabulary: Vocabulary): readonly string[] {
  const schema = schemaOf(errors[0]);
  const words = errors.flatMap((error) => choices(error) ?? []);
  const types: readonly unknown[] = errors.flatMap(({ params }): unknown => params['type'] ?? []);
  const bounds = errors.some(({ keyword }) => codes[keyword] === 'GAN124')
    ? boundsInWords(schema)
    : '';
  if (types.length === 0)
    return words.length > 0 ? words.map((word) => JSON.stringify(word)) : [bounds];
  return types.map((type) => {
    const kind = kindInWords(String(type), vocabulary.kindOfUnion(schema));
    if (bounds === '' || !isNumeric(type)) return kind;
    return `${kind} ${bounds.startsWith('at ') ? 'of ' : ''}${bounds}`;
  });
}

function kindInWords(type: string, kind: string | undefined): string {
  if (kind === 'schedule') return 'a schedule';
  if (kind !== undefined && type === 'string') return `the name of ${withArticle(kind)}`;
  if (kind !== undefined && type === 'object') return 'an object with "type"';
  return typesInWords[type] ?? type;
}

function choices({ keyword, params }: ErrorObject): readonly unknown[] | undefined {
  const one: unknown = params['allowedValue'];
  const several: unknown = params['allowedValues'];
  if (Array.isArray(several)) return several as readonly unknown[];
  return keyword === 'const' ? [one] : undefined;
}

function fits(value: unknown, type: string): boolean {
  switch (type) {
    case 'integer':
      // A number with a fraction is no other kind of value.
      return typeof value === 'number';
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'null':
      return value === null;
    default:
      return typeof value === type;
  }
}
