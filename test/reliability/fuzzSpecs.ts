/** Random specs: valid ones with a few random changes, ones grown from the words of the language, and damaged texts. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { listPresets } from '../../src/language/load/presets.js';
import { builtIns } from '../../src/generated/entries.js';
import { bases as smallSpecs } from '../language/mutations/bases.js';

/** A spec as text, with settings to make to it. */
export interface FuzzedSpec {
  readonly text: string;
  readonly set: readonly string[];
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = Readonly<Record<string, Json>>;

const presets = listPresets().map(({ file }) => readFileSync(file, 'utf8'));
/** Valid specs to change. */
const bases = [...Object.values(smallSpecs), ...presets].map((text) => JSON.parse(text) as Json);

const types = [...new Set(builtIns.map(({ type }) => type))];
const keysOfSpecs = [...new Set(bases.flatMap(keysIn))];

function keysIn(value: Json): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)]);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Names with a meaning in JavaScript, in JSON Pointers, in paths of settings or in the language. */
const oddNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'toJSON',
  'then',
  'length',
  'input',
  'labels',
  'index',
  'a/b',
  'a~1b',
  'a.b',
  '',
  ' ',
  '0',
  '-1',
  'labels_0',
  '\u0000',
  '\u202e',
  '😀',
  '\ud800',
];

const names = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...keysOfSpecs) },
  { weight: 2, arbitrary: fc.constantFrom(...types) },
  { weight: 2, arbitrary: fc.constantFrom(...oddNames) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12, unit: 'grapheme' }) },
);

const terms = fc.oneof(
  fc.constantFrom('filters', 'index', 'size', 'a', 'toString', '__proto__', 'constructor'),
  fc.constantFrom('1', '2', '0', '1e308', '3.5', '0.1', '64'),
);

const expressions = fc.oneof(
  fc
    .array(fc.tuple(terms, fc.constantFrom('+', '-', '*', '/', '^', ' * ', ',')), { maxLength: 6 })
    .map((list) => `=${list.flat().join('')}2`),
  terms.map((term) => `=min(${term}, log2(${term}))`),
  fc.string({ maxLength: 20 }).map((text) => `=${text}`),
  fc.nat(120).map((depth) => `=${'('.repeat(depth)}1${')'.repeat(depth)}`),
);

const numbers = fc.oneof(
  fc.integer({ min: -2, max: 130 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 1e308, -1e308, 5e-324, 2 ** 31, 2 ** 32, 2 ** 53, 2 ** 53 + 2, 1e39, 0.1),
);

const scalars: fc.Arbitrary<Json> = fc.oneof(
  numbers,
  fc.boolean(),
  fc.constant(null),
  names,
  expressions,
);

const values = fc.letrec<{ value: Json; layer: Json; list: readonly Json[] }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'json' },
    { weight: 5, arbitrary: scalars },
    { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 4, depthIdentifier: 'json' }) },
    {
      weight: 2,
      arbitrary: fc
        .array(fc.tuple(names, tie('value')), { maxLength: 5, depthIdentifier: 'json' })
        .map(fromEntries),
    },
    { weight: 1, arbitrary: tie('layer') },
  ),
  layer: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'layers' },
    { weight: 2, arbitrary: fc.constantFrom(...types) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(
          fc.constantFrom(...types),
          fc.dictionary(fc.constantFrom(...keysOfSpecs), scalars, { maxKeys: 3 }),
        )
        .map(([type, options]) => ({ type, ...options })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.oneof(fc.nat(40), numbers, expressions), tie('list'), inputs())
        .map(([times, layers, input]) => ({ type: 'repeat', times, layers, ...input })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(tie('list'), tie('list'), fc.boolean(), inputs())
        .map(([layers, shortcut, both, input]) => ({
          type: 'residual',
          layers,
          ...(both && { shortcut }),
          ...input,
        })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.constantFrom('a', 'b', 'c', 'toString', '__proto__'),
          fc.dictionary(fc.constantFrom('a', 'filters', 'index', 'constructor'), scalars, {
            maxKeys: 2,
          }),
          inputs(),
        )
        .map(([block, given, input]) => ({ type: 'block', block, with: given, ...input })),
    },
  ),
  list: fc.array(tie('layer'), { maxLength: 4, depthIdentifier: 'layers' }),
}));

/** An `input`, or none, and sometimes a name. */
function inputs(): fc.Arbitrary<JsonObject> {
  const some = fc.constantFrom('input', 'labels', 'a', 'b', 'dense_0', 'toString');
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: some.map((input) => ({ input })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.array(some, { maxLength: 3 }), some)
        .map(([input, name]) => ({ input, name })),
    },
  );
}

/** Keeps `__proto__` as a key of its own. */
function fromEntries(list: readonly (readonly [string, Json])[]): JsonObject {
  return Object.fromEntries(list);
}

/** A change at one place of a spec: the place counts through all of its values. */
interface Change {
  readonly place: number;
  readonly kind: 'replace' | 'remove' | 'rename' | 'insert' | 'repeat' | 'wrap' | 'copy';
  readonly name: string;
  readonly value: Json;
}

const changes: fc.Arbitrary<Change> = fc.record({
  place: fc.nat(5000),
  kind: fc.constantFrom('replace', 'remove', 'rename', 'insert', 'repeat', 'wrap', 'copy'),
  name: names,
  value: values.value,
});

function placesIn(value: Json, path: readonly (string | number)[] = []): (string | number)[][] {
  const inner = Array.isArray(value)
    ? value.flatMap((item: Json, index) => placesIn(item, [...path, index]))
    : isObject(value)
      ? Object.entries(value).flatMap(([key, item]) => placesIn(item, [...path, key]))
      : [];
  return [[...path], ...inner];
}

function valueAt(value: Json, path: readonly (string | number)[]): Json {
  return path.reduce<Json>((inner, step) => {
    if (Array.isArray(inner)) return (inner as readonly Json[])[Number(step)] ?? null;
    return isObject(inner) ? (inner[String(step)] ?? null) : null;
  }, value);
}

/** The value with another at a place; `undefined` removes it. */
function put(value: Json, [step, ...rest]: readonly (string | number)[], make: Edit): Json {
  if (step === undefined) return make(value)[0]?.[1] ?? null;
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    return items.flatMap((item, index) => {
      if (index !== step) return [item];
      return rest.length > 0 ? [put(item, rest, make)] : make(item).map(([, made]) => made);
    });
  }
  if (!isObject(value)) return value;
  const members = Object.entries(value).flatMap(([key, item]) => {
    if (key !== step) return [[key, item] as const];
    if (rest.length > 0) return [[key, put(item, rest, make)] as const];
    return make(item).map(([name, made]) => [name ?? key, made] as const);
  });
  return fromEntries(members);
}

/** The members or items that stand in the place of one: none, one or several. */
type Edit = (old: Json) => readonly (readonly [name: string | undefined, value: Json])[];

function applyChange(spec: Json, { place, kind, name, value }: Change): Json {
  const places = placesIn(spec);
  const at = places[place % places.length] ?? [];
  const other = places[(place * 7919) % places.length] ?? [];
  const edits: Readonly<Record<Change['kind'], Edit>> = {
    replace: () => [[undefined, value]],
    remove: () => [],
    rename: (old) => [[name, old]],
    insert: (old) => [
      [undefined, old],
      [name, value],
    ],
    repeat: (old) => Array.from({ length: 20 }, (_, index) => [`${name}${index}`, old] as const),
    wrap: (old) => [
      [undefined, { type: 'repeat', times: place % 7, layers: Array.isArray(old) ? old : [old] }],
    ],
    copy: () => [[undefined, valueAt(spec, other)]],
  };
  return put(spec, at, edits[kind]);
}

const changed = fc
  .tuple(fc.constantFrom(...bases), fc.array(changes, { minLength: 0, maxLength: 4 }))
  .map(([base, list]) => list.reduce(applyChange, base));

const block = fc.record({ layers: values.list });

const grown = fc
  .tuple(
    fc.constantFrom('ring', 'grid', 'shapes', 'noise'),
    values.list,
    values.list,
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'toString'), block, { maxKeys: 3 }),
    fc.dictionary(fc.constantFrom('filters', 'size', 'a', 'index'), scalars, { maxKeys: 3 }),
    fc.array(fc.tuple(names, values.value), { maxLength: 2 }),
  )
  .map(([data, generator, discriminator, blocks, parameters, others]): Json => ({
    data,
    latent: { dim: 4 },
    generator: { layers: [...generator, { type: 'dense', units: 2 }] },
    discriminator: { layers: [...discriminator, 'flatten', { type: 'dense', units: 1 }] },
    ...(Object.keys(blocks).length > 0 && { blocks }),
    parameters,
    ...fromEntries(others),
  }));

const extended = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(...listPresets().map(({ name }) => name)),
      fc.constantFrom('./none.json', '../up.json', '/etc/passwd', 'file:x', '__proto__', '.', '/'),
      names,
    ),
    fc.array(fc.tuple(names, values.value), { maxLength: 3 }),
  )
  .map(([base, members]): Json => ({ ...fromEntries(members), extends: base }));

const written = fc
  .oneof({ weight: 5, arbitrary: changed }, { weight: 3, arbitrary: grown }, extended)
  .map((spec) => JSON.stringify(spec, null, 1));

/** Texts with characters lost, doubled or changed. */
const damaged = fc
  .tuple(
    written,
    fc.array(fc.tuple(fc.nat(), fc.constantFrom('', '{', ']', '"', ',', '\\', '/*', '\n', '9')), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([text, list]) =>
    list.reduce((current, [place, by]) => {
      const at = place % (current.length + 1);
      return current.slice(0, at) + by + current.slice(at + (place % 2));
    }, text),
  );

const paths = fc
  .array(fc.oneof(names, fc.nat(9).map(String)), { minLength: 1, maxLength: 4 })
  .map((steps) => steps.join('.'));

const settings = fc.array(
  fc.oneof(
    fc.tuple(paths, values.value).map(([path, value]) => `${path}=${JSON.stringify(value)}`),
    fc.tuple(paths, fc.string({ maxLength: 10 })).map(([path, text]) => `${path}=${text}`),
    fc.constantFrom('training.steps=5', 'training.batchSize=2', 'extends=ring', '=', 'a', 'a.=1'),
  ),
  { maxLength: 2 },
);

/** Specs of all these kinds. */
export const fuzzedSpecs: fc.Arbitrary<FuzzedSpec> = fc.record({
  text: fc.oneof({ weight: 9, arbitrary: written }, { weight: 1, arbitrary: damaged }),
  set: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, settings),
});
