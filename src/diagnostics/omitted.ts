/** The end of a list of diagnostics that is too long to show. */
import type { Diagnostic, Place, Severity } from './diagnostic.js';

/** Largest number of diagnostics that are kept of one spec. */
export const maxDiagnostics = 100;

/** The diagnostic that stands for those left out; none where none were. @param place The whole spec. */
export function omittedDiagnostic(
  counts: Readonly<Record<Severity, number>>,
  place: Place,
): readonly Diagnostic[] {
  const parts = (['error', 'warning'] as const).filter((severity) => counts[severity] > 0);
  if (parts.length === 0) return [];
  const text = parts.map((severity) => countOf(counts[severity], severity)).join(' and ');
  const isOne = counts.error + counts.warning === 1;
  return [
    {
      severity: counts.error > 0 ? 'error' : 'warning',
      code: 'GAN128',
      message: `${text} ${isOne ? 'is' : 'are'} not shown`,
      pointer: '',
      place,
      hint: 'correct those above first: one mistake may be the cause of many',
    },
  ];
}

/** The first diagnostics of a list, and the number of the rest. @param list Errors alone. */
export function firstDiagnostics(list: readonly Diagnostic[], place: Place): readonly Diagnostic[] {
  const counts = { error: Math.max(0, list.length - maxDiagnostics), warning: 0 };
  return [...list.slice(0, maxDiagnostics), ...omittedDiagnostic(counts, place)];
}

function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} more ${noun}${count === 1 ? '' : 's'}`;
}
