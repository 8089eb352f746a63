/**
 * The pipeline as one function after another:
 *
 *   text ─read→ JsonNode ─expand→ JsonNode ─validate→ GanSpec ─normalize→ NormalSpec ─resolve→ ResolvedGan ─build→ Program ─optimize→ Program
 *
 * Each stage takes the result of the one before; its errors and warnings go to the sink.
 */
import { checkMemory } from './checkMemory.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { GanspecError } from '../diagnostics/errors.js';
import { DiagnosticSink } from '../diagnostics/sink.js';
import { specError } from '../diagnostics/specError.js';
import { optimize } from '../passes/passes.js';
import { buildProgram, type BuiltProgram } from '../program/buildProgram.js';
import type { Program } from '../program/program.js';
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

/** Inputs of the stages besides the spec. */
export interface CompileContext {
  readonly registry: Registry;
  readonly datasets: DatasetContext;
  readonly limits: Limits;
  /** A description to use instead of the data set's own, as of a data set whose files are gone. */
  readonly data?: DatasetDescription | undefined;
}

/** The result of checking a spec: the forms that it reached, and all diagnostics. */
export interface Checked {
  readonly valid: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly spec?: NormalSpec;
  readonly resolved?: ResolvedGan;
}

/** Checks a spec from merged text to shapes; finds every mistake of every stage that can be reached. */
export function check(tree: JsonNode, context: CompileContext): Checked {
  const { sink, ...forms } = checkWith(tree, context);
  return { ...forms, valid: !sink.hasErrors, diagnostics: sink.list };
}

/** The forms that a spec reached, and the sink with its diagnostics, whose places are those of the expanded tree. */
function checkWith(
  written: JsonNode,
  context: CompileContext,
): Pick<Checked, 'spec' | 'resolved'> & { readonly sink: DiagnosticSink } {
  const early = new DiagnosticSink(written);
  const { tree, unresolved } = expand(written, languageOf(context.registry), early);
  const sink = new DiagnosticSink(tree, early);
  validate(tree, context.registry, sink, unresolved, context.datasets);
  if (sink.hasErrors) return { sink };
  const spec = normalize(toValue(tree), context.registry);
  const resolved = resolve(spec, { ...context, report: sink });
  return { sink, spec, ...(resolved && { resolved }) };
}

/** A spec compiled to a program. */
export interface Compiled {
  readonly resolved: ResolvedGan;
  readonly built: BuiltProgram;
  readonly warnings: readonly Diagnostic[];
}

/** Compiles a spec from merged text to optimised graphs. @throws SpecError with every diagnostic where the spec has mistakes. */
export function compile(tree: JsonNode, context: CompileContext): Compiled {
  const { sink, resolved } = checkWith(tree, context);
  if (sink.hasErrors || !resolved) throw specError(sink.list);
  try {
    const build = (gan: ResolvedGan): BuiltProgram => buildProgram(gan, context.registry, optimize);
    const built = build(resolved);
    const withBatch = (batchSize: number): Program => {
      const training = { ...resolved.spec.training, batchSize };
      return build({ ...resolved, spec: { ...resolved.spec, training } }).program;
    };
    const { memoryBytes } = context.limits;
    const fits = checkMemory(resolved, built.program, withBatch, memoryBytes, sink);
    if (!fits) throw specError(sink.list);
    return { resolved, built, warnings: sink.list };
  } catch (error) {
    // An entry that fails while it is recorded is reported at its place in the spec.
    if (!(error instanceof GanspecError) || error.pointer === undefined) throw error;
    const { code, pointer, message, hint } = error;
    sink.error(code, pointer, message, hint === undefined ? {} : { hint });
    throw specError(sink.list);
  }
}
