/** The plugins of `examples/plugins/`, each compiled and tested as a package. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Project } from './support/project.js';

const names = readdirSync(join(import.meta.dirname, '../../examples/plugins'));
const project = new Project();
afterAll(() => {
  project.remove();
});

describe.each(names)('the example %s', (name) => {
  it('compiles and passes its own tests', () => {
    project.example(name);
    const { status, stdout } = project.node(['--test', 'dist/test.js'], name);
    expect(stdout).toContain('# fail 0');
    expect(stdout).not.toContain('# pass 0');
    expect(status).toBe(0);
  });

  it('works with --plugin', () => {
    const { status, stdout } = project.ganspec(
      'validate',
      'ring',
      '--plugin',
      `./${name}/dist/index.js`,
    );
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'ring: valid, 0 warnings\n' });
  });
});
