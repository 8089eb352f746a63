/** Expressions of Python. */

/** Ranks of operators: the higher, the tighter they bind in Python. */
export const binding = {
  comparison: 1,
  or: 2,
  and: 3,
  sum: 4,
  product: 5,
  negation: 6,
  power: 7,
  atom: 8,
} as const;

export interface PythonText {
  readonly text: string;
  readonly binds: number;
}

/** A name, a literalOf, a call or an attribute. */
export function atom(text: string): PythonText {
  return { text, binds: binding.atom };
}

/** A number of float32, by the shortest text that is rounded to it. */
export function literalOf(value: number): PythonText {
  if (!Number.isFinite(value)) return atom(`float("${String(value).toLowerCase()}")`);
  const digits = [1, 2, 3, 4, 5, 6, 7, 8].find(
    (count) => Math.fround(Number(value.toPrecision(count))) === Math.fround(value),
  );
  const plain = String(digits === undefined ? value : Number(value.toPrecision(digits)));
  const text = /[.e]/.test(plain) ? plain : `${plain}.0`;
  return value < 0 ? { text, binds: binding.negation } : atom(text);
}

/** An operand where an operator binds as tightly as `binds`; in brackets if it must be. */
export function within(operand: PythonText, binds: number): string {
  return operand.binds >= binds ? operand.text : `(${operand.text})`;
}

/** Two operands with an operator that groups to the left. */
export function infix(a: PythonText, operator: string, b: PythonText, binds: number): PythonText {
  return { text: `${within(a, binds)} ${operator} ${within(b, binds + 1)}`, binds };
}

/** A call of a method. */
export function method(x: PythonText, name: string, ...operands: readonly string[]): PythonText {
  return atom(`${within(x, binding.atom)}.${name}(${operands.join(', ')})`);
}

/** A call of a function. */
export function functionCall(name: string, ...operands: readonly string[]): PythonText {
  return atom(`${name}(${operands.join(', ')})`);
}

/** A tuple. */
export function tuple(items: readonly string[]): string {
  return items.length === 1 ? `(${items.join('')},)` : `(${items.join(', ')})`;
}
