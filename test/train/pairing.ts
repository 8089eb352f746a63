/** Few choices in which every pair of options occurs, so that one of them shows a failure of two options together. */

/** An option of a group; a choice has at most one of each group. */
export interface Option {
  readonly group: string;
  readonly name: string;
}

/** @returns Choices of at most one option of each group, in which every pair occurs that may. */
export function choicesOfAllPairs<O extends Option>(
  options: readonly O[],
  excludes: (one: O, other: O) => boolean,
): readonly (readonly O[])[] {
  const may = (one: O, other: O): boolean => one.group !== other.group && !excludes(one, other);
  const left = new Map(options.map((one) => [one, new Set(options.filter((b) => may(one, b)))]));
  const gain = (option: O, chosen: readonly O[]): number =>
    chosen.filter((one) => left.get(one)?.has(option)).length;
  const choices: (readonly O[])[] = [];
  for (const first of options) {
    for (;;) {
      const [second] = left.get(first) ?? [];
      if (!second) break;
      const chosen = [first, second];
      const fitting = (): readonly O[] =>
        options.filter((option) => chosen.every((one) => may(one, option)));
      for (let next = best(fitting(), chosen, gain); next; next = best(fitting(), chosen, gain)) {
        chosen.push(next);
      }
      for (const one of chosen) for (const other of chosen) left.get(one)?.delete(other);
      choices.push(chosen);
    }
  }
  return choices;
}

/** The option that adds the most new pairs; undefined where none adds any. */
function best<O>(
  options: readonly O[],
  chosen: readonly O[],
  gain: (option: O, chosen: readonly O[]) => number,
): O | undefined {
  return options
    .filter((option) => gain(option, chosen) > 0)
    .reduce<O | undefined>(
      (most, option) =>
        most === undefined || gain(option, chosen) > gain(most, chosen) ? option : most,
      undefined,
    );
}
