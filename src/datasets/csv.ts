import { schemas, type CsvDataset } from '../generated/datasets.js';
import {
  defineDataset,
  type DatasetContext,
  type DatasetDescription,
  type EncodedSamples,
} from '../entries/dataset.js';
import type { HostConfig } from '../entries/config.js';
import { checkRecipe } from './shared/checkRecipe.js';
import { dataPath } from './shared/dataPath.js';
import { rowReader } from './shared/rowReader.js';
import { columnOf } from './tables/column.js';
import { readTable, type Table } from './tables/readTable.js';

type Options = HostConfig<CsvDataset>;
type Recipe = Pick<Table, 'columns'>;

/** Rows of a table in a CSV file: numeric columns scaled to [-1, 1], categorical columns one-hot. */
export const csv = defineDataset<CsvDataset, Recipe>({
  type: 'csv',
  schema: schemas.csv,
  describe: (config, context) => describe(read(config, context)),
  open(config, context) {
    const table = read(config, context);
    const { labels } = table;
    return {
      ...describe(table),
      read: rowReader(table.data, table.width),
      ...(labels && {
        readLabels(indices: ArrayLike<number>, out: Int32Array) {
          for (let i = 0; i < indices.length; i++) out[i] = labels.data[indices[i] ?? 0] ?? 0;
        },
      }),
      recipe: { columns: table.columns },
    };
  },
  encode: (samples, { separator }, recipe) => encode(samples, separator, recipe),
});

function read(config: Options, context: DatasetContext): Table {
  return readTable(dataPath(context, config.file, 'file'), config);
}

function describe({ width, count, labels }: Table): DatasetDescription {
  return {
    shape: [width],
    range: [-1, 1],
    count,
    classes: labels?.classes.length ?? null,
    ...(labels && { classList: labels.classes }),
  };
}

/** Encodes samples as a CSV file with the columns of the training data. */
function encode(samples: Float32Array, separator: string, { columns }: Recipe): EncodedSamples {
  const lines = [columns.map(({ name }) => name)];
  const decoders = columns.map(columnOf);
  const width = decoders.reduce((sum, decoder) => sum + decoder.width, 0);
  checkRecipe(samples.length, width);
  for (let at = 0; at < samples.length;) {
    const values = decoders.map(({ width, decode }) => {
      at += width;
      return decode(samples.subarray(at - width, at));
    });
    lines.push(values);
  }
  const text = lines.map((fields) =>
    fields.map((field) => quoted(field, separator)).join(separator),
  );
  return { extension: 'csv', bytes: Buffer.from(`${text.join('\n')}\n`) };
}

function quoted(field: string, separator: string): string {
  const needsQuotes = field.includes(separator) || /["\r\n]/.test(field);
  return needsQuotes ? `"${field.replaceAll('"', '""')}"` : field;
}
