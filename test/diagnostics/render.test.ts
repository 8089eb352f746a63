import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { diagnosticToJson } from '../../src/diagnostics/json.js';
import { renderDiagnostics } from '../../src/diagnostics/render.js';
import { DiagnosticSink } from '../../src/diagnostics/sink.js';
import { specError } from '../../src/diagnostics/specError.js';
import { parseJson } from '../../src/source/parse.js';

const text = '{\n  "layers": ["batchNorm", "dense"],\n  "penalty": "gradientPenalty"\n}';

function sinkOf(source: string): DiagnosticSink {
  const { tree } = parseJson(source, 'my-gan.json');
  if (!tree) throw new Error('the text of this test is JSON');
  return new DiagnosticSink(tree);
}

function reported(): readonly Diagnostic[] {
  const sink = sinkOf(text);
  sink.warning('GAN311', '/penalty', 'gradientPenalty looks at each sample alone', {
    notes: [{ message: 'layer 0 is here', pointer: '/layers/0' }, { message: 'it mixes samples' }],
    hint: 'use layerNorm',
    at: 'key',
  });
  sink.error('GAN102', '/layers/1', 'unknown layer');
  return sink.list;
}

describe('DiagnosticSink', () => {
  const many = `[${Array(300).fill(1).join()}]`;

  it('keeps a hundred diagnostics, errors before warnings, and counts the rest', () => {
    const sink = sinkOf(many);
    for (let index = 0; index < 150; index += 1) sink.warning('GAN301', `/${index}`, 'idle');
    expect(sink.list).toHaveLength(101);
    expect(sink.hasErrors).toBe(false);
    for (let index = 150; index < 190; index += 1) sink.error('GAN122', `/${index}`, 'wrong');
    const severities = sink.list.map(({ severity }) => severity);
    expect(severities.filter((one) => one === 'warning')).toHaveLength(61);
    expect(renderDiagnostics(sink.list.slice(-1))).toBe(
      `my-gan.json warning GAN128: 90 more warnings are not shown
   hint: correct those above first: one mistake may be the cause of many
`,
    );
    for (let index = 190; index < 300; index += 1) sink.error('GAN122', `/${index}`, 'wrong');
    expect(sink.list.every(({ severity }) => severity === 'error')).toBe(true);
    expect(sink.list.at(-1)?.message).toBe('50 more errors and 150 more warnings are not shown');
  });

  it('looks for a hint only where the diagnostic is kept', () => {
    const sink = sinkOf(many);
    let searches = 0;
    const hint = (): string => `hint ${(searches += 1)}`;
    for (let index = 0; index < 300; index += 1) sink.error('GAN120', `/${index}`, 'no', { hint });
    expect(searches).toBe(100);
    expect(sink.list[99]?.hint).toBe('hint 100');
  });

  it('leaves out the middle of a message that quotes a long text', () => {
    const sink = sinkOf('{}');
    sink.error('GAN120', '', `unknown key "${'k'.repeat(1e6)}" in training`);
    const { message = '' } = sink.list[0] ?? {};
    expect(message).toHaveLength(2003);
    expect(message).toMatch(/^unknown key "k+ … k+" in training$/);
  });
});

describe('renderDiagnostics', () => {
  it('shows place, code, message, frame, notes and hint', () => {
    expect(renderDiagnostics(reported())).toBe(
      [
        'my-gan.json:3:3 warning GAN311: gradientPenalty looks at each sample alone',
        '    3 |   "penalty": "gradientPenalty"',
        '      |   ^^^^^^^^^',
        '   note: my-gan.json:2:14 layer 0 is here',
        '   note: it mixes samples',
        '   hint: use layerNorm',
        'my-gan.json:2:27 error GAN102: unknown layer',
        '    2 |   "layers": ["batchNorm", "dense"],',
        '      |                           ^^^^^^^',
        '',
      ].join('\n'),
    );
  });

  it('is empty for an empty list', () => {
    expect(renderDiagnostics([])).toBe('');
  });

  it('adds colours only on request, whatever the terminal', () => {
    const [, error] = reported();
    expect(renderDiagnostics(error ? [error] : [], { color: true })).toBe(
      [
        '\u001b[1mmy-gan.json:2:27\u001b[22m \u001b[31merror GAN102:\u001b[39m unknown layer',
        '\u001b[2m    2 |\u001b[22m   "layers": ["batchNorm", "dense"],',
        '\u001b[2m      |\u001b[22m                           \u001b[31m^^^^^^^\u001b[39m',
        '',
      ].join('\n'),
    );
  });

  it('cuts a long line around the place', () => {
    const sink = sinkOf(`{ "a": "${'x'.repeat(150)}", "b": 1, "c": "${'y'.repeat(150)}" }`);
    sink.error('GAN124', '/b', 'too small');
    expect(renderDiagnostics(sink.list)).toBe(
      [
        'my-gan.json:1:167 error GAN124: too small',
        `    1 | …${'x'.repeat(16)}", "b": 1, "c": "${'y'.repeat(65)}…`,
        `      | ${' '.repeat(25)}^`,
        '',
      ].join('\n'),
    );
  });

  it('lets no control character of a spec reach the terminal', () => {
    const sink = sinkOf('{\t"a": "\u009b31m\u202e" }');
    sink.error('GAN123', '/a', 'not \u001b[2J\nallowed');
    expect(renderDiagnostics(sink.list)).toBe(
      [
        'my-gan.json:1:8 error GAN123: not \\x1b[2J\\x0aallowed',
        '    1 | { "a": " 31m " }',
        '      |        ^^^^^^^',
        '',
      ].join('\n'),
    );
  });
});

describe('diagnosticToJson', () => {
  it('spreads places out and omits absent members', () => {
    expect(reported().map(diagnosticToJson)).toEqual([
      {
        code: 'GAN311',
        severity: 'warning',
        message: 'gradientPenalty looks at each sample alone',
        file: 'my-gan.json',
        line: 3,
        column: 3,
        pointer: '/penalty',
        hint: 'use layerNorm',
        notes: [
          { message: 'layer 0 is here', file: 'my-gan.json', line: 2, column: 14 },
          { message: 'it mixes samples' },
        ],
      },
      {
        code: 'GAN102',
        severity: 'error',
        message: 'unknown layer',
        file: 'my-gan.json',
        line: 2,
        column: 27,
        pointer: '/layers/1',
      },
    ]);
  });
});

describe('DiagnosticSink', () => {
  it('has errors only after an error, not after a warning', () => {
    const sink = sinkOf('{}');
    sink.warning('GAN311', '', 'hm');
    expect(sink.hasErrors).toBe(false);
    sink.error('GAN102', '', 'no');
    expect(sink.hasErrors).toBe(true);
  });
});

describe('specError', () => {
  const coded = (...codes: string[]) => {
    const sink = sinkOf('{}');
    for (const code of codes) sink.error(code, '', `message of ${code}`);
    return specError(sink.list);
  };

  it('names the first mistake and counts the others', () => {
    expect(coded('GAN201', 'GAN701').message).toBe(
      'my-gan.json:1:1 message of GAN201 (and 1 more)',
    );
  });

  it('has the exit code of a limit where a limit is among the mistakes', () => {
    expect(coded('GAN701', 'GAN702').exitCode).toBe(7);
    expect(coded('GAN701', 'GAN201').exitCode).toBe(7);
    expect(coded('GAN201').exitCode).toBe(3);
  });
});
