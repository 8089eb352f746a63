import { isObject } from '../language/schema/mapSubschemas.js';
import { isTensor } from './resultCheck.js';

/**
 * A copy of plugin data as plain objects and lists, so that no getter or proxy in it runs later. Each property is read
 * once; functions are bound to the object that has them; tensors, typed arrays, promises, maps, sets and dates are kept as they are.
 * @param properties The properties to copy, which may be those of a class; default: the object's own.
 * @throws Error where the data contain themselves.
 */
export function plainCopy<T>(value: T, properties?: readonly string[]): T {
  // The copy has the form of the original.
  return copyOf(value, [], properties) as T;
}

function copyOf(
  value: unknown,
  holders: readonly unknown[],
  properties?: readonly string[],
): unknown {
  if (Array.isArray(value))
    return Array.from(value, (item) => copyOf(item, within(holders, value)));
  if (!isObject(value) || isTensor(value)) return value;
  if (ArrayBuffer.isView(value) || isBuiltIn(value)) return value;
  const inner = within(holders, value);
  const parts = (properties ?? Object.keys(value)).flatMap((name): [string, unknown][] => {
    const part = value[name];
    if (part === undefined) return [];
    return [[name, typeof part === 'function' ? part.bind(value) : copyOf(part, inner)]];
  });
  return Object.fromEntries(parts);
}

/** True for objects whose content is no property, which a copy would lack. */
function isBuiltIn(value: object): boolean {
  return [Promise, Map, Set, Date].some((type) => value instanceof type);
}

function within(holders: readonly unknown[], value: unknown): readonly unknown[] {
  if (holders.includes(value)) throw new Error('an object contains itself');
  return [...holders, value];
}
