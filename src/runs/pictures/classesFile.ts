/** The file of classes beside a file of samples that does not show them. */

/** @param stem Path of the samples without its extension. */
export function classesFile(stem: string): string {
  return `${stem}.classes.txt`;
}

/** One line for each sample. @param classes Names of their classes. */
export function classesText(classes: readonly string[]): string {
  return classes.map((name) => `${name.replaceAll(/[\r\n]+/g, ' ')}\n`).join('');
}
