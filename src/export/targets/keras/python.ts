/** Texts of Python. */
import { customLayers } from './customLayers.js';

/** A number, truth value, text or list as Python writes it; lists are tuples. */
export function pythonValue(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) {
    const items = value.map(pythonValue);
    return items.length === 1 ? `(${items.join('')},)` : `(${items.join(', ')})`;
  }
  return JSON.stringify(value);
}

/** A call with arguments by name; undefined ones are left out. */
export function pythonCall(
  callee: string,
  positional: readonly unknown[],
  named: Readonly<Record<string, unknown>>,
): string {
  const pairs = Object.entries(named).filter(([, value]) => value !== undefined);
  const words = pairs.map(([name, value]) => `${name}=${pythonValue(value)}`);
  return `${callee}(${[...positional.map(pythonValue), ...words].join(', ')})`;
}

/** Words that are no names in Python, and names that the script has. */
const taken = new Set(
  `False None True and as assert async await break class continue def del elif else except finally for from global if import
  in is lambda nonlocal not or pass raise return try while with keras layers ops Path load_file rows_of`.split(
    /\s+/,
  ),
);

/** Gives each name of the spec one that Python takes, unlike all others. */
export class PythonNames {
  readonly #given = new Map<string, string>();
  readonly #used = new Set([...taken, ...Object.keys(customLayers)]);

  nameOf(name: string): string {
    const known = this.#given.get(name);
    if (known !== undefined) return known;
    const stem = name.replaceAll(/\W/g, '_').replace(/^(?=\d)/, '_');
    let own = stem;
    for (let again = 2; this.#used.has(own); again += 1) own = `${stem}_${again}`;
    this.#used.add(own);
    this.#given.set(name, own);
    return own;
  }
}
