import { expect, it } from 'vitest';
import { Registry } from '../../src/entries/registry.js';
import { entryLike } from './entryLike.js';

const loss = entryLike('loss', 'acme/one');
const penalty = entryLike('penalty', 'acme/one');

it('finds entries by kind and type', () => {
  const registry = new Registry([loss, penalty]);
  expect(registry.get('loss', 'acme/one')).toBe(loss);
  expect(registry.get('penalty', 'acme/one')).toBe(penalty);
  expect(registry.get('layer', 'acme/one')).toBeUndefined();
  expect(registry.all('loss')).toEqual([loss]);
});

it('does not change when a larger one is made from it', () => {
  const small = new Registry([loss]);
  const large = small.with([penalty]);
  expect(small.all('penalty')).toEqual([]);
  expect(large.all('penalty')).toEqual([penalty]);
  expect(large.all('loss')).toEqual([loss]);
});

it('refuses two entries of one kind and type', () => {
  expect(() => new Registry([loss, loss])).toThrow('there are two entries for loss "acme/one"');
});
