import { expect, it } from 'vitest';
import { headerEvidence } from '../../../src/datasets/tables/header.js';

const rowsOf = (text: string) => text.split(' / ').map((row) => row.split(','));

it.each([
  ['5.1,3.5,red / 4.9,3.0,blue / 6.2,2.8,red', 'values'],
  ['age,job / 20,cook / 40,smith', 'names'],
  // Each word below occurs twice.
  ['cap,odor / flat,none / bell,none / flat,foul / bell,foul', 'names'],
  ['red,small / blue,large / red,small', 'values'],
  ['2020-01-01,x / 2020-01-02,y', 'values'],
  ['$5,x / $6,y', 'values'],
  ['born,x / 2020-01-02,y', 'names'],
  // As pandas writes tables and series without names.
  ['0,1,2 / 5.5,1.5,2.5', 'names'],
  [',0 / 0,5.1 / 1,4.9', 'names'],
  [',a / 0,5.1 / 1,4.9', 'names'],
  ['name,city / Ann,Ulm / Bob,Jena', 'unclear'],
  ['NA,red / 5,blue / 6,green', 'unclear'],
])('the first row of %s has %s', (text, verdict) => {
  const [first = [], ...below] = rowsOf(text);
  expect(headerEvidence(first, below)).toEqual({ verdict });
});

it.each([
  ['country,2019,2020 / France,1.5,2 / Spain,2.5,3 / France,3,4 / Spain,5,6', 'country', '2019'],
  ['5.1?,3,red / 4,2,blue', '5.1?', '3'],
])('the first row of %s may have both', (text, name, value) => {
  const [first = [], ...below] = rowsOf(text);
  expect(headerEvidence(first, below)).toEqual({ verdict: 'both', name, value });
});
