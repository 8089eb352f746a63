/** `npm run new` in a copy of the repository. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isGenerated } from '../../codegen/banner.js';
import { RepositoryCopy, type Outcome } from './repositoryCopy.js';

let copy: RepositoryCopy;

beforeAll(() => {
  copy = new RepositoryCopy();
});
afterAll(() => {
  copy.remove();
});

const add = (...words: string[]): Outcome => copy.tsx('codegen/new.ts', ...words);

describe('npm run new', () => {
  it('adds a loss in three files and changes no other that is written by hand', () => {
    const before = copy.files();
    const { status, stdout, stderr } = add('loss', 'softGap');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const changed = [...copy.files()].filter(([path, text]) => before.get(path) !== text);
    const byHand = changed.filter(
      ([path, text]) => !isGenerated(text) && path !== 'schema/v1.json',
    );
    expect(byHand.map(([path]) => path).sort()).toEqual([
      'schema/losses/softGap.schema.json',
      'src/losses/softGap.ts',
      'test/losses/softGap.test.ts',
    ]);
    expect(stdout.trimEnd().split('\n').sort()).toEqual(changed.map(([path]) => path).sort());
  });

  it('makes an entry that passes its own test and the checks of all losses', () => {
    const vitest = join(copy.root, 'node_modules/vitest/vitest.mjs');
    const files = ['test/losses/softGap.test.ts', 'test/checks/builtIns.test.ts'];
    const { status, stdout } = copy.node(vitest, 'run', ...files, '-t', 'softGap');
    expect(stdout).toContain('2 passed (2)');
    expect(stdout).not.toContain('failed');
    expect(status).toBe(0);
  });

  it('leaves nothing stale', () => {
    expect(copy.tsx('codegen/main.ts', '--check')).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
  });

  it('changes a name with a space, and notes it', () => {
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

  it('prints its usage', () => {
    expect(add('lost', 'x')).toMatchObject({
      status: 2,
      stderr:
        'usage: npm run new activation|dataset|initializer|layer|loss|metric|optimizer|penalty|schedule NAME\n',
    });
  });
});
