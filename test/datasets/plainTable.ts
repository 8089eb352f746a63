/** Defaults of the options of the data set `csv`. */
export const plainTable = {
  header: null as boolean | null,
  limit: null as number | null,
  columns: null as string[] | null,
  exclude: [] as string[],
  numeric: null as string[] | null,
  categorical: null as string[] | null,
  dates: null as string[] | null,
  label: null as string | null,
  missing: null as string | null,
  missingMarks: [] as string[],
  separator: ',',
  decimal: null as string | null,
  dayFirst: null as boolean | null,
};
