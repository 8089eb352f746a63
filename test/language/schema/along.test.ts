import { describe, expect, it } from 'vitest';
import { mapAlong, placesAlong } from '../../../src/language/schema/along.js';

const number = { type: 'number' };
const leaf = {
  type: 'object',
  properties: { type: { const: 'leaf' }, size: number },
};
const node = {
  type: 'object',
  properties: { type: { const: 'node' }, inner: { $ref: '#/definitions/Tree' } },
};
const tree = { anyOf: [{ type: 'string' }, { oneOf: [leaf, node] }] };
const definitions = { Tree: tree };
const list = { type: 'array', items: { $ref: '#/definitions/Tree' } };

/** The choices of each place, by its pointer. */
function choicesIn(value: unknown, schema: object): object {
  const places = placesAlong(value, { ...schema }, definitions);
  return Object.fromEntries(places.map(({ pointer, choices }) => [pointer, choices]));
}

describe('placesAlong', () => {
  it('goes from the outside in, through references, choices, tags and lists', () => {
    const choices = [{ type: 'string' }, leaf, node];
    const value = [{ type: 'node', inner: { type: 'leaf', size: 1 } }];
    expect(choicesIn(value, list)).toEqual({
      '': [list],
      '/0': choices,
      '/0/type': [{ const: 'node' }],
      '/0/inner': choices,
      '/0/inner/type': [{ const: 'leaf' }],
      '/0/inner/size': [number],
    });
  });

  it('has the schema of additional keys, and no choice for a key that the schema does not know', () => {
    const open = { type: 'object', additionalProperties: number };
    expect(choicesIn({ 'a/b': 1 }, open)).toEqual({ '': [open], '/a~1b': [number] });
    expect(choicesIn({ type: 'leaf', sizes: [1] }, leaf)).toMatchObject({
      '/sizes': [],
      '/sizes/0': [],
    });
  });

  it('has no choice inside a value of another kind or with an unknown tag', () => {
    expect(choicesIn({ type: 'root', size: 1 }, tree)).toMatchObject({ '/size': [] });
    expect(choicesIn([1], number)).toMatchObject({ '/0': [] });
  });
});

describe('mapAlong', () => {
  it('walks what the change puts in', () => {
    const grown = mapAlong('a', tree, definitions, ({ value, pointer }) =>
      value === 'a' && pointer.length < 12 ? { type: 'node', inner: 'a' } : value,
    );
    // "/inner" and "/inner/inner" have 6 and 12 characters.
    expect(grown).toEqual({ type: 'node', inner: { type: 'node', inner: 'a' } });
  });
});
