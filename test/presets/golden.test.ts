/** Forms of presets as text under test/golden; read a difference before accepting it (`vitest run -u`). */
import { readdirSync, rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { createCompiler, listPresets, type Gan } from '../../src/index.js';
import { smallFiles } from './support/smallFiles.js';

const files = smallFiles();
afterAll(() => {
  rmSync(files, { recursive: true });
});

const forms: Readonly<Record<string, (gan: Gan) => Promise<string>>> = {
  'summary.txt': (gan) => gan.explain('summary'),
  'normalized.json': (gan) => gan.explain('normalized'),
  'passes.txt': (gan) => gan.explain('passes'),
};

/** Presets whose graphs are compared as well; together they have every kind of step. */
const detailed = new Set([
  'acgan-mnist', // classes, a second head
  'dcgan-article',
  'dcgan-fashion',
  'dcgan-mnist',
  'gan-mnist',
  'image-folder-64', // a lazy penalty, augmentation
  'infogan-mnist', // codes, a third network
  'lsgan-mnist',
  'pacgan-ring', // packs
  'ring',
  'wgan-gp-mnist',
  'wgan-mnist',
]);

const texts = listPresets().flatMap(({ name }) =>
  Object.entries(forms)
    .filter(([form]) => detailed.has(name) || form === 'summary.txt')
    .map(([form, text]) => ({ name, form, text })),
);

describe('the golden texts', () => {
  it.each(texts)('agree with the $form of $name', async ({ name, form, text }) => {
    const compiler = createCompiler({ dataDir: files });
    const gan = compiler.compile(compiler.read(name));
    await expect(await text(gan)).toMatchFileSnapshot(`../golden/${name}.${form}`);
  });

  it('all belong to presets', () => {
    const expected = texts.map(({ name, form }) => `${name}.${form}`);
    expect(readdirSync(new URL('../golden', import.meta.url)).sort()).toEqual(expected.sort());
  });
});
