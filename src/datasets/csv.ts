import { schemas, type CsvDataset } from '../generated/datasets.js';
import { defineDataset, type DatasetContext, type DatasetDescription } from '../entries/dataset.js';
import type { HostConfig } from '../entries/config.js';
import { dataPath } from './shared/dataPath.js';
import { labelReader } from './shared/labelReader.js';
import { rowReader } from './shared/rowReader.js';
import { tableOf } from './tables/lastTable.js';
import type { Table } from './tables/readTable.js';
import { sampleColumns } from './tables/sampleColumns.js';
import { tableRecipe, writeTable, type TableRecipe } from './tables/writeTable.js';

type Options = HostConfig<CsvDataset>;

/** Rows of a table in a CSV file: numbers and dates scaled to [-1, 1], words one-hot. */
export const csv = defineDataset<CsvDataset, TableRecipe>({
  type: 'csv',
  schema: schemas.csv,
  describe: (config, context) => describe(tableOf(pathOf(config, context), config)),
  open(config, context) {
    const table = tableOf(pathOf(config, context), config);
    const { labels } = table;
    return {
      ...describe(table),
      read: rowReader(table.data, table.width),
      ...(labels && { readLabels: labelReader(labels.data) }),
      noun: 'rows',
      recipe: tableRecipe(table),
    };
  },
  encode: (samples, { separator }, recipe, labels) => ({
    extension: 'csv',
    bytes: Buffer.from(writeTable(samples, separator, recipe, labels)),
    showsClasses: true,
  }),
});

function pathOf({ file }: Options, context: DatasetContext): string {
  return dataPath(context, file, 'file');
}

function describe({ columns, width, count, labels, warnings }: Table): DatasetDescription {
  return {
    shape: [width],
    range: [-1, 1],
    count,
    classes: labels?.classes.length ?? null,
    ...(labels && { classList: labels.classes }),
    columns: sampleColumns(columns),
    warnings,
  };
}
