/** The commands of docs/plugins.md, run as written; needs `npm run build`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Project } from '../examples/support/project.js';

const page = readFileSync(join(import.meta.dirname, '../../docs/plugins.md'), 'utf8');

/** Code blocks to be run line by line: those that start with "```sh run". */
const stories = [...page.matchAll(/^```sh run\n(.*?)\n```$/gms)].map(([, text = '']) =>
  text.split('\n'),
);

describe('docs/plugins.md', () => {
  it('has four stories of four commands each', () => {
    expect(stories.map((commands) => commands.length)).toEqual([4, 4, 4, 4]);
  });

  describe.each(stories)('%s', (...commands) => {
    const project = new Project();
    afterAll(() => {
      project.remove();
    });

    it.each(commands)('%s', (command) => {
      const { status, stdout, stderr } = project.shell(command);
      expect({ command, status, stderr: status === 0 ? '' : stderr }).toEqual({
        command,
        status: 0,
        stderr: '',
      });
      if (command.includes(' train ')) {
        expect(stderr).toMatch(/\ncompleted after 20 steps /);
        expect(stdout).toMatch(/runs\/ring\/\d{8}-\d{6}\n$/);
      }
    });
  });
});
