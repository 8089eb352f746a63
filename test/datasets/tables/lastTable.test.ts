import { expect, it } from 'vitest';
import { tableOf } from '../../../src/datasets/tables/lastTable.js';
import type { TableOptions } from '../../../src/datasets/tables/tableOptions.js';
import { put, temporaryFolder } from '../idxFile.js';
import { plainTable } from '../plainTable.js';

const options: TableOptions = { ...plainTable, missing: null, decimal: null };

it('a table is read once, unless its file or an option changes', () => {
  const folder = temporaryFolder();
  const file = put(folder, 't.csv', Buffer.from('a,b\n1,2\n3,4\n'));
  const table = tableOf(file, options);
  expect(tableOf(file, { ...options })).toBe(table);
  expect(tableOf(file, { ...options, columns: ['b'] }).width).toBe(1);
  expect(tableOf(file, options)).not.toBe(table);
  put(folder, 't.csv', Buffer.from('a,b\n1,2\n3,5\n'));
  expect(tableOf(file, options).columns[1]).toMatchObject({ max: 5 });
});
