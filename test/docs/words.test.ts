/** The table of words: complete, with a test for every word. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { paperOfDescription, paperOfEntry } from '../../codegen/papers.js';
import { builtIns } from '../../src/generated/entries.js';
import { kinds } from '../../src/entries/entry.js';
import { Registry } from '../../src/entries/registry.js';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/reference/words.md'), 'utf8');
const registry = new Registry(builtIns);

const rows = [...page.matchAll(/^\| `(.+?)` +\| (\w[\w ]*?) +\|.*\| `(test\/.+?)` +\|$/gm)].map(
  ([, word = '', kind = '', test = '']) => ({ word, kind, test }),
);

describe('the table of words', () => {
  it('lists every entry', () => {
    const listed = rows.map(({ kind, word }) => `${kind} ${word}`);
    const words = kinds.flatMap((kind) =>
      registry.words(kind).map(({ type }) => `${kind} ${type}`),
    );
    expect(words.filter((word) => !listed.includes(word))).toEqual([]);
    expect(new Set(listed).size).toBe(listed.length);
  });

  it.each(rows)('names a test that runs $kind $word', ({ word, test }) => {
    expect(existsSync(join(root, test))).toBe(true);
    const said = /"(\w+)"$/.exec(word)?.[1] ?? word.split('.').at(-1) ?? '';
    expect(readFileSync(join(root, test), 'utf8')).toMatch(new RegExp(`\\b${said}\\b`));
  });
});

describe('paperOfEntry', () => {
  it.each([
    [
      'Lim & Ye 2017, arXiv:1705.02894; Tran 2017, arXiv:1702.08896',
      'Lim & Ye 2017, arXiv:1705.02894',
    ],
    ['cr: Zhang et al. 2020, arXiv:1910.12027, eq. (2)', 'Zhang et al. 2020, arXiv:1910.12027'],
    ['LeCun 1998, "Efficient BackProp", eq. (16)', 'LeCun 1998, "Efficient BackProp"'],
    ['Polyak 1964; Sutskever 2013, "On momentum"', 'Polyak 1964'],
  ])('reads %s', (source, paper) => {
    const text = `/** Another. @source X 1999 */\nconst y = 1;\n/**\n * One.\n * @source ${source}\n */\nexport const x = 1;`;
    expect(paperOfEntry(text, 'x')).toBe(paper);
  });

  it('returns none for a docstring without a source', () => {
    expect(
      paperOfEntry('/** A. @source X 1999 */\nconst y = 1;\n/** B. */\nexport const x = 1;', 'x'),
    ).toBe(undefined);
  });
});

it('reads the paper that a description names in brackets', () => {
  const text = 'Joined along the last axis (PacGAN: Lin et al. 2018, arXiv:1712.04086, section 2).';
  expect(paperOfDescription(text)).toBe('PacGAN: Lin et al. 2018, arXiv:1712.04086');
  expect(paperOfDescription('No paper (at all).')).toBe(undefined);
});
