/** Facts of docs/ARCHITECTURE.md: its length, its paths, and the rooms of src/ with their rules of import. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Rule {
  readonly from: { readonly path?: string };
  readonly to: { readonly path?: string };
}

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/ARCHITECTURE.md'), 'utf8');
const { forbidden } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as {
  readonly forbidden: readonly Rule[];
};

/** Rooms of the table, each with the text of its last column. */
const rooms = [...page.matchAll(/^\| ((?:`\w+\/` ?)+)[^|]*\|[^|]*\| *([^|]*?) *\|$/gm)].flatMap(
  ([, names = '', imports = '']) =>
    [...names.matchAll(/\w+/g)].map(([room]) => ({ room, imports })),
);

/** Paths in the text: code with a slash or the ending of a file. */
const paths = [...page.matchAll(/`([\w./-]+(?:\/|\.ts|\.json|\.cjs))`/g)].map(
  ([, path = '']) => path,
);

/** True for a rule of what the room may import, or of who may import it. */
function isAbout(room: string, { from, to }: Rule): boolean {
  const source = new RegExp(from.path ?? '^$');
  const isSource = source.test(`src/${room}/x.ts`) && !source.test('src/other/x.ts');
  return isSource || to.path === `^src/${room}/`;
}

describe('docs/ARCHITECTURE.md', () => {
  it('has fewer than 120 lines', () => {
    expect(page.trimEnd().split('\n').length).toBeLessThan(120);
  });

  it('has a table of the rooms of src/', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(rooms.map(({ room }) => room).sort()).toEqual(folders.sort());
  });

  it.each(rooms)('names $room with a rule of import or a reason for none', ({ room, imports }) => {
    const hasRule = forbidden.some((rule) => isAbout(room, rule));
    expect(hasRule).toBe(!/^no rule: \w+/.test(imports));
  });

  it('names only paths that exist, in src/ or in the repository', () => {
    const isThere = (path: string): boolean =>
      ['src', '.'].some((folder) => existsSync(join(root, folder, path)));
    expect(paths.length).toBeGreaterThan(60);
    expect(paths.filter((path) => !isThere(path))).toEqual([]);
  });

  it('walks from an option to a node and from a data set to the engine in at most ten lines each', () => {
    const [, walks = ''] = page.split('## Two walks\n');
    const lists = walks.split(/\n\n(?=1\. )/).slice(1);
    const lines = lists.map((list) => list.split('\n').filter((line) => /^\d+\. /.test(line)));
    expect(lines.map(({ length }) => length <= 10)).toEqual([true, true]);
  });
});
