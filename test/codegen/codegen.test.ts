import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { generate, type Generated } from '../../codegen/generate.js';
import { staleFiles, writeFiles } from '../../codegen/outputs.js';

const repository = join(import.meta.dirname, '../..');
const hinge = 'schema/losses/hinge.schema.json';
let root = '';

/** A small language of its own: the top level of ganspec and one loss. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ganspec-codegen-'));
  for (const path of ['schema/gan.schema.json', hinge, 'src/losses/hinge.ts']) {
    cpSync(join(repository, path), join(root, path));
  }
  return () => {
    rmSync(root, { recursive: true });
  };
});

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function write(path: string, text: string): void {
  writeFileSync(join(root, path), text);
}

describe('generate', () => {
  let small: Generated;
  beforeEach(async () => {
    small = await generate(root);
  });

  it('finds nothing wrong with a language of one loss', () => {
    expect(small.problems).toEqual([]);
  });

  it('finds nothing wrong with the language of ganspec', async () => {
    expect((await generate(repository)).problems).toEqual([]);
  });

  it('makes a table of the entries by kind and type', () => {
    const table = small.files.get('src/generated/entries.ts') ?? '';
    expect(table).toContain("import { hinge as hingeLoss } from '../losses/hinge.js';");
    expect(table).toContain('  losses: {\n    hinge: hingeLoss,\n  },\n');
  });

  it('makes a module per kind with the schemas and the types of its entries', () => {
    const module = small.files.get('src/generated/losses.ts') ?? '';
    expect(module).toContain("export type { HingeLoss } from './spec.js';");
    expect(module).toContain("export const schemas: Readonly<Record<'hinge', FragmentSchema>> = {");
    expect(module).toContain('\n  hinge: {"$id":"losses/hinge.schema.json","title":"HingeLoss",');
  });

  it('writes defaults in the comments of the types', () => {
    const types = small.files.get('src/generated/spec.ts') ?? '';
    expect(types).toContain('   * @default 64\n   */\n  batchSize?: number | Expression;');
    expect(types).toContain("export type Loss = 'hinge' | HingeLoss;");
  });

  it('makes a reference page per kind', () => {
    expect(small.files.get('docs/reference/losses.md')).toContain('## hinge\n');
  });
});

describe('generate, where the sources are wrong', () => {
  const problems = async (): Promise<readonly string[]> => (await generate(root)).problems;

  it('names an entry that is missing beside its fragment, and still writes its types', async () => {
    rmSync(join(root, 'src/losses/hinge.ts'));
    const { files, problems: found } = await generate(root);
    expect(found).toEqual(['src/losses/hinge.ts: missing, though the fragment is there']);
    expect(files.get('src/generated/spec.ts')).toContain('export interface HingeLoss {');
    expect(files.get('src/generated/entries.ts')).not.toContain('hinge');
  });

  it('names a fragment that is missing beside its entry', async () => {
    cpSync(join(root, 'src/losses/hinge.ts'), join(root, 'src/losses/soft.ts'));
    write('src/losses/soft.ts', read('src/losses/soft.ts').replace('const hinge', 'const soft'));
    expect(await problems()).toEqual([
      'schema/losses/soft.schema.json: missing, though the entry is there',
    ]);
  });

  it('ignores files that define no entry', async () => {
    write('src/losses/distance.ts', 'export const distance = 1;');
    expect(await problems()).toEqual([]);
  });

  it('names the export that a file of an entry lacks', async () => {
    write('src/losses/hinge.ts', 'export const hinge = definePenalty({});');
    expect(await problems()).toEqual([
      'src/losses/hinge.ts: must export const hinge = defineLoss(…)',
    ]);
  });

  it('names the place where a file is not JSON', async () => {
    write(hinge, '{ "title": }');
    expect((await problems())[0]).toMatch(/^schema\/losses\/hinge\.schema\.json: Unexpected token/);
  });

  it('holds built-ins to the requirements of plugins', async () => {
    write(hinge, read(hinge).replace('"default": 1,', '').replace('losses/hinge', 'hinge'));
    expect(await problems()).toEqual([
      'schema/losses/hinge.schema.json: option "margin" is not required and has no default',
      'schema/losses/hinge.schema.json: "$id" must be "losses/hinge.schema.json"',
    ]);
  });

  it('refuses a default that its own bounds exclude', async () => {
    write(hinge, read(hinge).replace('"default": 1', '"default": 0'));
    expect((await problems())[0]).toMatch(
      /^HingeLoss: the default of "margin" is not valid: value\/margin must be > 0/,
    );
  });
});

describe('staleFiles and writeFiles', () => {
  it('finds nothing stale after writing, then what was edited, lost or left over', async () => {
    const { files } = await generate(root);
    writeFiles(root, files);
    expect(staleFiles(root, files)).toEqual([]);
    write('src/generated/spec.ts', 'edited');
    rmSync(join(root, 'docs/reference/losses.md'));
    write('src/generated/gone.ts', read('src/generated/losses.ts'));
    expect(staleFiles(root, files)).toEqual([
      'docs/reference/losses.md',
      'src/generated/gone.ts',
      'src/generated/spec.ts',
    ]);
    writeFiles(root, files);
    expect(staleFiles(root, files)).toEqual([]);
    expect(existsSync(join(root, 'src/generated/gone.ts'))).toBe(false);
  });

  it('never touches a file that was not generated', async () => {
    const { files } = await generate(root);
    writeFiles(root, files);
    write('src/generated/notes.ts', '// Written by hand.\n');
    write('src/other.ts', read('src/generated/losses.ts'));
    expect(staleFiles(root, files)).toEqual([]);
    writeFiles(root, files);
    expect(read('src/generated/notes.ts')).toBe('// Written by hand.\n');
    expect(existsSync(join(root, 'src/other.ts'))).toBe(true);
  });
});

describe('the command', () => {
  function codegen(...args: readonly string[]): { status: number | null; stdout: string } {
    const main = join(repository, 'codegen/main.ts');
    const node = ['--import', import.meta.resolve('tsx'), main, ...args];
    const { status, stdout } = spawnSync(process.execPath, node, { cwd: root, encoding: 'utf8' });
    return { status, stdout };
  }

  it('writes what is stale, and with --check fails and names each stale file', () => {
    expect(codegen().status).toBe(0);
    expect(codegen('--check')).toEqual({ status: 0, stdout: '' });
    write('schema/v1.json', '{}');
    expect(codegen('--check')).toEqual({
      status: 1,
      stdout: 'stale: schema/v1.json (run npm run codegen)\n',
    });
    expect(read('schema/v1.json')).toBe('{}');
  });
});
