/**
 * Lines of a table with aligned columns and a rule below its heading.
 * @param rows The heading first.
 * @param isNumber Columns that are aligned to the right.
 */
export function textTable(
  rows: readonly (readonly string[])[],
  isNumber: readonly boolean[],
): readonly string[] {
  const [heading = []] = rows;
  const widths = heading.map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return isNumber[column] ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [line(heading), rule, ...rows.slice(1).map(line)];
}
