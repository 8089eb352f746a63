/** Docstrings are noun phrases or verb phrases, so that a reader who has never seen the code understands them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageFolder } from '../../src/packageFolder.js';

const root = join(packageFolder, 'src');

/** Written by codegen: their docstrings are descriptions of the schema, which address authors of specs. */
const generated = /^generated\//;

const docstring = /\/\*\*\s*(?:\*\s*)?(\w+)/g;
const questions = new Set(['What', 'Whether', 'Where', 'How', 'Which', 'Who']);

/** First words of the docstrings of src/, each with its place. */
function docstrings(): readonly { readonly place: string; readonly opening: string }[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !generated.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return [...text.matchAll(docstring)].map(({ 1: opening = '', index }) => {
        const line = text.slice(0, index).split('\n').length;
        return { place: `src/${file}:${line}: ${opening}`, opening };
      });
    });
}

it('no docstring begins with what, whether, where, how, which or who', () => {
  const all = docstrings();
  expect(all.length).toBeGreaterThan(1500);
  expect(all.filter(({ opening }) => questions.has(opening)).map(({ place }) => place)).toEqual([]);
});
