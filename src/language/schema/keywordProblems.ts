/** Requirements of the keywords that only messages read. */
import { conversions } from './fragment.js';
import { isObject, mapSubschemas } from './mapSubschemas.js';

/**
 * Violated requirements of these keywords in a word or an option, in sentences.
 * @param owner As in `option "units"`.
 * @param options All options of the object that an option stands in.
 */
export function keywordProblems(
  owner: string,
  schema: Readonly<Record<string, unknown>>,
  options: readonly string[],
): readonly string[] {
  const { otherNames, otherValues, nameNotes, convertedNames, switchNames, actsOnlyWith } = schema;
  const problems: string[] = [];
  if (otherNames !== undefined && !isListOfNames(otherNames)) {
    problems.push(`"otherNames" of ${owner} must be a list of different names`);
  }
  if (otherValues !== undefined && !isObject(otherValues)) {
    problems.push(`"otherValues" of ${owner} must give for each value of others the one here`);
  }
  if (nameNotes !== undefined && !isTexts(nameNotes)) {
    problems.push(`"nameNotes" of ${owner} must give for each name a text`);
  }
  if (convertedNames !== undefined && !isConversions(convertedNames)) {
    problems.push(
      `"convertedNames" of ${owner} must give for each name one of ${conversions.join(', ')}`,
    );
  }
  if (switchNames !== undefined && !isObject(switchNames)) {
    problems.push(`"switchNames" of ${owner} must give for each name a value`);
  }
  if (actsOnlyWith === undefined) return problems;
  if (!isObject(actsOnlyWith) || !Object.values(actsOnlyWith).every(isCondition)) {
    problems.push(
      `"actsOnlyWith" of ${owner} must give for each option a "const", an "enum" or an "exclusiveMinimum"`,
    );
    return problems;
  }
  const unknown = Object.keys(actsOnlyWith).filter((name) => !options.includes(name));
  return [
    ...problems,
    ...unknown.map((name) => `"actsOnlyWith" of ${owner} names an unknown option "${name}"`),
  ];
}

/** The same for all options of a schema that is no fragment, such as that of a spec. */
export function allKeywordProblems(schema: Readonly<Record<string, unknown>>): readonly string[] {
  const problems: string[] = [];
  const visit = (inner: Readonly<Record<string, unknown>>): typeof inner => {
    const properties = isObject(inner['properties']) ? inner['properties'] : {};
    const options = Object.keys(properties);
    for (const [name, option] of Object.entries(properties)) {
      if (isObject(option)) problems.push(...keywordProblems(`option "${name}"`, option, options));
    }
    return mapSubschemas(inner, visit);
  };
  visit(schema);
  return problems;
}

function isListOfNames(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((name) => typeof name === 'string' && name.trim() !== '') &&
    new Set(value).size === value.length
  );
}

function isTexts(value: unknown): boolean {
  return isObject(value) && Object.values(value).every((text) => typeof text === 'string');
}

function isConversions(value: unknown): boolean {
  return (
    isObject(value) &&
    Object.values(value).every((found) => conversions.some((known) => known === found))
  );
}

function isCondition(value: unknown): boolean {
  if (!isObject(value) || Object.keys(value).length !== 1) return false;
  return (
    'const' in value ||
    (Array.isArray(value['enum']) && value['enum'].length > 0) ||
    typeof value['exclusiveMinimum'] === 'number'
  );
}
