/** Variables of a Python function. */

/** Words that are no names in Python, and names that every file has. */
const words =
  `False None True and as assert async await break class continue def del elif else except finally for from global
  if import in is lambda nonlocal not or pass raise return try while with F Tensor torch nn self step draws scheduled update n
  constant conv2d conv_transpose2d gradient upsample sum_blocks float int bool input_ labels_`.split(
    /\s+/,
  );

export class Variables {
  readonly #given = new Map<string, string>();
  #used: Set<string>;
  #outside: ReadonlySet<string> | undefined;

  /** @param taken Names that are taken already. */
  constructor(taken: readonly string[] = []) {
    this.#used = new Set([...words, ...taken]);
  }

  /** The name of something that has one in the spec, always the same. */
  nameOf(name: string): string {
    const known = this.#given.get(name) ?? this.unused(name);
    this.#given.set(name, known);
    return known;
  }

  /** Names that are made from now on are free again after `endScope`. */
  beginScope(): void {
    this.#outside = new Set(this.#used);
  }

  endScope(): void {
    this.#used = new Set(this.#outside ?? this.#used);
  }

  /** A name that nothing has so far. */
  unused(name: string): string {
    const stem = name.replaceAll(/\W/g, '_').replace(/^(?=\d)/, '_');
    let own = stem;
    for (let again = 2; this.#used.has(own); again += 1) own = `${stem}_${again}`;
    this.#used.add(own);
    return own;
  }
}

/** A name in small letters with underscores, as functions of Python have. */
export function snakeCase(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/\W/g, '_')
    .toLowerCase();
}

/** A name with a capital, as classes of Python have. */
export function className(name: string): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}
