const made = 'by `npm run codegen`; do not edit';

/** The remark in the first line of a generated file. */
export function remark(source: string): string {
  return `Generated from ${source} ${made}.`;
}

/** The first line of a generated TypeScript file. */
export function banner(source: string): string {
  return `// ${remark(source)}`;
}

/** True for a text with the first line of a generated file. */
export function isGenerated(text: string | undefined): boolean {
  const [first = ''] = (text ?? '').split('\n', 1);
  return first.includes(made);
}
