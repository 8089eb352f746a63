/**
 * The pipeline as one function after another:
 *
 *   text ─read→ JsonNode ─expand→ JsonNode ─validate→ GanSpec ─normalize→ NormalSpec ─resolve→ ResolvedGan ─build→ Program ─optimize→ Program
 *
 * Each stage takes the result of the one before; its errors and warnings go to the sink.
 */
import type { DatasetDescription } from '../entries/dataset.js';
import { checkMemory } from './checkMemory.js';
import type { CompileContext } from './compileContext.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { GanspecError } from '../diagnostics/errors.js';
import type { DiagnosticSink } from '../diagnostics/sink.js';
import { specError } from '../diagnostics/specError.js';
import { optimize } from '../passes/passes.js';
import { buildProgram, type BuiltProgram } from '../program/buildProgram.js';
import type { Program } from '../program/program.js';
import type { JsonNode } from '../source/jsonTree.js';
import { toValue } from '../source/value.js';
import type { NormalSpec } from '../language/normalSpec.js';
import { normalize } from '../language/normalize/normalize.js';
import type { ResolvedGan, ResolvedNetwork } from '../language/resolvedGan.js';
import type { ByRole } from '../language/resolve/roles.js';
import { resolve } from '../language/resolve/resolve.js';
import { errorsBehind } from './errorsBehind.js';
import { judge } from './judge.js';

/** A spec as it was read. */
export interface WrittenSpec {
  /** Merged with its bases and settings. */
  readonly tree: JsonNode;
  /** Reasons why a base is missing in it. */
  readonly problems?: readonly Diagnostic[] | undefined;
}

/** The result of checking a spec: the forms that it reached, and all diagnostics. */
export interface Checked {
  readonly valid: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly spec?: NormalSpec;
  readonly resolved?: ResolvedGan;
  /** The networks that could be resolved, though there may be errors. */
  readonly networks?: Partial<ByRole<ResolvedNetwork>>;
  /** The data set, though there may be errors in the rest of the spec. */
  readonly data?: DatasetDescription;
}

/** Checks a spec from merged text to shapes; finds every mistake of every stage that can be reached. */
export function check(written: WrittenSpec, context: CompileContext): Checked {
  const { sink, ...forms } = checkWith(written, context);
  return { ...forms, valid: !sink.hasErrors, diagnostics: sink.list };
}

/** The forms that a spec reached, and the sink with its diagnostics, whose places are those of the expanded tree. */
function checkWith(
  written: WrittenSpec,
  context: CompileContext,
): Omit<Checked, 'valid' | 'diagnostics'> & { readonly sink: DiagnosticSink } {
  const judged = judge(written.tree, context, written.problems);
  const { sink, tree } = judged;
  if (sink.hasErrors) {
    sink.adopt(errorsBehind(judged, context));
    return { sink };
  }
  const spec = normalize(toValue(tree), context.registry);
  const { gan, networks, data } = resolve(spec, { ...context, report: sink });
  return { sink, spec, networks, ...(data && { data }), ...(gan && { resolved: gan }) };
}

/** A spec compiled to a program. */
export interface Compiled {
  readonly resolved: ResolvedGan;
  readonly built: BuiltProgram;
  readonly warnings: readonly Diagnostic[];
}

/** Compiles a spec from merged text to optimised graphs. @throws SpecError with every diagnostic where the spec has mistakes. */
export function compile(written: WrittenSpec, context: CompileContext): Compiled {
  const { sink, resolved } = checkWith(written, context);
  if (sink.hasErrors || !resolved) throw specError(sink.list);
  try {
    const build = (gan: ResolvedGan): BuiltProgram =>
      buildProgram(
        gan,
        context.registry,
        (graph) => optimize(graph, context.passes.chosen),
        context.limits.nodes,
      );
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
