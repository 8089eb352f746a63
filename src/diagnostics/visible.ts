/** Text from elsewhere, such as the name of a file, for a terminal: shown, and never obeyed. */

/** Control characters (C0, DEL, C1), other ends of lines, and what turns the order of characters round. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const obeyed = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** One line, in which such a character stands as its number, as in `\x1b` or `\u202e`; line feeds are no exception. */
export function visible(text: string): string {
  return text.replace(obeyed, (character) => {
    const hex = character.charCodeAt(0).toString(16);
    return hex.length > 2 ? `\\u${hex.padStart(4, '0')}` : `\\x${hex.padStart(2, '0')}`;
  });
}

/** The same for lines that are meant to be several. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}

/** One character for one, for text with carets below: such a character becomes a space. */
export function blanked(text: string): string {
  return text.replace(obeyed, ' ');
}
