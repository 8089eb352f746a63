/** What each preset becomes, as text under test/golden: read the difference before accepting it (`vitest run -u`). */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCompiler, listPresets, type Gan } from '../../src/index.js';

const forms: Readonly<Record<string, (gan: Gan) => Promise<string>>> = {
  'normalized.json': (gan) => gan.explain('normalized'),
  'summary.txt': (gan) => gan.explain('summary'),
  'passes.txt': (gan) => gan.explain('passes'),
};
const names = listPresets().map(({ name }) => name);

describe.each(names)('preset %s', (name) => {
  it.each(Object.entries(forms))('becomes the golden %s', async (file, form) => {
    const compiler = createCompiler();
    const gan = compiler.compile(compiler.read(name));
    await expect(await form(gan)).toMatchFileSnapshot(`../golden/${name}.${file}`);
  });
});

it('keeps no golden text of a preset that is gone', () => {
  const expected = names.flatMap((name) => Object.keys(forms).map((file) => `${name}.${file}`));
  expect(readdirSync(new URL('../golden', import.meta.url)).sort()).toEqual(expected.sort());
});
