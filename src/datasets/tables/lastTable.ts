/** The table that was read last, since a spec is checked and its data are opened one after the other. */
import { statSync } from 'node:fs';
import { withReadErrors } from '../shared/dataFile.js';
import { readTable, type Table } from './readTable.js';
import type { TableOptions } from './tableOptions.js';

/** Bytes of samples up to which a table is kept. */
const maxKept = 2 ** 28;

let last: { readonly key: string; readonly table: Table } | undefined;

/** Reads a table, unless it is the last one: the same file, unchanged, with the same options. @throws errors of `readTable` */
export function tableOf(file: string, options: TableOptions): Table {
  const key = keyOf(file, options);
  if (last?.key === key) return last.table;
  last = undefined;
  const table = readTable(file, options);
  if (table.data.byteLength <= maxKept) last = { key, table };
  return table;
}

function keyOf(file: string, options: TableOptions): string {
  const { ino, size, mtimeNs, ctimeNs } = withReadErrors(file, () =>
    statSync(file, { bigint: true }),
  );
  return JSON.stringify([file, ...[ino, size, mtimeNs, ctimeNs].map(String), options]);
}
