import { describe, expect, it } from 'vitest';
import type { JsonNode } from '../../../src/source/jsonTree.js';
import { parseJson } from '../../../src/source/parse.js';
import { toValue } from '../../../src/source/value.js';
import { mergePatch } from '../../../src/language/load/mergePatch.js';

function tree(value: unknown): JsonNode {
  const parsed = parseJson(JSON.stringify(value), 'a.json');
  if (!parsed.tree) throw new Error('the value of this test is JSON');
  return parsed.tree;
}

describe('mergePatch', () => {
  // The cases of RFC 7396, appendix A: original, patch, result.
  it.each([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, null, null],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('turns %j patched with %j into %j', (base, patch, result) => {
    expect(toValue(mergePatch(tree(base), tree(patch)))).toEqual(result);
  });
});
