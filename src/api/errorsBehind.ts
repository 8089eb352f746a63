/**
 * Errors that others hide: of the options of an entry whose type is misspelt, of a part whose key is, and of shapes, which are
 * known only once the schema is satisfied. They are found in the spec as it would be with the proposed changes.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Report } from '../diagnostics/report.js';
import { DiagnosticSink } from '../diagnostics/sink.js';
import { normalize } from '../language/normalize/normalize.js';
import type { PlacedCorrection } from '../language/corrections/correction.js';
import { corrected, type Corrected } from '../language/corrections/corrected.js';
import { resolve } from '../language/resolve/resolve.js';
import type { Finding } from '../language/validate/finding.js';
import { countValues } from '../source/countValues.js';
import { pathOf } from '../source/pointer.js';
import { toValue } from '../source/value.js';
import { judge, type Judged } from './judge.js';
import type { CompileContext } from './compileContext.js';

/** Changes made one after another: one may show the next mistake. */
const maxRounds = 5;
/** Mistakes in a spec that are mended; more are no slips of the pen. */
const maxFindings = 100;
/** Values of a spec that is looked through again. */
const maxValues = 5000;

/** Parts of a spec that decide no shape, so that those of a spec without them are the same. A key that no object has decides none either. */
const withoutShapes = new Set(['training', 'monitor', 'optimizers', 'penalties']);

/** @returns Errors of the spec that the ones found so far hide, as far as these can be mended; some may be known already. */
export function errorsBehind(first: Judged, context: CompileContext): readonly Diagnostic[] {
  if (first.findings.length > maxFindings || countValues(first.tree) > maxValues) return [];
  const found: Diagnostic[] = [];
  let judged = first;
  let isGuessed = false;
  let writtenAt: Corrected['writtenAt'] = (pointer) => pointer;
  const mend = (corrections: readonly PlacedCorrection[]): void => {
    const mended = corrected(judged.written, judged.tree, corrections);
    const before = writtenAt;
    writtenAt = (pointer) => before(mended.writtenAt(pointer));
    judged = judge(mended.tree, context, judged.problems);
  };
  const keep = (list: readonly Diagnostic[]): void => {
    const errors = list.filter(({ severity }) => severity === 'error');
    found.push(...errors.map((one) => ({ ...one, pointer: writtenAt(one.pointer) })));
  };
  for (let round = 0; round < maxRounds; round += 1) {
    const corrections = judged.findings.slice(0, maxFindings).flatMap(correctionOf);
    if (corrections.length === 0) break;
    isGuessed ||= corrections.some(({ correction: one }) => one.kind === 'replace' && one.isGuess);
    mend(corrections);
    keep(judged.sink.list);
  }
  if (judged.isIncomplete || isGuessed) return found;
  const unknownKeys = judged.findings.filter(({ code }) => code === 'GAN120');
  mend(unknownKeys.map(removed));
  const left = judged.findings.map(({ pointer }) => pointer);
  if (!left.every((pointer) => withoutShapes.has(pathOf(pointer)[0] ?? ''))) return found;
  mend(left.map((pointer) => removed({ pointer })));
  if (judged.sink.hasErrors) return found;
  const sink = new DiagnosticSink(judged.tree);
  const report = left.length > 0 ? aboutShapes(sink) : sink;
  resolve(normalize(toValue(judged.tree), context.registry), { ...context, report });
  keep(sink.list);
  return found;
}

function correctionOf({ pointer, correction, correctionAt }: Finding): readonly PlacedCorrection[] {
  const found = correction?.();
  return found ? [{ pointer: correctionAt ?? pointer, correction: found }] : [];
}

function removed({ pointer }: { readonly pointer: string }): PlacedCorrection {
  return { pointer, correction: { kind: 'remove' } };
}

/** Passes on errors about shapes alone, where defaults stand in for what is written in the parts without shapes. */
function aboutShapes(report: Report): Report {
  return {
    error: (code, pointer, ...rest) => {
      if (!withoutShapes.has(pathOf(pointer)[0] ?? '')) report.error(code, pointer, ...rest);
    },
    warning: () => undefined,
  };
}
