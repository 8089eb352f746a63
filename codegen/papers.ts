/** The paper of a word, read from the docstring of its entry. */

/**
 * The first source that the docstring of an exported constant names, without the place in it.
 * @param source Text of the module.
 * @returns As in `Lim & Ye 2017, arXiv:1705.02894`, or undefined where none is named.
 */
export function paperOfEntry(source: string, name: string): string | undefined {
  const head = source.slice(0, source.indexOf(`export const ${name} =`));
  const docstring = head.slice(head.lastIndexOf('/**'));
  const said = /@source\s+([\s\S]*?)(?:\n\s*\* @|\s*\*\/)/.exec(docstring)?.[1];
  return said === undefined ? undefined : firstPaper(said.replace(/\s*\n\s*\*\s*/g, ' '));
}

/** The paper that a description names in brackets. */
export function paperOfDescription(description: unknown): string | undefined {
  if (typeof description !== 'string') return undefined;
  return /\(([^()]*?arXiv:\d{4}\.\d{4,5})/.exec(description)?.[1];
}

function firstPaper(sources: string): string {
  const [first = ''] = sources.split(';');
  const ends = [/^.*?arXiv:\d{4}\.\d{4,5}/, /^.*?"[^"]*"/, /^.*?\b\d{4}\b/];
  const found = ends.map((end) => end.exec(first)?.[0]).find((text) => text !== undefined);
  return (found ?? first).replace(/^\w+: /, '');
}
