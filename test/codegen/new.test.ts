/** `npm run new` in a copy of the repository. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isGenerated } from '../../codegen/banner.js';

const repository = join(import.meta.dirname, '../..');
const parts = [
  ...['codegen', 'docs', 'presets', 'schema', 'src', 'test/checks'],
  ...['package.json', 'tsconfig.json', 'vitest.config.ts', 'test/temporaryFolder.ts'],
];
let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'ganspec-new-'));
  for (const path of parts) {
    cpSync(join(repository, path), join(root, path), { recursive: true });
  }
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

function node(...words: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', VITEST: undefined },
  });
  return { status, stdout, stderr };
}

const add = (...words: string[]): ReturnType<typeof node> =>
  node('--import', import.meta.resolve('tsx'), 'codegen/new.ts', ...words);

/** The text of every file, the linked packages left out. */
function files(): ReadonlyMap<string, string> {
  const found = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
  return new Map(found.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

describe('npm run new', () => {
  it('adds a loss in three files and changes no other that is written by hand', () => {
    const before = files();
    const { status, stdout, stderr } = add('loss', 'softGap');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const changed = [...files()].filter(([path, text]) => before.get(path) !== text);
    const generated = ['schema/v1.json', 'docs/language.md'];
    const byHand = changed.filter(
      ([path, text]) => !isGenerated(text) && !generated.includes(path),
    );
    const [written = ''] = (before.get('docs/language.md') ?? '').split('<!-- words');
    expect(files().get('docs/language.md')?.startsWith(written)).toBe(true);
    expect(byHand.map(([path]) => path).sort()).toEqual([
      'schema/losses/softGap.schema.json',
      'src/losses/softGap.ts',
      'test/losses/softGap.test.ts',
    ]);
    expect(stdout.trimEnd().split('\n').sort()).toEqual(changed.map(([path]) => path).sort());
  });

  it('makes an entry that passes its own test and the questions that every loss is asked', () => {
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const files = ['test/losses/softGap.test.ts', 'test/checks/builtIns.test.ts'];
    const { status, stdout } = node(vitest, 'run', ...files, '-t', 'softGap');
    expect(stdout).toContain('2 passed (2)');
    expect(stdout).not.toContain('failed');
    expect(status).toBe(0);
  });

  it('leaves nothing stale', () => {
    expect(node('--import', import.meta.resolve('tsx'), 'codegen/main.ts', '--check')).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
  });

  it('maps a name that is none, and says so', () => {
    const { status, stderr } = add('schedule', 'slow down');
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: 'note: "slow down" becomes the type "slowDown"\n',
    });
  });

  it('refuses a name that is taken and one that cannot be a constant', () => {
    expect(add('loss', 'hinge').stderr).toContain(
      'error GAN851: schema/losses/hinge.schema.json and src/losses/hinge.ts: already there',
    );
    expect(add('loss', 'class')).toEqual({
      status: 2,
      stdout: '',
      stderr: `error GAN850: "class" cannot be the type of a built-in entry
  hint: give a name of letters and digits that JavaScript and file systems leave free
`,
    });
  });

  it('tells its usage', () => {
    expect(add('lost', 'x')).toMatchObject({
      status: 2,
      stderr:
        'usage: npm run new activation|dataset|initializer|layer|loss|optimizer|penalty|schedule NAME\n',
    });
  });
});
