import type { MissingValues } from './missingValues.js';
import type { BodyOptions } from './readBody.js';
import type { ReadingOptions } from './chooseReading.js';

/** Options of a table; null to find out what the file shows. */
export interface TableOptions extends ReadingOptions, BodyOptions {
  /** Columns of a sample, in this order; null for all but the label, excluded ones and those that tell rows apart. */
  readonly columns: readonly string[] | null;
  readonly exclude: readonly string[];
  /** Columns that are read as numbers, words or dates whatever they look like. */
  readonly numeric: readonly string[] | null;
  readonly categorical: readonly string[] | null;
  readonly dates: readonly string[] | null;
  /** The column with the classes; null for none. */
  readonly label: string | null;
  readonly missing: MissingValues | null;
  /** Spellings of a missing value beside the usual ones. */
  readonly missingMarks: readonly string[];
}
