/** `docs/errors.md`, made from the tables of codes. */
import type { CodeEntry } from '../src/diagnostics/codes/code.js';
import { codeStages, type CodeStage } from '../src/diagnostics/codes/codes.js';
import { remark } from './banner.js';

/** Path and text of the page. */
export function errorsPage(): readonly [path: string, text: string] {
  const text = [
    `<!-- ${remark('src/diagnostics/codes/')} -->`,
    '# Errors and warnings',
    'What each code means, why ganspec says it, and what to do.',
    ...codeStages.filter(({ codes }) => Object.keys(codes).length > 0).flatMap(section),
  ].join('\n\n');
  return ['docs/errors.md', `${text}\n`];
}

function section({ heading, codes }: CodeStage): string[] {
  const sorted = Object.entries(codes).sort(([a], [b]) => a.localeCompare(b));
  return [`## ${heading}`, ...sorted.flatMap(([code, entry]) => paragraphs(code, entry))];
}

function paragraphs(code: string, { title, why, fix }: CodeEntry): string[] {
  return [`### ${code}: ${title}`, escape(why), `What to do: ${escape(fix)}`];
}

/** A text in Markdown that shows HTML and emphasis as they are written. */
function escape(text: string): string {
  return text.replace(/[<>_*]/g, '\\$&');
}
