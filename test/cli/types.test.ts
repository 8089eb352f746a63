/** The built `ganspec types`, and its files under a compiler and validators; needs `npm run build`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator, type Schema } from '@cfworker/json-schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Project } from '../examples/support/project.js';

let project: Project;
const types = (out: string): ReturnType<Project['ganspec']> =>
  project.ganspec('types', '--plugin', './softplus.mjs', '--out', out);
const write = (name: string, text: string): void => {
  writeFileSync(join(project.folder, name), text);
};

beforeAll(() => {
  project = new Project();
  project.ganspec('new', 'loss', 'acme/softplus');
});
afterAll(() => {
  project.remove();
});

describe('ganspec types', () => {
  it('writes the types and, beside them, the schema, and replaces its own files', () => {
    const written = { status: 0, stdout: 'gan.d.ts\ngan.schema.json\n', stderr: '' };
    expect(types('gan.d.ts')).toEqual(written);
    expect(types('gan.d.ts')).toEqual(written);
  });

  it('overwrites no other files', () => {
    write('own.schema.json', '{}');
    expect(types('own.ts')).toEqual({
      status: 2,
      stdout: '',
      stderr: `error GAN851: own.schema.json: already there, and not written by ganspec types
  hint: name another file with --out, or move what is there away
`,
    });
    expect(readFileSync(join(project.folder, 'own.schema.json'), 'utf8')).toBe('{}');
  });

  it('requires the ending .ts', () => {
    expect(types('gan.json').stderr).toBe(
      "error: option '--out <file>' argument 'gan.json' is invalid. It must end in .ts.\n",
    );
  });
});

describe('the types of a language with a plugin', () => {
  const compile = (file: string, loss: string): string => {
    const text = `import { createCompiler, loadPlugins } from 'ganspec';
import type { GanSpec } from './gan.js';
const compiler = createCompiler<GanSpec>({ plugins: await loadPlugins(['./softplus.mjs'], '.') });
export const gan = compiler.compile({ extends: 'ring', loss: ${loss} });
`;
    write(file, text);
    const flags = '--noEmit --strict --module nodenext --target es2023 --skipLibCheck --types node';
    return project.tsc([...flags.split(' '), '--ignoreConfig', file]).stdout;
  };

  it("accept the plugin's options, schedules included", () => {
    const scale = "{ type: 'linear', from: 1, to: 2, steps: 10 }";
    expect(compile('right.mts', `{ type: 'acme/softplus', scale: ${scale} }`)).toBe('');
  });

  it('accept expressions, and no other text, in place of a number', () => {
    expect(compile('expression.mts', "{ type: 'acme/softplus', scale: '=1 / 2' }")).toBe('');
    expect(compile('text.mts', "{ type: 'acme/softplus', scale: 'a' }")).toContain(
      'Type \'"a"\' is not assignable to type',
    );
  });

  it('refuse a wrong key of the plugin', () => {
    expect(compile('wrong.mts', "{ type: 'acme/softplus', scal: 2 }")).toContain(
      "'scal' does not exist in type 'AcmeSoftplusLoss'",
    );
  });
});

describe('the schema of a language with a plugin', () => {
  const valid = (loss: unknown): boolean => {
    const text = readFileSync(join(project.folder, 'gan.schema.json'), 'utf8');
    const validator = new Validator(JSON.parse(text) as Schema, '7');
    return validator.validate({ extends: 'ring', loss }).valid;
  };

  it('applies the fragment of the plugin, also under another validator', () => {
    expect(valid('acme/softplus')).toBe(true);
    expect(valid({ type: 'acme/softplus', scale: 2 })).toBe(true);
    expect(valid({ type: 'acme/softplus', scale: 0 })).toBe(false);
    expect(valid({ type: 'acme/softplus', scal: 2 })).toBe(false);
    expect(valid('acme/other')).toBe(false);
  });
});
