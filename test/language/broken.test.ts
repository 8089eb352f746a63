import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { GanspecError, SpecError } from '../../src/diagnostics/errors.js';
import { renderDiagnostics } from '../../src/diagnostics/render.js';
import { DiagnosticSink } from '../../src/diagnostics/sink.js';
import { builtIns } from '../../src/generated/entries.js';
import { Registry } from '../../src/entries/registry.js';
import { loadSpec } from '../../src/language/load/load.js';
import { validate } from '../../src/language/validate/validate.js';

const fixtures = fileURLToPath(new URL('../fixtures/broken/', import.meta.url));
const registry = new Registry(builtIns);

/** All words of some kinds, which no text spells out: it would change with every new word. */
const allWords = {
  activations: registry.words('activation'),
  layers: registry.words('layer'),
  losses: registry.words('loss'),
  penalties: registry.words('penalty'),
};

/** What is expected of a broken spec, from the text beside it; `<layers>` there stands for the words of that kind. */
function expectedComplaints(file: string): string {
  const text = readFileSync(file, 'utf8');
  return Object.entries(allWords).reduce(
    (filled, [kind, words]) =>
      filled.replaceAll(`<${kind}>`, words.map(({ type }) => type).join(', ')),
    text,
  );
}

/** All that is said about a spec before its shapes are looked at. */
function complaints(cwd: string, file: string): string {
  try {
    const { tree } = loadSpec(file, { cwd });
    const sink = new DiagnosticSink(tree);
    validate(tree, registry, sink);
    return renderDiagnostics(sink.list);
  } catch (error) {
    if (error instanceof SpecError) return renderDiagnostics(error.diagnostics);
    if (error instanceof GanspecError) return `${error.code}: ${error.message}\n`;
    throw error;
  }
}

describe.each(['text', 'schema'])('a spec with a mistake of its %s', (folder) => {
  const cwd = join(fixtures, folder);
  const files = readdirSync(cwd).filter((file) => file.endsWith('.json'));

  it.each(files)('%s is refused with the place, the reason and the way out', (file) => {
    const expected = expectedComplaints(join(cwd, file.replace(/json$/, 'txt')));
    expect(expected).toContain(' error GAN');
    expect(complaints(cwd, file)).toBe(expected);
  });
});

describe('article-dcgan.json', () => {
  it('has no mistake that its text or the schema shows', () => {
    expect(complaints(fixtures, 'article-dcgan.json')).toBe('');
  });
});
