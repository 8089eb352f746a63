/** The built `ganspec new` and the files it writes; needs `npm run build`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kinds } from '../../src/entries/entry.js';
import { pluginFiles } from '../../src/scaffold/pluginFiles.js';
import { writeNewFiles } from '../../src/scaffold/writeNewFiles.js';
import { Project } from '../examples/support/project.js';

let project: Project;
beforeAll(() => {
  project = new Project();
});
afterAll(() => {
  project.remove();
});

describe('ganspec new', () => {
  it('prints the paths of the files and the next commands', () => {
    expect(project.ganspec('new', 'loss', 'acme/softplus')).toEqual({
      status: 0,
      stdout: 'softplus.mjs\nsoftplus.test.mjs\n',
      stderr: `test it:   node --test softplus.test.mjs
check it:  ganspec plugin check softplus.mjs
train it:  ganspec train ring --plugin softplus.mjs --set 'loss="acme/softplus"' --steps 20
`,
    });
  });

  it('writes TypeScript, which is compiled to the same names, with --ts', () => {
    expect(project.ganspec('new', 'penalty', 'acme/typed', '--ts')).toEqual({
      status: 0,
      stdout: 'typed.mts\ntyped.test.mts\n',
      stderr: `compile:   npx tsc --strict --module nodenext --target es2022 --types node --skipLibCheck typed.mts typed.test.mts
test it:   node --test typed.test.mjs
check it:  ganspec plugin check typed.mjs
train it:  ganspec train ring --plugin typed.mjs --set 'penalties=["acme/typed"]' --steps 20
`,
    });
  });

  it('maps names that are no identifiers, and prints the mapping', () => {
    const { status, stdout, stderr } = project.ganspec(
      'new',
      'loss',
      'Acmé Inc/soft plus',
      '--out',
      'a/b',
    );
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: 'a/b/softPlus.mjs\na/b/softPlus.test.mjs\n',
    });
    expect(stderr.split('\n')[0]).toBe(
      'note: "Acmé Inc/soft plus" becomes the type "acme-inc/softPlus"',
    );
  });

  it('refuses a name without an author', () => {
    expect(project.ganspec('new', 'loss', 'softplus')).toEqual({
      status: 2,
      stdout: '',
      stderr: `error GAN850: "softplus" cannot be the type of a plugin's entry, which has the form "author/name"
  hint: give both, as in: ganspec new loss acme/softplus
`,
    });
  });

  it('overwrites no file, and writes none if one of them exists', () => {
    writeFileSync(join(project.folder, 'mine.test.mjs'), 'mine');
    expect(project.ganspec('new', 'layer', 'acme/mine')).toEqual({
      status: 2,
      stdout: '',
      stderr: `error GAN851: mine.test.mjs: already there, and not overwritten
  hint: choose another name or folder, or move what is there away
`,
    });
    expect(readFileSync(join(project.folder, 'mine.test.mjs'), 'utf8')).toBe('mine');
    expect(existsSync(join(project.folder, 'mine.mjs'))).toBe(false);
  });
});

describe('a new plugin in TypeScript', () => {
  it('compiles with the command that is printed, whatever its kind, and passes its test', () => {
    const files = kinds.flatMap((kind) => pluginFiles(kind, `acme/typed-${kind}`, 'ts').files);
    const names = writeNewFiles(join(project.folder, 'typed'), files).map((file) => basename(file));
    const flags = '--strict --module nodenext --target es2022 --types node --skipLibCheck';
    expect(project.tsc([...flags.split(' '), ...names], 'typed')).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
    expect(project.node(['--test', 'typedPenalty.test.mjs'], 'typed').status).toBe(0);
  });
});

describe('a new plugin of every kind', () => {
  beforeAll(() => {
    const files = kinds.flatMap((kind) => pluginFiles(kind, `acme/new-${kind}`).files);
    writeNewFiles(join(project.folder, 'all'), files);
  });
  const stems = kinds.map((kind) => `new${kind.charAt(0).toUpperCase()}${kind.slice(1)}`);

  it.each(stems)('has fewer than 40 lines: %s', (stem) => {
    const text = readFileSync(join(project.folder, 'all', `${stem}.mjs`), 'utf8');
    expect(text.split('\n').length - 1).toBeLessThan(40);
  });

  it('passes its own test, which trains the ring', () => {
    const files = stems.map((stem) => `${stem}.test.mjs`);
    const { status, stdout } = project.node(['--test', ...files], 'all');
    expect(stdout).toContain(`# pass ${2 * kinds.length}\n# fail 0\n`);
    expect(status).toBe(0);
  });

  it('compiles in a strict TypeScript project', () => {
    const options = {
      allowJs: true,
      checkJs: true,
      strict: true,
      noEmit: true,
      module: 'nodenext',
      target: 'es2023',
      skipLibCheck: true,
      types: ['node'],
    };
    const config = { compilerOptions: options, include: ['all/*.mjs'] };
    writeFileSync(join(project.folder, 'tsconfig.json'), JSON.stringify(config));
    expect(project.tsc(['-p', '.'])).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});
