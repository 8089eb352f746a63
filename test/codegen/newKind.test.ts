/** A kind of entry that ganspec does not have, added to a copy of the repository: one contract file and one line. */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isGenerated } from '../../codegen/banner.js';
import { RepositoryCopy } from './repositoryCopy.js';

const contract = `/** The kind \`metric\`: numbers that measure samples. */
import type { HostConfig } from './config.js';
import type { Definition, EntryBase, KindRecord } from './kind.js';
import { number } from './resultCheck.js';
import { known, type Tagged } from './tagged.js';

export interface MetricEntry extends EntryBase<'metric'> {
  measure(samples: Float32Array, config: Tagged): number;
}

export function defineMetric<C extends Tagged>(
  definition: Definition & { measure(samples: Float32Array, config: HostConfig<C>): number },
): MetricEntry {
  return {
    kind: 'metric',
    type: definition.type,
    schema: definition.schema,
    measure: (samples, config) => definition.measure(samples, known(config)),
  };
}

export const metricKind: KindRecord<MetricEntry> = {
  folder: 'metrics',
  makers: { defineMetric },
  hookResults: { measure: number },
  sharedOptions: {
    samples: { type: 'integer', minimum: 1, default: 1000, description: 'Samples to measure.' },
  },
};
`;

const line = "export { metricKind as metric } from './metric.js';\n";

const fragment = {
  $id: 'metrics/spread.schema.json',
  title: 'SpreadMetric',
  description: 'Mean distance of a number from the centre.',
  type: 'object',
  required: ['type'],
  additionalProperties: false,
  properties: {
    type: { const: 'spread' },
    centre: { type: 'number', default: 0, description: 'The centre.' },
  },
  examples: [{ type: 'spread' }],
};

const word = `import { defineMetric } from '../entries/metric.js';
import { schemas, type SpreadMetric } from '../generated/metrics.js';

/** mean |x − centre|. @source Gauss 1821 */
export const spread = defineMetric<SpreadMetric>({
  type: 'spread',
  schema: schemas.spread,
  measure: (samples, { centre }) =>
    samples.reduce((sum, x) => sum + Math.abs(x - centre), 0) / samples.length,
});
`;

/** A program that uses the new kind and prints the outcomes. */
const program = `
import { examine } from './src/checks/examine.js';
import { completed } from './src/language/normalize/completed.js';
import { builtIns, entries } from './src/generated/entries.js';
import { Registry } from './src/entries/registry.js';
import { createCompiler, defineLoss, defineMetric } from './src/index.js';

const registry = new Registry(builtIns);
const judged = defineLoss({
  type: 'acme/judged',
  schema: {
    $id: 'judged', title: 'JudgedLoss', description: 'Judged.', type: 'object', required: ['type'],
    additionalProperties: false, examples: [{ type: 'acme/judged' }],
    properties: {
      type: { const: 'acme/judged' },
      by: { entry: 'metric', default: 'spread', description: 'The metric.' },
    },
  },
  scores: 'logits',
  discriminatorLoss: ({ real }) => real,
  generatorLoss: ({ fake }) => fake,
});
const broken = defineMetric({
  type: 'acme/broken',
  schema: {
    $id: 'broken', title: 'BrokenMetric', description: 'Broken.', type: 'object', required: ['type'],
    additionalProperties: false, examples: [{ type: 'acme/broken' }],
    properties: { type: { const: 'acme/broken' } },
  },
  measure: () => 'much' as unknown as number,
});
const compiler = createCompiler({ plugins: [judged, broken] });
const messagesOf = (by: unknown) =>
  compiler.check({ extends: 'ring', loss: { type: 'acme/judged', by } })
    .diagnostics.map(({ code, message }) => code + ': ' + message);
const { guarded } = await import('./src/plugins/guard.js');
let failure = '';
try {
  guarded(broken).measure(new Float32Array(1), { type: 'acme/broken' });
} catch (error) {
  failure = (error as Error).message;
}
console.log(JSON.stringify({
  measured: entries.metrics.spread.measure(new Float32Array([1, -3]), { type: 'spread', centre: 0 }),
  completed: completed('metric', 'spread', registry),
  right: messagesOf('spread'),
  wrong: messagesOf({ type: 'spread', centre: 'left' }),
  unknown: messagesOf('spred'),
  failure,
  checks: (await examine(entries.metrics.spread, registry)).map(({ ok }) => ok),
}));
`;

let copy: RepositoryCopy;
let before: ReadonlyMap<string, string>;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(copy.root, path)), { recursive: true });
  writeFileSync(join(copy.root, path), text);
}

beforeAll(() => {
  copy = new RepositoryCopy();
  before = copy.files();
  write('src/entries/metric.ts', contract);
  appendFileSync(join(copy.root, 'src/entries/kinds.ts'), line);
  write('schema/metrics/spread.schema.json', JSON.stringify(fragment));
  write('src/metrics/spread.ts', word);
  write('test/metrics/spread.test.ts', '// spread\n');
});
afterAll(() => {
  copy.remove();
});

describe('a new kind of entry', () => {
  it('is one contract file, one line and the three files of its word; all others are generated', () => {
    const codegen = copy.tsx('codegen/main.ts');
    expect(codegen).toMatchObject({ status: 0, stderr: '' });
    const generated = ['schema/v1.json', ...codegen.stdout.split('\n')];
    const byHand = [...copy.files()].filter(
      ([path, text]) =>
        before.get(path) !== text && !isGenerated(text) && !generated.includes(path),
    );
    expect(byHand.map(([path]) => path).sort()).toEqual([
      'schema/metrics/spread.schema.json',
      'src/entries/kinds.ts',
      'src/entries/metric.ts',
      'src/metrics/spread.ts',
      'test/metrics/spread.test.ts',
    ]);
    const kinds = 'src/entries/kinds.ts';
    expect(copy.files().get(kinds)).toBe(`${before.get(kinds) ?? ''}${line}`);
    expect(line.split('\n')).toHaveLength(2);
  });

  it('has a generated module, types, a bundled schema and a reference page', () => {
    const files = copy.files();
    expect(files.get('src/generated/entries.ts')).toContain(
      '  metrics: {\n    spread: spreadMetric,',
    );
    expect(files.get('src/generated/spec.ts')).toContain(
      "export type Metric = 'spread' | SpreadMetric;",
    );
    expect(files.get('schema/v1.json')).toContain('"$ref": "#/definitions/SpreadMetric"');
    expect(files.get('docs/reference/metrics.md')).toContain('Every metric also takes:');
  });

  it('compiles', () => {
    const tsc = 'node_modules/typescript/bin/tsc';
    const options = ['--emitDeclarationOnly', 'false', '--declaration', 'false', '--noEmit'];
    expect(copy.node(tsc, '-p', 'tsconfig.build.json', ...options)).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
  });

  it('is validated, completed, guarded and checked as the others', () => {
    write('program.ts', program);
    const { stdout, stderr } = copy.tsx('program.ts');
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      measured: 2, // (1 + 3) / 2
      completed: { type: 'spread', samples: 1000, centre: 0 },
      right: [],
      wrong: ['GAN122: centre must be a number, received the string "left"'],
      unknown: ['GAN102: unknown metric type "spred"'],
      failure: 'measure of metric "acme/broken" gives "much", not a number',
      checks: [true, true, true],
    });
  });

  it('has a folder that the rules of imports know', () => {
    const rules = '.dependency-cruiser.cjs';
    const { stdout } = copy.node('-p', `JSON.stringify(require('./${rules}').forbidden)`);
    expect(stdout).toContain('|metrics|');
  });
});
