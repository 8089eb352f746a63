import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { createCompiler, renderDiagnostics } from '../../src/index.js';

const root = join(import.meta.dirname, '../..');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/language.md',
  'docs/plugins.md',
  'docs/api.md',
  'docs/artefacts.md',
  'docs/exports.md',
  'docs/reading-the-log.md',
];

const published = new Ajv({ discriminator: true, strict: true, strictRequired: false }).compile(
  JSON.parse(readFileSync(join(root, 'schema/v1.json'), 'utf8')) as object,
);

/** Code blocks that are whole specs: those that start with "```json spec". */
const specs = pages.flatMap((page) =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/^```json spec\n(.*?)^```$/gms)].map(
    ([, text = ''], index) => ({ page, number: index + 1, text }),
  ),
);

describe('the documentation', () => {
  it.each(['README.md', 'docs/language.md'])('%s contains whole specs', (page) => {
    expect(specs.filter((spec) => spec.page === page)).not.toEqual([]);
  });

  it.each(specs)('has a valid spec $number in $page', ({ page, text }) => {
    const { diagnostics } = createCompiler().check(text, { file: page });
    expect(renderDiagnostics(diagnostics, { color: false })).toBe('');
  });

  it.each(specs)('has a spec $number in $page that is valid in editors', ({ text }) => {
    expect({ valid: published(JSON.parse(text)), errors: published.errors }).toEqual({
      valid: true,
      errors: null,
    });
  });

  it.each(pages)('links from %s to files that exist', (page) => {
    const links = [
      ...readFileSync(join(root, page), 'utf8').matchAll(/\]\((?!https:)([^)#:]+)[^)]*\)/g),
    ];
    const found = links.map(([, target = '']) => existsSync(join(root, page, '..', target)));
    expect(found).not.toEqual([]);
    expect(links.filter((_link, index) => !found[index])).toEqual([]);
  });
});
