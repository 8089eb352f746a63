/** The columns of a table that make up a sample, and how they are read. */
import type { DatasetWarning } from '../../entries/dataset.js';
import { dataError } from '../shared/dataFile.js';
import { draftColumn, type ColumnDraft, type ColumnKind } from './columnKind.js';
import { presentFields, type ColumnValues } from './columnValues.js';
import {
  categoryWarnings,
  identifierReason,
  identifierWarning,
  type LeftOutColumn,
} from './doubtfulColumns.js';
import { centuryWarning, likenessWarning } from './doubtfulDates.js';
import { eachOrErrors } from './eachOrErrors.js';
import type { Decimal } from './numbers.js';
import { readColumn, type ReadColumn } from './readColumn.js';
import { sentinelWarning } from './sentinels.js';
import type { TableOptions } from './tableOptions.js';
import { refuseUnread } from './unreadValues.js';

/**
 * The columns of a sample, and the doubts about them.
 * @param all Names of all columns of the file.
 * @throws GanspecError GAN413 for a column that is not there, or cannot be read as it is asked for
 */
export function chooseColumns(
  file: string,
  valuesOf: (name: string) => ColumnValues,
  all: readonly string[],
  options: TableOptions,
): { readonly columns: readonly ReadColumn[]; readonly warnings: readonly DatasetWarning[] } {
  const { exclude, label } = options;
  const kinds = askedKinds(options);
  eachOrErrors(new Set([...exclude, ...kinds.keys(), ...(options.columns ?? [])]), valuesOf);
  refuseExcluded(options);
  refuseLabel(options);
  const names = options.columns ?? all.filter((name) => name !== label && !exclude.includes(name));
  const drafts = names.map((name) => {
    const source = valuesOf(name);
    return { source, draft: draftColumn(presentFields(source), kinds.get(name) ?? null) };
  });
  const reading = { ...options, decimal: options.decimal ?? decimalOf(drafts) };
  const warnings: DatasetWarning[] = [];
  const identifiers: LeftOutColumn[] = [];
  const read = eachOrErrors(drafts, ({ source, draft }) => {
    if (source.present.length > 0 && draft.kind === 'categorical' && !kinds.has(source.name)) {
      refuseUnread(source);
    }
    return { source, column: readColumn(source, draft, reading) };
  });
  const columns = read.flatMap(({ source, column }) => {
    const isAsked = options.columns !== null || kinds.has(source.name);
    if (source.present.length === 0) {
      warnings.push(emptyColumn(source));
      return [];
    }
    const reason = isAsked ? undefined : identifierReason(column);
    if (reason !== undefined) {
      identifiers.push({ name: source.name, reason });
      return [];
    }
    if (column.kind === 'categorical') warnings.push(...categoryWarnings(source, 'column'));
    if (!kinds.has(source.name)) warnings.push(...likenessWarning(column));
    warnings.push(...centuryWarning(column), ...sentinelWarning(column));
    return [column];
  });
  return { columns, warnings: [...identifierWarning(file, identifiers), ...warnings] };
}

/** Kinds that the user gave. @throws GanspecError GAN413 for a column with two */
function askedKinds({
  numeric,
  categorical,
  dates,
}: TableOptions): ReadonlyMap<string, ColumnKind> {
  const kinds = new Map<string, ColumnKind>();
  const lists = [
    ['numeric', numeric],
    ['categorical', categorical],
    ['date', dates],
  ] as const;
  for (const [kind, names] of lists) {
    for (const name of names ?? []) {
      if (kinds.has(name)) {
        throw dataError(
          'GAN413',
          `column "${name}" is listed as ${kinds.get(name) ?? ''} and as ${kind}`,
          'Keep one of them.',
        );
      }
      kinds.set(name, kind);
    }
  }
  return kinds;
}

/** Refuses columns that are asked for and left out. @throws GanspecError GAN413 */
function refuseExcluded({ exclude, columns, numeric, categorical, dates }: TableOptions): void {
  const lists = Object.entries({ columns, numeric, categorical, dates });
  for (const [option, names] of lists) {
    const both = names?.find((name) => exclude.includes(name));
    if (both === undefined) continue;
    throw dataError(
      'GAN413',
      `column "${both}" is listed in "${option}" and in "exclude"`,
      'Keep one of them.',
    );
  }
}

/** Refuses a label among the columns of a sample: each row would tell its class twice. @throws GanspecError GAN413 */
function refuseLabel({ columns, label }: TableOptions): void {
  if (label === null || columns?.includes(label) !== true) return;
  throw dataError(
    'GAN413',
    `column "${label}" is listed in "columns" and is the "label"`,
    `Remove "${label}" from "columns" where it is the class of its row, or "label" where the GAN shall make it up as a part of the row.`,
  );
}

/** The decimal sign of a table, from the columns that show it without doubt; null where none does, or both occur. */
function decimalOf(drafts: readonly { readonly draft: ColumnDraft }[]): Decimal | null {
  const signs = new Set(
    drafts.map(({ draft }) => (draft.kind === 'numeric' ? draft.decimal.certain : null)),
  );
  signs.delete(null);
  const [sign] = signs;
  return signs.size === 1 && sign ? sign : null;
}

function emptyColumn({ file, name }: ColumnValues): DatasetWarning {
  return {
    code: 'GAN426',
    message: `${file}: column "${name}" has no value in any row; it is left out`,
    hint: `Set "exclude" to ["${name}"] if this is right.`,
  };
}
