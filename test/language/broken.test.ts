import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GanspecError, SpecError } from '../../src/diagnostics/errors.js';
import { renderDiagnostics } from '../../src/diagnostics/render.js';
import { DiagnosticSink } from '../../src/diagnostics/sink.js';
import { builtIns } from '../../src/generated/entries.js';
import { Registry } from '../../src/entries/registry.js';
import { loadSpec } from '../../src/language/load/load.js';
import { validate } from '../../src/language/validate/validate.js';
import { brokenSpecs, expectedTexts, writeTexts } from './textsByName.js';

const fixtures = join(import.meta.dirname, '../fixtures/broken');
// Specs may extend the files beside them.
const folders = mkdtempSync(join(tmpdir(), 'ganspec-broken-'));
for (const folder of ['text', 'schema', 'resolve']) {
  writeTexts(brokenSpecs(join(fixtures, folder)), join(folders, folder));
}
const registry = new Registry(builtIns);

/** All words of some kinds, which no text lists: it would change with every new word. */
const allWords = {
  activations: registry.words('activation'),
  layers: registry.words('layer'),
  losses: registry.words('loss'),
  penalties: registry.words('penalty'),
};

/** The text with the words of each kind in place of `<layers>` and the like. */
function withWords(text: string): string {
  return Object.entries(allWords).reduce(
    (filled, [kind, words]) =>
      filled.replaceAll(`<${kind}>`, words.map(({ type }) => type).join(', ')),
    text,
  );
}

/** The rendered diagnostics of a spec before resolution. */
function rendered(cwd: string, file: string): string {
  try {
    const { tree, problems } = loadSpec(file, { cwd });
    const sink = new DiagnosticSink(tree);
    sink.adopt(problems);
    validate(tree, registry, sink, { lacksBase: problems.length > 0 });
    return renderDiagnostics(sink.list);
  } catch (error) {
    if (error instanceof SpecError) return renderDiagnostics(error.diagnostics);
    if (error instanceof GanspecError) return `${error.code}: ${error.message}\n`;
    throw error;
  }
}

describe.each(['text', 'schema'])('a spec with a mistake of its %s', (folder) => {
  const texts = expectedTexts(join(fixtures, folder));

  it.each([...texts])('%s is refused with the place, the reason and the way out', (file, text) => {
    expect(text).toContain(' error GAN');
    expect(rendered(join(folders, folder), file)).toBe(withWords(text));
  });
});

describe('GAN201-article-dcgan.json', () => {
  it('has no mistake that its text or the schema shows', () => {
    expect(rendered(join(folders, 'resolve'), 'GAN201-article-dcgan.json')).toBe('');
  });
});
