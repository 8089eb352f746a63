import { dataError } from '../shared/dataFile.js';
import { presentFields, rowPlace, rowsText, type ColumnValues } from './columnValues.js';
import { isUnit, readNumber } from './numbers.js';
import { waysOut } from './waysOut.js';

/** Part of the values from which on those of another form are no slips. */
const leastPart = 1 / 4;

/**
 * Refuses a column whose numbers are written in two forms, as percentages among fractions, or with points and commas.
 * @param good A number of the form of most. @param wrong The values that are no numbers of that form.
 * @throws GanspecError GAN413
 */
export function refuseMixedForms(
  source: ColumnValues,
  good: string,
  wrong: readonly string[],
): void {
  const [field] = wrong;
  const count = presentFields(source).length;
  const areMany = wrong.length > 1 && wrong.length >= leastPart * count;
  if (field === undefined || !areMany || !wrong.every(isNumberInSomeForm)) return;
  throw dataError(
    'GAN413',
    `${rowPlace(source, field)}: column "${source.name}" mixes two forms of numbers: like ${JSON.stringify(good)} in ${rowsText(count - wrong.length, source)}, like ${JSON.stringify(field)} in ${wrong.length}`,
    waysOut(source, 'Write all of them in one form', [], { categories: false }),
  );
}

function isNumberInSomeForm(field: string): boolean {
  const number = readNumber(field, '.') ?? readNumber(field, ',');
  return number !== undefined && !isUnit(number.suffix);
}
