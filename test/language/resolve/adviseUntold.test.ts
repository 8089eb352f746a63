import { expect, it } from 'vitest';
import { network, resolveText, ringSpec } from './resolveText.js';

const reading = (units: number): object =>
  network({ type: 'concat', input: ['input', 'labels'] }, { type: 'dense', units });

it.each([
  { labels: { discriminator: 'concat' } },
  { labels: { discriminator: 'projection' } },
  { labels: { discriminator: 'auxiliary' } },
  { labels: { discriminator: 'auxiliary', auxiliary: { fake: false } } },
  { labels: {}, discriminator: reading(1) },
])('the discriminator alone is told classes in %j', (changes) => {
  expect(resolveText(ringSpec(changes)).codes).toEqual(['GAN312']);
});

it.each([
  { labels: { generator: 'concat' } },
  { labels: {}, generator: reading(2) },
  {
    labels: {
      generator: 'concat',
      discriminator: 'auxiliary',
      auxiliary: { fake: false, generatorWeight: 0 },
    },
  },
])('the generator alone is told classes in %j', (changes) => {
  expect(resolveText(ringSpec(changes)).codes).toEqual(['GAN316']);
});

it.each([
  { labels: { generator: 'concat', discriminator: 'projection' } },
  { labels: { discriminator: 'projection' }, generator: reading(2) },
  { labels: {}, generator: reading(2), discriminator: reading(1) },
  // It learns the classes of real samples, and asks none of generated ones.
  { labels: { discriminator: 'auxiliary', auxiliary: { fake: false, generatorWeight: 0 } } },
])('the generator has no classifier loss where it is not given the class in %j', (changes) => {
  expect(resolveText(ringSpec(changes)).text).toBe('');
});
