import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dataPath } from '../../../src/datasets/shared/dataPath.js';
import { createCompiler } from '../../../src/index.js';
import { put, temporaryFolder } from '../idxFile.js';

beforeEach(() => {
  vi.stubEnv('GANSPEC_DATA', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the path of data', () => {
  it('starts at the first of --data-dir, the folder of the spec and GANSPEC_DATA that has the file', () => {
    const [baseDir, dataDir, env] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
    vi.stubEnv('GANSPEC_DATA', env);
    const where = (dir?: string): string => dataPath({ baseDir, dataDir: dir, seed: 0 }, 'a', 'f');
    expect(() => where(dataDir)).toThrow(
      expect.objectContaining({
        code: 'GAN401',
        exitCode: 4,
        message: `"a" was not found (looked for ${dataDir}/a, ${baseDir}/a, ${env}/a)`,
        hint: 'put it there, or name the folder that its path starts from with --data-dir, or in the environment variable GANSPEC_DATA',
        pointer: '/data/f',
      }),
    );
    expect(() => where(baseDir)).toThrow(`(looked for ${baseDir}/a, ${env}/a)`);
    put(env, 'a', Uint8Array.of());
    expect(where(dataDir)).toBe(join(env, 'a'));
    put(baseDir, 'a', Uint8Array.of());
    expect(where(dataDir)).toBe(join(baseDir, 'a'));
    put(dataDir, 'a', Uint8Array.of());
    expect(where(dataDir)).toBe(join(dataDir, 'a'));
    expect(where()).toBe(join(baseDir, 'a'));
  });

  it('may pass through other folders inside', () => {
    const baseDir = temporaryFolder();
    mkdirSync(join(baseDir, 'a'));
    put(baseDir, 'b', Uint8Array.of());
    expect(dataPath({ baseDir, dataDir: undefined, seed: 0 }, 'a/../b', 'f')).toBe(
      join(baseDir, 'b'),
    );
  });

  it.each(['../images', 'a/../../images', '..', '/data/images', '~/images', '~'])(
    'is refused if it leaves the folder: %s',
    (images) => {
      const spec = { data: { type: 'idx', images } };
      const { diagnostics } = createCompiler().check(
        JSON.stringify({
          ...spec,
          generator: { layers: [{ type: 'dense', units: 2 }] },
          discriminator: { layers: [{ type: 'dense', units: 1 }] },
        }),
      );
      expect(diagnostics).toMatchObject([
        {
          severity: 'error',
          code: 'GAN408',
          pointer: '/data/images',
          message: `"${images}" leads out of the folder of the spec`,
          hint: "put the data beside the spec, or give the path with --set data.images=…, or name the data's folder with --data-dir and write the path from there",
        },
      ]);
    },
  );

  describe('given by --set', () => {
    const [home, specs] = [temporaryFolder(), temporaryFolder()];
    const compiler = createCompiler({ baseDir: specs });
    mkdirSync(join(home, 'outside'));
    put(join(home, 'outside'), 'rows.csv', Buffer.from('a,b\n1,2\n3,4\n2,9\n'));
    symlinkSync(join(home, 'outside'), join(specs, 'linked'));
    put(specs, 'spec.json', Buffer.from('{ "extends": "ring", "data": "csv" }'));

    it.each([
      join(home, 'outside/rows.csv'),
      '~/outside/rows.csv',
      join('..', relative(dirname(specs), home), 'outside/rows.csv'),
      'linked/rows.csv',
    ])('may lead anywhere: %s', (path) => {
      vi.stubEnv('HOME', home);
      const name = join(specs, 'spec.json');
      const set = [`data.file=${path}`];
      const { diagnostics } = compiler.check(compiler.read(name, { set }));
      // The rows are read: they are fewer than the batches of the preset have.
      expect(diagnostics).toMatchObject([{ pointer: '/training/batchSize' }, { code: 'GAN302' }]);
    });

    it('may be a folder in an object', () => {
      const data = `data={"type":"imageFolder","size":8,"folder":"${join(home, 'outside')}"}`;
      const { diagnostics } = compiler.check(compiler.read('ring', { set: [data] }));
      expect(diagnostics.map(({ code }) => code)).not.toContain('GAN408');
      expect(diagnostics.map(({ message }) => message).join()).toContain(join(home, 'outside'));
    });

    it('gives no leave to another path of the spec', () => {
      const { diagnostics } = compiler.check(
        compiler.read('ring', { set: ['data={"type":"csv","file":"a"}', 'data.file=b'] }),
      );
      expect(diagnostics).toMatchObject([{ code: 'GAN401' }]);
      const { ownPaths } = compiler.read(join(specs, 'spec.json'), { set: ['data.file=b'] });
      expect([...ownPaths]).toEqual(['b']);
    });
  });

  it('starts at the home folder where --data-dir or GANSPEC_DATA is ~', () => {
    const home = temporaryFolder();
    vi.stubEnv('HOME', home);
    put(home, 'a', Uint8Array.of());
    const { dataDir } = createCompiler({ dataDir: '~' });
    expect(dataDir).toBe(home);
    mkdirSync(join(home, 'tables'));
    expect(createCompiler({ dataDir: '~/tables' }).dataDir).toBe(join(home, 'tables'));
    expect(() => createCompiler({ dataDir: '~other/x' })).toThrow(
      'the data folder ~other/x: there is no such folder',
    );
    vi.stubEnv('GANSPEC_DATA', '~');
    const baseDir = temporaryFolder();
    expect(dataPath({ baseDir, dataDir: undefined, seed: 0 }, 'a', 'f')).toBe(join(home, 'a'));
  });

  it('must not leave the folder of the spec by a link, unlike those of --data-dir and GANSPEC_DATA', () => {
    const [baseDir, elsewhere] = [temporaryFolder(), temporaryFolder()];
    put(elsewhere, 'a', Uint8Array.of());
    put(baseDir, 'b', Uint8Array.of());
    symlinkSync(elsewhere, join(baseDir, 'out'));
    symlinkSync(join(baseDir, 'b'), join(baseDir, 'in'));
    const where = (path: string, dataDir?: string): string =>
      dataPath({ baseDir, dataDir, seed: 0 }, path, 'f');
    expect(() => where('out/a')).toThrow(
      expect.objectContaining({
        code: 'GAN408',
        exitCode: 3,
        message: `${baseDir}/out/a leads out of the folder of the spec by a link`,
        hint: 'name the folder that the path starts from with --data-dir: there links are followed anywhere',
        pointer: '/data/f',
      }),
    );
    expect(where('in')).toBe(join(baseDir, 'in'));
    expect(where('out/a', baseDir)).toBe(join(baseDir, 'out/a'));
    vi.stubEnv('GANSPEC_DATA', elsewhere);
    expect(where('a')).toBe(join(elsewhere, 'a'));
  });

  it('may start at a folder of the spec that is a link', () => {
    const outer = temporaryFolder();
    mkdirSync(join(outer, 'specs'));
    symlinkSync(join(outer, 'specs'), join(outer, 'linked'));
    put(join(outer, 'specs'), 'a', Uint8Array.of());
    const context = { baseDir: join(outer, 'linked'), dataDir: undefined, seed: 0 };
    expect(dataPath(context, 'a', 'f')).toBe(join(outer, 'linked/a'));
  });
});
