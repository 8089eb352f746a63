/** The values of a spec by their paths, as `--set` names them, with the defaults told from what is given. */
import type { SettingAnswer } from './answers.js';

/**
 * Every value of a resolved spec.
 * @param given The merged text of the spec as JSON.
 */
export function settingsOf(resolved: object, given: unknown): readonly SettingAnswer[] {
  return Object.entries(resolved).flatMap(([key, value]) =>
    below([key], value, memberOf(given, key)),
  );
}

/** Stands for the text of a value that the spec does not give. */
const absent = Symbol('absent');

/** Stands for a text whose place is not known, as that of layers that a block or a repeat has made. */
const elsewhere = Symbol('elsewhere');

function below(path: readonly string[], value: unknown, given: unknown): readonly SettingAnswer[] {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) {
    const isDefault = given === absent;
    return [{ path: path.join('.'), value: JSON.stringify(value), isDefault }];
  }
  const isExpanded = Array.isArray(value) && Array.isArray(given) && value.length !== given.length;
  return Object.entries(value).flatMap(([key, member]) =>
    below([...path, key], member, isExpanded ? elsewhere : memberOf(given, key, value)),
  );
}

/** The text of a member. @param value The resolved value, whose bare name or expression the text may be. */
function memberOf(given: unknown, key: string, value?: object): unknown {
  if (given === absent) return absent;
  // A bare name gives the type and nothing else.
  if (typeof given === 'string') return value && 'type' in value && key !== 'type' ? absent : given;
  if (typeof given !== 'object' || given === null) return given;
  return Object.hasOwn(given, key) ? Reflect.get(given, key) : absent;
}
