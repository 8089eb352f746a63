/** Statements of at most 120 columns, broken as `ruff format` breaks them. */

const columns = 120;

/**
 * The lines of a statement: where it is too long, the operands of the call that it ends with go onto a line of their own, or
 * onto one each, as do the members of a tuple or a dictionary.
 * @param indentation Columns before the statement.
 * @param after What follows the last bracket.
 */
export function brokenStatement(
  statement: string,
  indentation: number,
  after = '',
): readonly string[] {
  const open = openingBracket(statement);
  if (indentation + statement.length + after.length <= columns || open === undefined) {
    return [`${statement}${after}`];
  }
  const [before, inner] = [statement.slice(0, open + 1), statement.slice(open + 1, -1)];
  const deeper = indentation + 4;
  const operands = operandsOf(inner);
  const isCall = /\w\($/.test(before);
  // A comma would make a tuple of it.
  const isGroup = before.endsWith('(') && !isCall && operands.length === 1 && !inner.endsWith(',');
  const isLine = isGroup || (isCall && deeper + inner.length <= columns);
  const lines = isLine
    ? [inner]
    : operands.flatMap((operand) => brokenStatement(operand, deeper, ','));
  return [before, ...lines.map((line) => `    ${line}`), `${statement.slice(-1)}${after}`];
}

/** The place of the bracket that the last character closes. */
function openingBracket(text: string): number | undefined {
  if (!/[)\]}]$/.test(text)) return undefined;
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (/[)\]}]/.test(text.charAt(at))) depth += 1;
    if (/[([{]/.test(text.charAt(at))) depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}

/** The parts between commas that are outside of all brackets. */
function operandsOf(text: string): readonly string[] {
  const operands = [''];
  let depth = 0;
  for (const character of text) {
    if (/[([{]/.test(character)) depth += 1;
    if (/[)\]}]/.test(character)) depth -= 1;
    if (character === ',' && depth === 0) operands.push('');
    else operands.push(`${operands.pop() ?? ''}${character}`);
  }
  return operands.map((operand) => operand.trim()).filter((operand) => operand !== '');
}
