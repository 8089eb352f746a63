/**
 * The pipeline as one function after another:
 *
 *   text ─read→ JsonNode ─expand→ JsonNode ─validate→ GanSpec ─normalize→ NormalSpec ─resolve→ ResolvedGan ─build→ Program ─optimize→ Program
 *
 * Each stage takes what the one before gives; what a stage has to say of the spec goes to the sink.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { GanspecError } from '../diagnostics/errors.js';
import { DiagnosticSink } from '../diagnostics/sink.js';
import { specError } from '../diagnostics/specError.js';
import { optimize } from '../passes/passes.js';
import { buildProgram, type BuiltProgram } from '../program/buildProgram.js';
import type { DatasetContext, DatasetDescription } from '../entries/dataset.js';
import type { Registry } from '../entries/registry.js';
import type { JsonNode } from '../source/jsonTree.js';
import { toValue } from '../source/value.js';
import { expand } from '../language/expand/expand.js';
import { languageOf } from '../language/language.js';
import type { NormalSpec } from '../language/normalSpec.js';
import { normalize } from '../language/normalize/normalize.js';
import type { Limits } from '../language/resolve/limits.js';
import type { ResolvedGan } from '../language/resolvedGan.js';
import { resolve } from '../language/resolve/resolve.js';
import { validate } from '../language/validate/validate.js';

/** What the stages need besides their input. */
export interface CompileContext {
  readonly registry: Registry;
  readonly datasets: DatasetContext;
  readonly limits: Limits;
  /** What the data set was; default: what it says of itself. */
  readonly data?: DatasetDescription | undefined;
}

/** A spec that was looked at: the forms it reached, and everything there is to say about it. */
export interface Checked {
  readonly valid: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly spec?: NormalSpec;
  readonly resolved?: ResolvedGan;
}

/** From merged text to shapes; finds every mistake of every stage that can be reached. */
export function check(tree: JsonNode, context: CompileContext): Checked {
  const { sink, ...forms } = checkWith(tree, context);
  return { ...forms, valid: !sink.hasErrors, diagnostics: sink.list };
}

/** The forms that a spec reached, and the sink of all that was said about it: its places are those of the expanded tree. */
function checkWith(
  written: JsonNode,
  context: CompileContext,
): Pick<Checked, 'spec' | 'resolved'> & { readonly sink: DiagnosticSink } {
  const early = new DiagnosticSink(written);
  const { tree, unresolved } = expand(written, languageOf(context.registry), early);
  const sink = new DiagnosticSink(tree, early.list);
  validate(tree, context.registry, sink, unresolved, context.datasets);
  if (sink.hasErrors) return { sink };
  const spec = normalize(toValue(tree), context.registry);
  const resolved = resolve(spec, { ...context, report: sink });
  return { sink, spec, ...(resolved && { resolved }) };
}

/** A spec on its way to a program. */
export interface Compiled {
  readonly resolved: ResolvedGan;
  readonly built: BuiltProgram;
  readonly warnings: readonly Diagnostic[];
}

/** From merged text to optimised graphs. @throws SpecError with every diagnostic where the spec has mistakes. */
export function compile(tree: JsonNode, context: CompileContext): Compiled {
  const { sink, resolved } = checkWith(tree, context);
  if (sink.hasErrors || !resolved) throw specError(sink.list);
  try {
    const built = buildProgram(resolved, context.registry, optimize);
    return { resolved, built, warnings: sink.list };
  } catch (error) {
    // What an entry does wrong while it is recorded has a place in the spec: that of the entry.
    if (!(error instanceof GanspecError) || error.pointer === undefined) throw error;
    const { code, pointer, message, hint } = error;
    sink.error(code, pointer, message, hint === undefined ? {} : { hint });
    throw specError(sink.list);
  }
}
