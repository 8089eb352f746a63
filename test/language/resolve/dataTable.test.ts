import { expect, it } from 'vitest';
import { dataTable } from '../../../src/language/resolve/dataTable.js';

it.each([
  [['cats', 'dogs'], '0 cats (2), 1 dogs (2)'],
  [['0', '1'], '0 (2), 1 (2)'],
  [['1', '2'], '0 "1" (2), 1 "2" (2)'],
  [['-1', '3rd'], '0 "-1" (2), 1 "3rd" (2)'],
])('the classes %j are listed so that no name is taken for an index', (names, line) => {
  const classList = names.map((name) => ({ name, count: 2 }));
  const data = { shape: [2], range: null, count: 4, classes: 2, classList };
  expect(dataTable('npy', data)).toContain(`\nclasses: ${line}\n`);
});

it.each<[unknown, unknown, string]>([
  [
    5,
    { shape: [2], range: null, count: 4, classes: null },
    'type of dataTable must be a text, not 5',
  ],
  [
    'ring',
    null,
    'data of dataTable must be the description of a data set, as `gan.resolved.data` is, not null',
  ],
  [
    'ring',
    { shape: [2], range: null, count: 4, classes: 2, classList: [null] },
    'data of dataTable must be the description of a data set, as `gan.resolved.data` is, not an object',
  ],
])('%j and %j are refused', (type, data, message) => {
  expect(() => dataTable(type as never, data as never)).toThrow(
    expect.objectContaining({ code: 'GAN540', message }),
  );
});
