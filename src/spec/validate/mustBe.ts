/** Values that none of the choices at their place accepts: of another kind, another word, or out of bounds. */
import type { ErrorObject } from 'ajv';
import { isObject } from '../../registry/mapSubschemas.js';
import type { JsonSchema } from '../../registry/schema.js';
import { nodeAt } from '../../source/locate.js';
import { spellingHint } from '../nearest.js';
import type { Finding } from './finding.js';
import type { ExplainContext } from './explainContext.js';
import { receivedInWords } from './receivedInWords.js';
import type { Vocabulary } from './vocabulary.js';
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

/** Whether an error is about the value itself, rather than about something in it. */
export function isAboutValue({ keyword }: ErrorObject): boolean {
  return codes[keyword] !== undefined;
}

/** Whether an error says no more than that this choice is for another kind of value. */
export function isMisfit({ keyword, parentSchema, data }: ErrorObject): boolean {
  if (keyword === 'type') return true;
  const schema: JsonSchema = isObject(parentSchema) ? parentSchema : {};
  if (keyword === 'const') return typeof schema['const'] !== typeof data;
  return typeof schema['type'] === 'string' && !fits(data, schema['type']);
}

/** @param errors About the value of one place, one for each choice it has there; not empty. */
export function mustBe(
  errors: readonly ErrorObject[],
  { tree, vocabulary }: ExplainContext,
): Finding {
  const pointer = errors[0]?.instancePath ?? '';
  const data: unknown = errors[0]?.data;
  const said = errors.filter((error) => error.keyword !== 'enum' || !isMisfit(error));
  const wanted = new Set(said.flatMap((error) => requirement(error, vocabulary)));
  const hint = unquotedHint(data, said) ?? wordHint(data, said);
  const keyword = said.find((error) => error.keyword !== 'const')?.keyword ?? 'const';
  return {
    code: codes[keyword] ?? 'GAN126',
    pointer,
    message: `${placeName(pointer)} must be ${orList([...wanted])}, received ${receivedInWords(data, nodeAt(tree, pointer))}`,
    ...(hint === undefined ? {} : { hint }),
  };
}

function requirement(error: ErrorObject, vocabulary: Vocabulary): string[] {
  const schema: JsonSchema = isObject(error.parentSchema) ? error.parentSchema : {};
  if (error.keyword === 'type') {
    const types: readonly unknown[] = [error.params['type']].flat();
    return types.map((type) => kindInWords(String(type), vocabulary.kindOfUnion(schema)));
  }
  return choices(error)?.map((choice) => JSON.stringify(choice)) ?? [boundsInWords(schema)];
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

function wordHint(data: unknown, errors: readonly ErrorObject[]): string | undefined {
  if (typeof data !== 'string') return undefined;
  const words = errors.flatMap((error) => choices(error) ?? []);
  return spellingHint(
    data,
    words.filter((word) => typeof word === 'string'),
  );
}

function unquotedHint(data: unknown, errors: readonly ErrorObject[]): string | undefined {
  if (typeof data !== 'string') return undefined;
  const types = errors.flatMap(({ params }): unknown => params['type']);
  const meant =
    (types.includes('boolean') && /^(?:true|false)$/.test(data)) ||
    (types.some((type) => type === 'number' || type === 'integer') &&
      /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(data));
  return meant ? `write ${data} without quotes` : undefined;
}

function fits(value: unknown, type: string): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value);
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
