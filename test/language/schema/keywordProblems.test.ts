import { describe, expect, it } from 'vitest';
import { fragmentProblems } from '../../../src/language/schema/fragmentProblems.js';
import { allKeywordProblems } from '../../../src/language/schema/keywordProblems.js';

/** Problems of a plugin's loss with these keywords, and with these of its option `corner`. */
function problemsOf(own: object, ofOption: object): readonly string[] {
  return fragmentProblems('loss', 'acme/soft', {
    $id: 'acme/soft.schema.json',
    title: 'AcmeSoftLoss',
    description: 'Hinge loss without its corner.',
    type: 'object',
    required: ['type'],
    additionalProperties: false,
    ...own,
    properties: {
      type: { const: 'acme/soft' },
      smooth: { type: 'boolean', default: true, description: 'Rounds the corner.' },
      corner: { type: 'number', default: 1, description: 'Width of the corner.', ...ofOption },
    },
    examples: [{ type: 'acme/soft' }],
  });
}

describe('fragmentProblems', () => {
  it('accepts keywords for messages, with conditions on own and on shared options', () => {
    const actsOnlyWith = { smooth: { const: true }, generatorWeight: { exclusiveMinimum: 0 } };
    const option = {
      otherNames: ['width'],
      otherValues: { wide: 2 },
      convertedNames: { sharp: 'complement' },
      switchNames: { blunt: 3 },
      actsOnlyWith,
    };
    const own = { otherNames: ['softHinge'], nameNotes: { softHinge: 'the corner is rounder' } };
    expect(problemsOf(own, option)).toEqual([]);
  });

  it.each<[own: object, ofOption: object, problem: string]>([
    [
      { otherNames: 'softHinge' },
      {},
      '"otherNames" of the entry must be a list of different names',
    ],
    [
      {},
      { otherNames: ['width', 'width'] },
      '"otherNames" of option "corner" must be a list of different names',
    ],
    [
      { nameNotes: { softHinge: 1 } },
      {},
      '"nameNotes" of the entry must give for each name a text',
    ],
    [
      {},
      { otherValues: ['wide'] },
      '"otherValues" of option "corner" must give for each value of others the one here',
    ],
    [
      {},
      { convertedNames: { sharp: 'inverse' } },
      '"convertedNames" of option "corner" must give for each name one of complement, epochs, unit, thousandImages',
    ],
    [
      {},
      { switchNames: ['blunt'] },
      '"switchNames" of option "corner" must give for each name a value',
    ],
    [
      {},
      { actsOnlyWith: { smooth: true } },
      '"actsOnlyWith" of option "corner" must give for each option a "const", an "enum" or an "exclusiveMinimum"',
    ],
    [
      {},
      { actsOnlyWith: { round: { const: true } } },
      '"actsOnlyWith" of option "corner" names an unknown option "round"',
    ],
  ])('refuses %j with %j in the option', (own, ofOption, problem) => {
    expect(problemsOf(own, ofOption)).toEqual([problem]);
  });
});

describe('allKeywordProblems', () => {
  it('finds mistakes in options at any depth', () => {
    const inner = { properties: { decay: { type: 'number', otherNames: [''] } } };
    expect(allKeywordProblems({ properties: { ema: inner } })).toEqual([
      '"otherNames" of option "decay" must be a list of different names',
    ]);
  });
});
