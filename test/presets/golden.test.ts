/** Forms of presets as text under test/golden; read a difference before accepting it (`vitest run -u`). */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { createCompiler, listPresets, type Gan } from '../../src/index.js';
import { costChanges, costLines } from './support/costs.js';
import { smallFiles } from './support/smallFiles.js';

const files = smallFiles();
afterAll(() => {
  rmSync(files, { recursive: true });
});

const forms: Readonly<Record<string, (gan: Gan) => Promise<string>>> = {
  'normalized.json': (gan) => gan.explain('normalized'),
  'passes.txt': (gan) => gan.explain('passes'),
};

/** Presets whose graphs are compared as well; together they have every kind of step. */
const detailed = [
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
];

const texts = detailed.flatMap((name) =>
  Object.entries(forms).map(([form, text]) => ({ name, form, text })),
);

const known = new Map<string, Gan>();

function compiled(name: string): Gan {
  const compiler = createCompiler({ dataDir: files });
  const gan = known.get(name) ?? compiler.compile(compiler.read(name));
  known.set(name, gan);
  return gan;
}

describe('the golden texts', () => {
  it.each(texts)('agree with the $form of $name', async ({ name, form, text }) => {
    await expect(await text(compiled(name))).toMatchFileSnapshot(`../golden/${name}.${form}`);
  });

  it('agree with the summaries of all presets', async () => {
    const summaries = listPresets().map(
      async ({ name }) => `=== ${name}\n${await compiled(name).explain('summary')}`,
    );
    const text = (await Promise.all(summaries)).join('\n');
    await expect(text).toMatchFileSnapshot('../golden/summaries.txt');
  }, 120_000);

  it('agree with the costs of all graphs of all presets', async () => {
    const golden = new URL('../golden/costs.txt', import.meta.url);
    const text = costLines(
      listPresets().map(({ name }) => [name, compiled(name).program.graphs] as const),
    );
    const message = costChanges(readFileSync(golden, 'utf8'), text);
    await expect(text, message).toMatchFileSnapshot(golden.pathname);
  }, 120_000);

  it('have no file left over', () => {
    const expected = [
      'costs.txt',
      'summaries.txt',
      ...texts.map(({ name, form }) => `${name}.${form}`),
    ];
    expect(readdirSync(new URL('../golden', import.meta.url)).sort()).toEqual(expected.sort());
  });
});
