/** Columns of a table as numbers, with what is missing. */
import { dataError } from '../shared/dataFile.js';
import type { ColumnDraft } from './columnKind.js';
import { datesOf, numbersOf, type ReadingOptions } from './chooseReading.js';
import { rowPlace, presentFields, rowsText, type ColumnValues } from './columnValues.js';
import type { DateFormat } from './dates.js';
import type { NumberFormat } from './numbers.js';

/** A column with a number for each row; NaN where the value is missing. */
export type ReadColumn = {
  readonly source: ColumnValues;
  readonly values: Float64Array;
} & (
  | { readonly kind: 'numeric'; readonly format: NumberFormat }
  | { readonly kind: 'date'; readonly format: DateFormat }
  | {
      readonly kind: 'categorical';
      /** The words by their numbers. */
      readonly words: readonly string[];
    }
);

/** Reads a column of a known kind. @throws GanspecError GAN413 for values of another kind, and for ambiguous ones. */
export function readColumn(
  source: ColumnValues,
  draft: ColumnDraft,
  options: ReadingOptions,
): ReadColumn {
  const spread = (found: Float64Array): Float64Array => {
    if (found.length === source.fields.length) return found;
    const values = new Float64Array(source.fields.length).fill(NaN);
    source.present.forEach((row, i) => (values[row] = found[i] ?? NaN));
    return values;
  };
  switch (draft.kind) {
    case 'numeric': {
      const { format, values } = numbersOf(source, draft, options.decimal);
      refuseOthers(source, values, 'number', format.prefix + format.suffix !== '');
      return { source, kind: 'numeric', format, values: spread(values) };
    }
    case 'date': {
      const { format, values } = datesOf(source, draft, options.dayFirst);
      refuseOthers(source, values, 'date', false);
      return { source, kind: 'date', format, values: spread(values) };
    }
    case 'categorical': {
      const fields = presentFields(source);
      const words = [...new Set(fields)];
      const places = new Map(words.map((word, index) => [word, index]));
      const values = spread(Float64Array.from(fields, (field) => places.get(field) ?? NaN));
      return { source, kind: 'categorical', words, values };
    }
  }
}

/** Refuses a column of which only some values are of its kind. */
function refuseOthers(
  source: ColumnValues,
  values: Float64Array,
  kind: 'number' | 'date',
  hasUnit: boolean,
): void {
  const wrong = values.findIndex((value) => Number.isNaN(value));
  if (wrong < 0) return;
  const { fields, present, name } = source;
  const count = values.filter(Number.isNaN).length;
  const field = fields[present[wrong] ?? 0] ?? '';
  const good = values.findIndex((value) => !Number.isNaN(value));
  const like =
    hasUnit && good >= 0 ? ` written like ${JSON.stringify(fields[present[good] ?? 0])}` : '';
  throw dataError(
    'GAN413',
    `${rowPlace(source, field)}: ${JSON.stringify(field)} in column "${name}" is no ${kind}${like} (${rowsText(count, source)})`,
    `Correct these values, or leave the column out with "exclude": ["${name}"], or make its ${new Set(presentFields(source)).size} values categories with "categorical": ["${name}"].`,
  );
}
