import { describe, expect, it } from 'vitest';
import { SpecError } from '../../../src/diagnostics/errors.js';
import { renderDiagnostics } from '../../../src/diagnostics/render.js';
import type { JsonNode } from '../../../src/source/jsonTree.js';
import { locate, placeOf } from '../../../src/source/locate.js';
import { parseJson } from '../../../src/source/parse.js';
import { toValue } from '../../../src/source/value.js';
import { override } from '../../../src/language/load/overrides.js';

const spec = {
  generator: { layers: [{ type: 'dense', units: 8 }, 'leakyReLU'] },
  training: { steps: 10 },
};
const { tree } = parseJson(JSON.stringify(spec), 'a.json');

function set(...settings: string[]) {
  if (!tree) throw new Error('the spec of this test is JSON');
  return override(tree, settings);
}

function refusal(...settings: string[]): string {
  try {
    set(...settings);
  } catch (error) {
    if (error instanceof SpecError) return renderDiagnostics(error.diagnostics);
    throw error;
  }
  throw new Error('nothing was refused');
}

function hintOf(own: JsonNode, setting: string): string | undefined {
  try {
    override(own, [setting]);
  } catch (error) {
    if (error instanceof SpecError) return error.diagnostics[0]?.hint;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('override', () => {
  it('sets values by path; the last setting of a path wins', () => {
    expect(
      toValue(set('generator.layers.0.units=64', 'training.steps=20', 'training.steps=30')),
    ).toEqual({
      generator: { layers: [{ type: 'dense', units: 64 }, 'leakyReLU'] },
      training: { steps: 30 },
    });
  });

  it('changes the value of a parameter, and refuses an unknown parameter', () => {
    const { tree: own } = parseJson('{ "parameters": { "size": 64 } }', 'a.json');
    if (!own) throw new Error('the spec of this test is JSON');
    expect(toValue(override(own, ['parameters.size=32']))).toEqual({ parameters: { size: 32 } });
    expect(() => override(own, ['parameters.sise=32'])).toThrow(
      '--set:1:12 the spec has no parameter "sise"',
    );
    expect(hintOf(own, 'parameters.sise=32')).toBe('did you mean "size"?');
    expect(hintOf(own, 'parameters.width=32')).toBe('its parameters are size');
    expect(refusal('parameters.size=32')).toBe(
      [
        '--set:1:12 error GAN115: the spec has no parameter "size"',
        '    1 | parameters.size=32',
        '      |            ^^^^',
        '   hint: it has none',
        '',
      ].join('\n'),
    );
  });

  it('does not change its argument', () => {
    set('training.steps=20');
    expect(tree && toValue(tree)).toEqual(spec);
  });

  it.each([
    ['5e-4', 5e-4],
    ['true', true],
    ['null', null],
    ['"7"', '7'],
    ['[1, { "a": 2 }]', [1, { a: 2 }]],
    ['simultaneous', 'simultaneous'],
    ['a=b', 'a=b'],
    ['NaN', 'NaN'],
    ['', ''],
  ])('parses %j as JSON, or else takes it as a string', (written, value) => {
    expect(toValue(set(`x=${written}`))).toMatchObject({ x: value });
  });

  it('creates missing objects along the path', () => {
    expect(toValue(set('training.ema.decay=0.99'))).toMatchObject({
      training: { steps: 10, ema: { decay: 0.99 } },
    });
  });

  it('turns a bare name along the path into an object of that type', () => {
    expect(toValue(set('generator.layers.1.alpha=0.2'))).toMatchObject({
      generator: { layers: [{ units: 8 }, { type: 'leakyReLU', alpha: 0.2 }] },
    });
  });

  it('keeps the setting as the place of a value', () => {
    const changed = set('training.steps=20', 'training.ema={ "decay": 2 }');
    expect(placeOf(locate(changed, '/training/steps'))).toEqual({
      file: '--set',
      line: 1,
      column: 16,
      length: 2,
      lineText: 'training.steps=20',
    });
    expect(placeOf(locate(changed, '/training/ema/decay'))).toMatchObject({ column: 25 });
    expect(placeOf(locate(changed, '/training/ema', 'key'))).toMatchObject({
      column: 10,
      length: 3,
    });
  });

  it('refuses more than 200 settings, and paths of more than 64 parts', () => {
    const many = Array.from({ length: 201 }, (_, index) => `training.steps=${index}`);
    expect(() => set(...many.slice(1))).not.toThrow();
    expect(refusal(...many)).toBe(
      '--set error GAN115: 201 settings are more than 200\n   hint: write a spec that extends the other\n',
    );
    expect(refusal(`${'a.'.repeat(64)}b=1`)).toContain(
      'error GAN115: the path of a setting has at most 64 parts\n',
    );
  });

  it('refuses a value that is nested too deeply rather than taking it for text', () => {
    expect(refusal(`name=${'['.repeat(65)}`)).toContain('error GAN107');
  });

  it('refuses all invalid settings at once', () => {
    expect(
      refusal(
        'steps',
        '=5',
        'training..steps=5',
        'generator.layers.2.units=1',
        'generator.layers.first.units=1',
        'extends=ring',
        'training.__proto__.x=1',
        'x={"a": 1, "a": 2}',
      ),
    ).toBe(
      [
        '--set:1:1 error GAN115: a setting is path=value, such as training.steps=200',
        '    1 | steps',
        '      | ^^^^^',
        '--set:1:1 error GAN115: a setting is path=value, such as training.steps=200',
        '    1 | =5',
        '      | ^^',
        '--set:1:1 error GAN115: a setting is path=value, such as training.steps=200',
        '    1 | training..steps=5',
        '      | ^^^^^^^^^^^^^^^^^',
        '--set:1:18 error GAN115: the list here has items 0 to 1, not 2',
        '    1 | generator.layers.2.units=1',
        '      |                  ^',
        '--set:1:18 error GAN115: the list here has items 0 to 1, not first',
        '    1 | generator.layers.first.units=1',
        '      |                  ^^^^^',
        '--set:1:1 error GAN115: "extends" is read before settings are made',
        '    1 | extends=ring',
        '      | ^^^^^^^',
        '--set:1:10 error GAN106: the key "__proto__" is not allowed in a spec',
        '    1 | training.__proto__.x=1',
        '      |          ^^^^^^^^^',
        '--set:1:12 error GAN104: the key "a" stands twice in one object',
        '    1 | x={"a": 1, "a": 2}',
        '      |            ^^^',
        '   note: --set:1:4 first written here',
        '   hint: delete one of the two',
        '',
      ].join('\n'),
    );
  });
});
