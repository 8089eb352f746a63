/** Checks of kernel graphs against the invariants of the stage that returned them. */
import { InternalError } from '../../diagnostics/errors.js';
import type { KernelGraph } from '../kernelGraph.js';

/** Reports a violation, with the index of the node that it concerns. */
export type ReportViolation = (violation: string, node?: number) => void;

/** A property of graphs. */
export interface Invariant {
  /** The property as a sentence. */
  readonly sentence: string;
  /** Reports every violation. Must not assume that other invariants hold. */
  readonly check: (graph: KernelGraph, report: ReportViolation) => void;
}

/** A point of the compilation, and the invariants of every graph at that point. */
export interface GraphStage {
  /** Completes an error message: `after recording`. */
  readonly when: string;
  readonly invariants: readonly Invariant[];
}

/** Checks the invariants of a stage. @throws InternalError with the graph, the stage, and invariant, node and origin of every violation. */
export function verify(graph: KernelGraph, { when, invariants }: GraphStage): void {
  const violations: string[] = [];
  for (const { sentence, check } of invariants) {
    check(graph, (violation, node) => {
      const parts = node === undefined ? [violation] : [nodeText(graph, node), violation];
      violations.push(`\n  ${sentence}: ${parts.join(' ').trimEnd()}`);
    });
  }
  if (violations.length === 0) return;
  throw new InternalError(`the graph "${graph.name}" is wrong ${when}:${violations.join('')}`);
}

/** A node's number in the printed graph, its kernel and its origin. */
function nodeText({ nodes }: KernelGraph, index: number): string {
  const { kernel = '?', origin = '' } = nodes[index] ?? {};
  return origin === '' ? `%${index} ${kernel}` : `%${index} ${kernel} (${origin})`;
}
