/** Maximal number of things named in a message; further ones are counted. */
const maxNamed = 5;

/** The first things of a list and the number of the others, for messages. */
export function listText(list: readonly string[]): string {
  const more = list.length - maxNamed;
  return [...list.slice(0, maxNamed), ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}
