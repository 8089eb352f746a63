/** A kind of entry that ganspec does not have, added to a copy of the repository: one contract file and one line. */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isGenerated } from '../../codegen/banner.js';
import { RepositoryCopy } from './repositoryCopy.js';

const contract = `/** The kind \`judge\`: numbers that measure samples. */
import type { HostConfig } from './config.js';
import type { Definition, EntryBase, KindRecord } from './kind.js';
import { number } from './resultCheck.js';
import { known, type Tagged } from './tagged.js';

export interface JudgeEntry extends EntryBase<'judge'> {
  measure(samples: Float32Array, config: Tagged): number;
}

export function defineJudge<C extends Tagged>(
  definition: Definition & { measure(samples: Float32Array, config: HostConfig<C>): number },
): JudgeEntry {
  return {
    kind: 'judge',
    type: definition.type,
    schema: definition.schema,
    measure: (samples, config) => definition.measure(samples, known(config)),
  };
}

export const judgeKind: KindRecord<JudgeEntry> = {
  folder: 'judges',
  makers: { defineJudge },
  hookResults: { measure: number },
  sharedOptions: {
    samples: { type: 'integer', minimum: 1, default: 1000, description: 'Samples to measure.' },
  },
};
`;

const line = "export { judgeKind as judge } from './judge.js';\n";

const fragment = {
  $id: 'judges/spread.schema.json',
  title: 'SpreadJudge',
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

const word = `import { defineJudge } from '../entries/judge.js';
import { schemas, type SpreadJudge } from '../generated/judges.js';

/** mean |x − centre|. @source Gauss 1821 */
export const spread = defineJudge<SpreadJudge>({
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
import { createCompiler, defineLoss, defineJudge } from './src/index.js';

const registry = new Registry(builtIns);
const judged = defineLoss({
  type: 'acme/judged',
  schema: {
    $id: 'judged', title: 'JudgedLoss', description: 'Judged.', type: 'object', required: ['type'],
    additionalProperties: false, examples: [{ type: 'acme/judged' }],
    properties: {
      type: { const: 'acme/judged' },
      by: { entry: 'judge', default: 'spread', description: 'The judge.' },
    },
  },
  scores: 'logits',
  discriminatorLoss: ({ real }) => real,
  generatorLoss: ({ fake }) => fake,
});
const broken = defineJudge({
  type: 'acme/broken',
  schema: {
    $id: 'broken', title: 'BrokenJudge', description: 'Broken.', type: 'object', required: ['type'],
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
  measured: entries.judges.spread.measure(new Float32Array([1, -3]), { type: 'spread', centre: 0 }),
  completed: completed('judge', 'spread', registry),
  right: messagesOf('spread'),
  wrong: messagesOf({ type: 'spread', centre: 'left' }),
  unknown: messagesOf('spred'),
  failure,
  checks: (await examine(entries.judges.spread, registry)).map(({ ok }) => ok),
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
  write('src/entries/judge.ts', contract);
  appendFileSync(join(copy.root, 'src/entries/kinds.ts'), line);
  write('schema/judges/spread.schema.json', JSON.stringify(fragment));
  write('src/judges/spread.ts', word);
  write('test/judges/spread.test.ts', '// spread\n');
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
      'schema/judges/spread.schema.json',
      'src/entries/judge.ts',
      'src/entries/kinds.ts',
      'src/judges/spread.ts',
      'test/judges/spread.test.ts',
    ]);
    const kinds = 'src/entries/kinds.ts';
    expect(copy.files().get(kinds)).toBe(`${before.get(kinds) ?? ''}${line}`);
    expect(line.split('\n')).toHaveLength(2);
  });

  it('has a generated module, types, a bundled schema and a reference page', () => {
    const files = copy.files();
    expect(files.get('src/generated/entries.ts')).toContain(
      '  judges: {\n    spread: spreadJudge,',
    );
    expect(files.get('src/generated/spec.ts')).toContain(
      "export type Judge = 'spread' | SpreadJudge;",
    );
    expect(files.get('schema/v1.json')).toContain('"$ref": "#/definitions/SpreadJudge"');
    expect(files.get('docs/reference/judges.md')).toContain('Every judge also takes:');
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
      unknown: ['GAN102: unknown judge type "spred"'],
      failure: 'measure of judge "acme/broken" gives "much", not a number',
      checks: [true, true, true],
    });
  });

  it('has a folder that the rules of imports know', () => {
    const rules = '.dependency-cruiser.cjs';
    const { stdout } = copy.node('-p', `JSON.stringify(require('./${rules}').forbidden)`);
    expect(stdout).toContain('|judges|');
  });
});
