const made = 'by `npm run codegen`; do not edit';

/** What the first line of a generated file says. */
export function remark(source: string): string {
  return `Generated from ${source} ${made}.`;
}

/** The first line of a generated TypeScript file. */
export function banner(source: string): string {
  return `// ${remark(source)}`;
}

/** Whether a text has the first line of a generated file. */
export function isGenerated(text: string | undefined): boolean {
  const [first = ''] = (text ?? '').split('\n', 1);
  return first.includes(made);
}
