/** Every code of resolution, by a spec that earns it and the full text that people get to see. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { limitCodes } from '../../../src/diagnostics/codes/limits.js';
import { resolveCodes } from '../../../src/diagnostics/codes/resolve.js';
import { resolveText } from './resolveText.js';

const fixtures = join(import.meta.dirname, '../../fixtures/broken');
const folder = join(fixtures, 'resolve');
const specs = readdirSync(folder).filter((file) => file.endsWith('.json'));

function read(...path: readonly string[]): string {
  return readFileSync(join(...path), 'utf8');
}

describe('a spec that cannot work or will train badly', () => {
  it.each(specs)('%s is told with the place, the reason and the way out', (file) => {
    expect(resolveText(read(folder, file)).text).toBe(
      read(folder, file.replace(/json$/, 'txt')).replaceAll(file, 'spec.json'),
    );
  });

  it('has an example for every code', () => {
    const told = specs.map((file) => read(folder, file.replace(/json$/, 'txt'))).join('');
    const codes = Object.keys({ ...resolveCodes, ...limitCodes });
    expect(codes.filter((code) => !told.includes(` ${code}: `))).toEqual([]);
  });
});

it('tells the often copied DCGAN what is wrong with it, and which layer was meant', () => {
  const { text } = resolveText(read(fixtures, 'article-dcgan.json'));
  expect(text).toBe(
    read(fixtures, 'article-dcgan.txt').replaceAll('article-dcgan.json', 'spec.json'),
  );
});
