/** Statements of at most 120 columns, broken as `ruff format` breaks them. */

const columns = 120;

/**
 * The lines of a statement: what stands in its last brackets goes onto a line of its own where it is too long, or onto a
 * line for each operand.
 * @param indentation Columns before the statement.
 */
export function brokenStatement(statement: string, indentation: number): readonly string[] {
  const open = openingBracket(statement);
  if (indentation + statement.length <= columns || open === undefined) return [statement];
  const [before, inner] = [statement.slice(0, open + 1), statement.slice(open + 1, -1)];
  const deeper = indentation + 4;
  // A comma follows each operand but those of a line.
  const fits = deeper + inner.length <= columns && !inner.endsWith(',');
  const lines = fits
    ? [inner]
    : operandsOf(inner).flatMap((operand) => {
        const broken = brokenStatement(operand, deeper + 1);
        return [...broken.slice(0, -1), `${broken.at(-1) ?? ''},`];
      });
  return [before, ...lines.map((line) => `    ${line}`), statement.slice(-1)];
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
