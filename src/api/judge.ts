/** The stages of the pipeline that read a spec by its schema: expansion and validation. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Report } from '../diagnostics/report.js';
import { DiagnosticSink } from '../diagnostics/sink.js';
import { expand } from '../language/expand/expand.js';
import { memberOf } from '../language/expand/nodes.js';
import { languageOf } from '../language/language.js';
import type { Finding } from '../language/validate/finding.js';
import { validate } from '../language/validate/validate.js';
import type { JsonNode } from '../source/jsonTree.js';
import type { CompileContext } from './compileContext.js';

/** A spec after expansion and validation. */
export interface Judged {
  readonly written: JsonNode;
  /** The expanded spec, valid where the sink has no errors. */
  readonly tree: JsonNode;
  readonly sink: DiagnosticSink;
  /** The mistakes that validation has reported. */
  readonly findings: readonly Finding[];
  /** Reasons why its base is missing. */
  readonly problems: readonly Diagnostic[];
  /** True where expansion has reported errors, or the base is missing. */
  readonly isIncomplete: boolean;
}

/** Errors about names that a missing base may define: parameters, blocks and the parameters of blocks. */
const aboutNames = new Set(['GAN141', 'GAN144', 'GAN146']);

/**
 * Expands and validates a spec.
 * @param problems Reasons why its base is missing; what the base might hold is then not missed.
 */
export function judge(
  written: JsonNode,
  { registry, datasets }: CompileContext,
  problems: readonly Diagnostic[] = [],
): Judged {
  // Reading takes "extends" away; one that is left has just been mended, and its base has not been read.
  const lacksBase = problems.length > 0 || memberOf(written, 'extends') !== undefined;
  const early = new DiagnosticSink(written);
  early.adopt(problems);
  const { tree, unresolved } = expand(
    written,
    languageOf(registry),
    lacksBase ? withoutNames(early) : early,
  );
  const isIncomplete = early.hasErrors || lacksBase;
  const sink = new DiagnosticSink(tree, early);
  const findings = validate(tree, registry, sink, { reported: unresolved, datasets, lacksBase });
  return { written, tree, sink, findings, problems, isIncomplete };
}

function withoutNames(report: Report): Report {
  return {
    error: (code, ...rest) => {
      if (!aboutNames.has(code)) report.error(code, ...rest);
    },
    warning: (...all) => {
      report.warning(...all);
    },
  };
}
