/** Keeps plugins from changing the built-in objects of JavaScript, which all code shares. */

/** Objects whose further properties would be those of all objects, lists or functions. */
const closed = named('.prototype', { Object, Array, Function }, ({ prototype }) => prototype);

/** Prototypes that may get further properties. */
const prototypes = named(
  '.prototype',
  {
    ...{ String, Number, Boolean, BigInt, Symbol, RegExp, Date, Promise, Error, Buffer, URL },
    ...{ Map, Set, WeakMap, WeakSet, WeakRef, ArrayBuffer, DataView },
    ...{ Float32Array, Float64Array, Int32Array, Uint8Array, TextEncoder, TextDecoder },
  },
  ({ prototype }) => prototype as object,
);

/** All objects that are compared. */
const shared: ReadonlyMap<string, object> = new Map([
  ...closed,
  ...prototypes,
  ['Performance.prototype', Object.getPrototypeOf(performance) as object],
  ['TypedArray.prototype', Object.getPrototypeOf(Float32Array.prototype) as object],
  ...named(
    '',
    {
      ...{ Object, Array, Number, String, Symbol, BigInt, Date, Promise, Error, ArrayBuffer, URL },
      ...{ Math, JSON, Reflect, Intl, Atomics, Buffer, performance, globalThis },
    },
    (object) => object,
  ),
]);

function named<T extends object>(
  suffix: string,
  objects: Readonly<Record<string, T>>,
  part: (object: T) => object,
): readonly (readonly [string, object])[] {
  return Object.entries(objects).map(([name, object]) => [`${name}${suffix}`, part(object)]);
}

type Properties = ReadonlyMap<PropertyKey, PropertyDescriptor>;

/** The properties of the shared objects at one moment, by the names of the objects. */
type BuiltIns = ReadonlyMap<string, Properties>;

/** Changes that modules have made, by path: Node runs a module once. */
const changes = new Map<string, string>();

/**
 * Loads a module that must leave the built-in objects as they are.
 * @throws Error for a change, which is taken back where the language lets it; also whenever the module is loaded again.
 */
export async function keepBuiltIns<T>(path: string, load: () => Promise<T>): Promise<T> {
  const before: BuiltIns = new Map([...shared].map(([name, it]) => [name, propertiesOf(it)]));
  try {
    return await load();
  } finally {
    const change = changeSince(before) ?? changes.get(path);
    if (change !== undefined) changes.set(path, change);
    // eslint-disable-next-line no-unsafe-finally -- the change is the first cause of any error
    if (change !== undefined) throw new Error(`it ${change}, which all code shares`);
  }
}

/** The result of a hook. @throws Error where it gives all objects a property, which is removed, or freezes what all share. */
export function keepPrototypes<T>(hook: () => T): T {
  const count = Reflect.ownKeys(Object.prototype).length;
  const isOpen = closed.every(([, object]) => Object.isExtensible(object));
  const result = hook();
  const [added] = Reflect.ownKeys(Object.prototype).slice(count);
  if (added !== undefined) {
    Reflect.deleteProperty(Object.prototype, added);
    throw new Error(`it adds ${nameOf('Object.prototype', added)}, which all code shares`);
  }
  const frozen = isOpen ? closed.find(([, object]) => !Object.isExtensible(object)) : undefined;
  if (frozen) throw new Error(`it freezes ${frozen[0]}, which all code shares`);
  return result;
}

function propertiesOf(object: object): Properties {
  return new Map(
    Reflect.ownKeys(object).flatMap((key) => {
      const property = Reflect.getOwnPropertyDescriptor(object, key);
      // Node loads some global objects, such as `fetch`, where they are used first.
      const isLazy = object === globalThis && property?.get !== undefined;
      return property && !isLazy ? [[key, property] as const] : [];
    }),
  );
}

/** The first change in words, as in `adds Object.prototype.steps`; all are taken back. */
function changeSince(before: BuiltIns): string | undefined {
  const found = [...before].flatMap(([name, properties]) => {
    const object = shared.get(name) ?? {};
    const change = changeOf(name, object, properties);
    if (change === undefined) return [];
    restore(object, properties);
    return [change];
  });
  return found[0];
}

function changeOf(name: string, object: object, properties: Properties): string | undefined {
  const [added] = addedTo(object, properties);
  if (added !== undefined) {
    return `${isInherited(object, added) ? 'changes' : 'adds'} ${nameOf(name, added)}`;
  }
  for (const [key, before] of properties) {
    const now = Reflect.getOwnPropertyDescriptor(object, key);
    if (!now) return `removes ${nameOf(name, key)}`;
    if (!Object.is(now.value, before.value) || now.get !== before.get || now.set !== before.set)
      return `changes ${nameOf(name, key)}`;
    if (now.configurable !== before.configurable || now.writable !== before.writable)
      return `freezes ${name}`;
  }
  return Object.isExtensible(object) ? undefined : `freezes ${name}`;
}

/** The further properties that an object may not get: any on those of all objects, else those that hide inherited ones. */
function addedTo(object: object, properties: Properties): readonly PropertyKey[] {
  const isClosed = closed.some(([, one]) => one === object);
  const added = Reflect.ownKeys(object).filter((key) => !properties.has(key));
  return isClosed ? added : added.filter((key) => isInherited(object, key));
}

function isInherited(object: object, key: PropertyKey): boolean {
  const parent: unknown = Object.getPrototypeOf(object);
  return typeof parent === 'object' && parent !== null && key in parent;
}

function restore(object: object, properties: Properties): void {
  for (const key of addedTo(object, properties)) Reflect.deleteProperty(object, key);
  for (const [key, property] of properties) Reflect.defineProperty(object, key, property);
}

function nameOf(object: string, key: PropertyKey): string {
  return typeof key === 'symbol' ? `${object}[${String(key)}]` : `${object}.${String(key)}`;
}
