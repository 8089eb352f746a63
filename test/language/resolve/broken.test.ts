/** Every code of resolution: a spec that is reported with it, and the full text. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { limitCodes } from '../../../src/diagnostics/codes/limits.js';
import { resolveCodes } from '../../../src/diagnostics/codes/resolve.js';
import { brokenSpecs, expectedTexts } from '../textsByName.js';
import { resolveText } from './resolveText.js';

const folder = join(import.meta.dirname, '../../fixtures/broken/resolve');
const specs = brokenSpecs(folder);
const texts = expectedTexts(folder);

describe('a spec that cannot work or will train badly', () => {
  it.each([...texts])('%s is reported with the place, the reason and the way out', (file, text) => {
    expect(resolveText(specs.get(file) ?? '').text).toBe(text.replaceAll(file, 'spec.json'));
  });

  it('has an example for every code', () => {
    const all = [...texts.values()].join('');
    // Memory is planned from the compiled graphs; it and files run out while they run; two need a file of data,
    // one is seen in the text, before, and one is about what a spec is used for.
    const later = ['GAN315', 'GAN704', 'GAN705', 'GAN706', 'GAN707', 'GAN314', 'GAN317', 'GAN321'];
    const codes = Object.keys({ ...resolveCodes, ...limitCodes }).filter(
      (code) => !later.includes(code),
    );
    expect(codes.filter((code) => !all.includes(` ${code}: `))).toEqual([]);
  });
});
