import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderDiagnostics } from '../../../src/diagnostics/render.js';
import { DiagnosticSink } from '../../../src/diagnostics/sink.js';
import { builtIns } from '../../../src/generated/entries.js';
import type { Kind } from '../../../src/entries/entry.js';
import { isObject } from '../../../src/language/schema/mapSubschemas.js';
import { Registry } from '../../../src/entries/registry.js';
import type { JsonSchema } from '../../../src/language/schema/fragment.js';
import { parseJson } from '../../../src/source/parse.js';
import { languageOf } from '../../../src/language/language.js';
import { normalize, specRules, valueRules } from '../../../src/language/normalize/normalize.js';
import { applyRules } from '../../../src/language/normalize/rule.js';
import { validate } from '../../../src/language/validate/validate.js';

interface Pair {
  readonly rule: string;
  /** Name of the definition that describes the value; for rules about values only. */
  readonly at?: string;
  readonly in: Readonly<Record<string, unknown>>;
  readonly out: unknown;
}

const pairs = JSON.parse(
  readFileSync(new URL('rules.json', import.meta.url), 'utf8'),
) as readonly Pair[];
const registry = new Registry(builtIns);
const { schema, definitions } = languageOf(registry);

function definition(name: string): JsonSchema {
  const found = name === 'GanSpec' ? schema : definitions[name];
  if (!isObject(found)) throw new Error(`there is no definition ${name}`);
  return found;
}

describe('each rule of normalization', () => {
  it.each(pairs)('$rule', ({ rule: sentence, at, in: given, out }) => {
    const specRule = specRules.find(({ rule }) => rule === sentence);
    const result =
      specRule && at === undefined
        ? specRule.apply(given)
        : applyRules(
            valueRules.filter(({ rule }) => rule === sentence),
            given,
            definition(at ?? ''),
            definitions,
          );
    expect(result).toEqual(out);
  });

  it('has a pair', () => {
    const sentences = [...valueRules, ...specRules].map(({ rule }) => rule);
    expect(new Set(pairs.map(({ rule }) => rule))).toEqual(new Set(sentences));
  });
});

/** An entry of a kind: one of its examples, or its bare name where the examples have one without options. */
function entry(kind: Kind): fc.Arbitrary<unknown> {
  const examples = registry.all(kind).flatMap((one) => one.schema.examples);
  const bare = examples.filter((example) => isObject(example) && Object.keys(example).length === 1);
  return fc.constantFrom(
    ...examples,
    ...bare.map((example) => isObject(example) && example['type']),
  );
}

const scheduled = fc.oneof(fc.constantFrom(0, 0.1, 0.5), entry('schedule').filter(isObject));

const layer = fc
  .record(
    { entry: entry('layer'), named: fc.boolean(), input: fc.boolean() },
    { requiredKeys: ['entry'] },
  )
  .map(({ entry: given, named, input }) => {
    const options = { ...(named && { name: 'named' }), ...(input && { input: 'input' }) };
    return isObject(given) ? { ...given, ...options } : given;
  });

const network = fc.record({ layers: fc.array(layer, { minLength: 1, maxLength: 6 }) });

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const spec = fc.record(
  {
    $schema: fc.constant('../schema/v1.json'),
    name: fc.constantFrom('a', 'dense', 'hinge'),
    reference: fc.record({ paper: fc.string(), other: fc.string() }, { requiredKeys: [] }),
    data: entry('dataset'),
    latent: fc.record({ dim: fc.integer({ min: 1 }) }, { requiredKeys: [] }),
    labels: optional(fc.record({ generator: fc.constant('concat') }, { requiredKeys: [] })),
    generator: network,
    discriminator: network,
    loss: entry('loss'),
    penalties: fc.array(entry('penalty'), { maxLength: 3 }),
    optimizers: fc.record({ generator: entry('optimizer') }, { requiredKeys: [] }),
    training: fc.record(
      {
        batchSize: fc.integer({ min: 1 }),
        ema: optional(fc.record({ decay: scheduled }, { requiredKeys: [] })),
        gradientClip: optional(fc.record({ limit: fc.constantFrom(1, 2) })),
        instanceNoise: scheduled,
      },
      { requiredKeys: [] },
    ),
    monitor: fc.record({ logEvery: fc.integer({ min: 1 }) }, { requiredKeys: [] }),
  },
  { requiredKeys: ['data', 'generator', 'discriminator'] },
);

function complaints(value: unknown): string {
  const { tree, problems } = parseJson(JSON.stringify(value), 'a.json');
  if (!tree) return renderDiagnostics(problems);
  const sink = new DiagnosticSink(tree);
  validate(tree, registry, sink);
  return renderDiagnostics([...problems, ...sink.list]);
}

/** True where every value of the first stands at the same place in the second; a bare name may have become an object. */
function isKept(before: unknown, after: unknown): boolean {
  if (Array.isArray(before)) {
    return Array.isArray(after) && before.length === after.length
      ? before.every((item, index) => isKept(item, after[index]))
      : false;
  }
  if (isObject(before)) {
    return (
      isObject(after) && Object.entries(before).every(([key, value]) => isKept(value, after[key]))
    );
  }
  if (Object.is(before, after)) return true;
  if (isObject(after)) return after['type'] === before;
  return Array.isArray(after) && after.length === 1 && after[0] === before;
}

describe('normalize', () => {
  it('gives, for every valid spec, a valid spec that normalizes to itself', () => {
    fc.assert(
      fc.property(spec, (value) => {
        expect(complaints(value)).toBe('');
        const once = normalize(value, registry);
        expect(complaints(once)).toBe('');
        expect(normalize(once, registry)).toEqual(once);
      }),
      { numRuns: 50 },
    );
  });

  it('moves no value and changes only bare names and single inputs', () => {
    fc.assert(
      fc.property(spec, (value) => {
        const after = { ...normalize(value, registry), $schema: value.$schema };
        expect(isKept(value, after)).toBe(true);
      }),
    );
  });

  it('changes neither its input nor the defaults of the schemas', () => {
    const value = {
      data: 'mnist',
      generator: { layers: ['tanh'] },
      discriminator: { layers: ['tanh'] },
    };
    const copy = structuredClone(value);
    const once = normalize(value, registry);
    (once.penalties as unknown[]).push('changed');
    expect(value).toEqual(copy);
    expect(normalize(value, registry).penalties).toEqual([]);
  });

  it('writes every key that a stage may read', () => {
    const layers = [{ type: 'dense', units: 1 }];
    const least = { data: 'mnist', generator: { layers }, discriminator: { layers } };
    const network = {
      kernelInitializer: null,
      layers: [expect.objectContaining({ name: 'dense_0', input: ['input'] }) as unknown],
    };
    expect(normalize(least, registry)).toEqual({
      version: 1,
      name: 'gan',
      data: expect.objectContaining({ type: 'mnist' }) as unknown,
      latent: { dim: 100, distribution: 'normal' },
      labels: null,
      generator: network,
      discriminator: network,
      loss: {
        type: 'nonSaturating',
        labelSmoothing: 0,
        fakeTarget: 0,
        generatorTarget: 1,
        labelNoise: 0,
        generatorWeight: 1,
        discriminatorWeight: 1,
      },
      penalties: [],
      optimizers: {
        generator: expect.objectContaining({ type: 'adam' }) as unknown,
        discriminator: expect.objectContaining({ type: 'adam' }) as unknown,
      },
      training: {
        batchSize: 64,
        steps: 1000,
        update: 'alternating',
        first: 'discriminator',
        discriminatorSteps: 1,
        generatorSteps: 1,
        gradientAccumulation: 1,
        realBatches: 'fresh',
        latents: 'fresh',
        scoring: 'apart',
        packing: 1,
        syncBatchNorm: false,
        patchScores: false,
        topK: 1,
        augment: null,
        ema: null,
        gradientClip: null,
        instanceNoise: 0,
        seed: 0,
      },
      monitor: {
        logEvery: 50,
        sampleEvery: 500,
        sampleCount: 64,
        metrics: [],
        metricsEvery: 0,
        checkpoint: { every: 500, minutes: 1, keep: 2, best: null },
        health: {
          nonFinite: { action: 'stop' },
          explodingScores: { action: 'warn', limit: 10000 },
          gradientNorms: { action: 'off', min: 1e-8, max: 10000 },
          saturation: { action: 'warn', limit: 0.01, patience: 200 },
          modeCollapse: { action: 'warn', limit: 0.2, every: 100 },
          stalledLoss: { action: 'warn', limit: 0.00001, patience: 200 },
          rollback: { times: 3, rate: 0.5 },
        },
      },
    });
  });
});
