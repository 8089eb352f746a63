/** The commands of docs/plugins.md, run as written; needs `npm run build`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { kindRecords, kinds } from '../../src/entries/entry.js';
import { Project } from '../examples/support/project.js';

const page = readFileSync(join(import.meta.dirname, '../../docs/plugins.md'), 'utf8');

/** Code blocks to be run line by line: those that start with "```sh run". */
const stories = [...page.matchAll(/^```sh run\n(.*?)\n```$/gms)].map(([, text = '']) =>
  text.split('\n'),
);

describe('docs/plugins.md', () => {
  const kindHooks = kinds.map((kind) => {
    const { makers, hookResults } = kindRecords[kind];
    return { kind, makers: Object.keys(makers), hooks: Object.keys(hookResults) };
  });

  it.each(kindHooks)(
    'has a row for each hook of a $kind, after its makers',
    ({ makers, hooks }) => {
      const [, tables = ''] = page.split('## The hooks\n');
      const lines = tables.split('\n');
      const start = lines.findIndex((line) => makers.every((maker) => line.includes(maker)));
      expect(start).toBeGreaterThan(0);
      const rows = lines.slice(start, start + 12).join('\n');
      expect(hooks.filter((hook) => !rows.includes(`| \`${hook}\``))).toEqual([]);
    },
  );

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
