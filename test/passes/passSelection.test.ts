import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeGan } from '../../src/export/description.js';
import { createCompiler, openCompiled, type Compiler } from '../../src/index.js';
import { selectPasses } from '../../src/api/passSelection.js';
import { passes } from '../../src/passes/passes.js';

const names = passes.map(({ name }) => name);

describe('a selection of passes', () => {
  it.each<[string, string, readonly string[]]>([
    ['all', 'all', names],
    ['none', 'none', []],
    ['-deadNodes', '-deadNodes', names.slice(1)],
    ['-expandSums, -moveScales', '-moveScales,-expandSums', without('moveScales', 'expandSums')],
    [without('deadNodes').join(','), '-deadNodes', without('deadNodes')],
    [names.toReversed().join(','), 'all', names],
    [names.map((name) => `-${name}`).join(','), 'none', []],
  ])('%s is %s', (given, text, chosen) => {
    const selection = selectPasses(given);
    expect(selection.text).toBe(text);
    expect(selection.chosen.map(({ name }) => name)).toEqual(chosen);
    // Its own text selects the same.
    expect(selectPasses(text)).toEqual(selection);
  });
});

function without(...left: readonly string[]): readonly string[] {
  return names.filter((name) => !left.includes(name));
}

describe('a compiler', () => {
  const listed = `The passes are ${names.join(', ')}; all and none stand for all and none of them.`;

  it.each([
    ['-moveScale', 'there is no pass "moveScale"', `did you mean "moveScales"? ${listed}`],
    ['', 'there is no pass ""', listed],
    ['non', 'there is no pass "non"', `did you mean "none"? ${listed}`],
    [
      'deadNodes,-moveScales',
      'the passes "deadNodes,-moveScales" name both passes to run and passes to leave out',
      'Name those to run alone, or put a - before each that is to be left out.',
    ],
  ])('refuses the passes %j', (passes, message, hint) => {
    expect(() => createCompiler({ passes })).toThrow(
      expect.objectContaining({ code: 'GAN540', exitCode: 2, message, hint }),
    );
  });

  it('refuses passes that are no text', () => {
    const compiler: (options: object) => Compiler = createCompiler;
    expect(() => compiler({ passes: ['none'] })).toThrow(
      expect.objectContaining({
        code: 'GAN540',
        message: 'passes of createCompiler must be a text, not a list',
      }),
    );
  });

  it('runs the passes that it was given', () => {
    const reported = (passes?: string): readonly string[] => {
      const compiler = createCompiler({ passes });
      const reports = compiler.compile(compiler.read('ring')).passes();
      return [...new Set(reports.map(({ pass }) => pass))];
    };
    expect(reported()).toEqual(names);
    expect(reported('-deadNodes,-moveScales')).toEqual(without('deadNodes', 'moveScales'));
    expect(reported('moveScales')).toEqual(['moveScales']);
    expect(reported('none')).toEqual([]);
  });

  it('gives its passes to the folders that it compiles into', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ganspec-passes-'));
    const compiler = createCompiler({ passes: '-moveScales' });
    const gan = compiler.compile(compiler.read('ring'));
    await gan.compileTo(folder);
    const opened = await openCompiled(folder, describeGan(gan.spec.name, gan.program));
    const names = new Set(opened.gan.passes().map(({ pass }) => pass));
    expect([...names]).toEqual(without('moveScales'));
    await opened.dispose();
    rmSync(folder, { recursive: true });
  });

  it('leaves out what no output needs, whatever the passes', () => {
    const nodes = (passes: string): readonly number[] => {
      const compiler = createCompiler({ passes });
      return compiler
        .compile(compiler.read('ring'))
        .costs()
        .map((cost) => cost.nodes);
    };
    expect(nodes('none')).toEqual(nodes('deadNodes'));
  });
});
