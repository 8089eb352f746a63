import { describe, expect, it } from 'vitest';
import { builtIns } from '../../../src/generated/entries.js';
import { Registry } from '../../../src/entries/registry.js';
import { parseJson } from '../../../src/source/parse.js';
import { textPlaces } from '../../../src/language/expand/textPlaces.js';
import { languageOf } from '../../../src/language/language.js';
import { expandText, ring } from './expandText.js';

const language = languageOf(new Registry(builtIns));

/** True if a string that starts with = is text at this place. */
function isText(spec: Readonly<Record<string, unknown>>, pointer: string): boolean {
  const { tree } = parseJson(JSON.stringify(ring(spec)), 'spec.json');
  if (!tree) throw new Error('the test gave no JSON');
  return textPlaces(tree, language).has(pointer);
}

describe('textPlaces', () => {
  const table = { type: 'csv', file: '=', columns: ['='], label: '=', categorical: '=' };
  it.each([
    [{ description: '=' }, '/description'],
    [{ reference: { note: '=', more: '=' } }, '/reference/note'],
    [{ reference: { note: '=', more: '=' } }, '/reference/more'],
    [{ data: { type: 'text', file: 'f', alphabet: '=' } }, '/data/alphabet'],
    [{ data: table }, '/data/columns/0'],
    [{ data: table }, '/data/label'],
    [{ data: table }, '/data/categorical'],
    [{ blocks: { up: { layers: [{ type: 'dense', name: '=' }] } } }, '/blocks/up/layers/0/name'],
  ])('has the place of text: %j at %s', (spec, pointer) => {
    expect(isText(spec, pointer)).toBe(true);
  });

  const schedule = { type: 'piecewise', points: [{ step: '=', value: '=' }] };
  it.each([
    [{ latent: { dim: '=' } }, '/latent/dim'],
    [
      { generator: { layers: [{ type: 'conv2d', kernelSize: ['='] }] } },
      '/generator/layers/0/kernelSize/0',
    ],
    [{ data: { type: 'npy', bounds: ['='] } }, '/data/bounds/0'],
    [{ training: { topK: schedule } }, '/training/topK/points/0/value'],
    [{ training: { topK: '=' } }, '/training/topK'],
    [{ blocks: { up: { parameters: { a: '=' } } } }, '/blocks/up/parameters/a'],
  ])('has no place where a number may stand: %j at %s', (spec, pointer) => {
    expect(isText(spec, pointer)).toBe(false);
  });

  it.each([
    [{ latent: { dims: '=' } }, '/latent/dims'],
    [{ generator: { layers: [{ type: 'dens', units: '=' }] } }, '/generator/layers/0/units'],
    [{ loss: { margin: '=' } }, '/loss/type'],
  ])('has no place where the language takes nothing: %j at %s', (spec, pointer) => {
    expect(isText(spec, pointer)).toBe(false);
  });
});

it('text that starts with = is told to be of the wrong kind as it is written', () => {
  const { text } = expandText(ring({ training: { update: '=1' } }));
  expect(text).toContain('error GAN123: update must be "alternating", ');
  expect(text).toContain(', received the string "=1"\n');
});

it('a number where the name of an entry should stand is told as it is written', () => {
  const { text } = expandText(ring({ loss: { type: '=1' } }));
  expect(text).toContain('error GAN122: type must be the name of a loss, received 1 from "=1"\n');
});
